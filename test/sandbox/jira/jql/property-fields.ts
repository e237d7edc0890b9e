import type { PropertyIndexValue } from '../options';
import type { World } from '../world';
import { dayStart } from './dates';
import { valuesAt } from './indexed-issue';
import type { IndexedIssue } from './indexed-issue';
import type { Operator } from './query';
import { same } from './searchable';
import type { Searchable } from './searchable';

/** A search alias, with an index where the property holds a list: `blockedIssues[0]`. */
export function aliasField(world: World, name: string): Searchable | undefined {
  const [, alias = name, element] = /^(.+)\[(\d+)\]$/.exec(name) ?? [];
  for (const { propertyKey, values } of world.options.propertyIndex) {
    const value = values.find((v) => v.searchAlias !== undefined && same(v.searchAlias, alias));
    if (value)
      return propertyValue(world, propertyKey, value, element === undefined ? undefined : Number(element));
  }
  return undefined;
}

/** A property by key and path, if its module declares the path. */
export function propertyField(world: World, key: string, path: string): Searchable | undefined {
  const declared = world.options.propertyIndex.find((index) => index.propertyKey === key);
  const value = declared?.values.find((v) => v.path === path);
  return value && propertyValue(world, key, value, undefined);
}

const EXACT: ReadonlySet<Operator> = new Set(['=', '!=']);
const ORDERED: ReadonlySet<Operator> = new Set(['=', '!=', '<', '<=', '>', '>=']);
const WORDS: ReadonlySet<Operator> = new Set(['~', '!~']);

function propertyValue(
  world: World,
  key: string,
  declared: PropertyIndexValue,
  element: number | undefined,
): Searchable {
  const values = (issue: IndexedIssue): (string | number | boolean)[] => {
    const all = valuesAt(issue.properties[key], declared.path);
    return element === undefined ? all : all.slice(element, element + 1);
  };
  switch (declared.type) {
    case 'number':
      return {
        kind: 'number',
        operators: ORDERED,
        value: (issue) => values(issue).filter((v) => typeof v === 'number'),
      };
    case 'date':
      return {
        kind: 'date',
        operators: ORDERED,
        value: (issue) => values(issue).flatMap((v) => moments(world, String(v))),
      };
    case 'text':
      return {
        kind: 'text',
        operators: WORDS,
        sortable: false,
        text: (issue) => values(issue).join(' ') || undefined,
      };
    case 'string':
    case 'user':
      return {
        kind: 'choice',
        operators: EXACT,
        values: (issue) => values(issue).map(String),
        resolve: (text) => [text],
        candidates: (ids) => ids.map((id) => world.index.withProperty(key, declared.path, id)),
      };
  }
}

function moments(world: World, value: string): number[] {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? dayStart(world, value) : Date.parse(value);
  return Number.isNaN(at) ? [] : [at];
}
