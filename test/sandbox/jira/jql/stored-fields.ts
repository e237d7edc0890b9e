import { stringOf, textOf } from '../json';
import type { Json } from '../json';
import { adfText } from '../rules/adf';
import { findIssue } from '../state/lookup';
import type { FieldRecord } from '../state/model';
import type { World } from '../world';
import { dayStart } from './dates';
import type { IndexedIssue } from './indexed-issue';
import { idList, named, users } from './names';
import { same } from './searchable';
import type { Searchable } from './searchable';

/** A system field that issues store, by its name in JQL. */
export function storedField(world: World, name: string): Searchable | undefined {
  const field = [...world.state.fields.values()].find(
    (f) => !f.custom && f.clauseNames.some((c) => c.toLowerCase() === name),
  );
  return field && byKind(world, field);
}

/** A custom field by id, number or name. */
export function customField(world: World, name: string): Searchable | undefined {
  const id = /^cf\[(\d+)\]$/i.exec(name)?.[1];
  for (const field of world.state.fields.values()) {
    if (!field.custom) continue;
    if (field.id === name || field.id === `customfield_${id ?? ''}` || same(field.name, name))
      return byKind(world, field);
  }
  return undefined;
}

function byKind(world: World, field: FieldRecord): Searchable | undefined {
  const stored = (issue: IndexedIssue): Json => issue.values[field.id] ?? null;
  switch (field.kind) {
    case 'string':
    case 'url':
      return { kind: 'text', sortable: true, text: (issue) => stringOf(stored(issue)) };
    case 'adf':
      return {
        kind: 'text',
        sortable: false,
        text: (issue) => (stored(issue) === null ? undefined : adfText(stored(issue))),
      };
    case 'number':
    case 'datetime':
      return { kind: field.kind === 'number' ? 'number' : 'date', value: (issue) => numbers(stored(issue)) };
    case 'date':
      return { kind: 'date', value: (issue) => days(world, stored(issue)) };
    case 'labels':
      return many(stored, (text) => [text]);
    case 'priority':
      return {
        ...many(stored, (text) => named(world.state.priorities.values(), text, (p) => [p.id, p.name])),
        order: (issue) => -[...world.state.priorities.keys()].indexOf(textOf(stored(issue))),
      };
    case 'resolution':
      return many(stored, (text) =>
        same(text, 'Unresolved')
          ? ['']
          : named(world.state.resolutions.values(), text, (r) => [r.id, r.name]),
      );
    default:
      return choices(world, field, stored);
  }
}

/** Fields that hold one or several of the things that JQL may name. */
function choices(
  world: World,
  field: FieldRecord,
  stored: (issue: IndexedIssue) => Json,
): Searchable | undefined {
  switch (field.kind) {
    case 'user':
    case 'users':
      return many(stored, (text) => users(world, text));
    case 'components':
      return many(stored, (text) => projectChoices(world, text, 'components'));
    case 'version':
    case 'versions':
      return many(stored, (text) => projectChoices(world, text, 'versions'));
    case 'security':
      return many(stored, (text) => projectChoices(world, text, 'securityLevels'));
    case 'option':
    case 'options':
    case 'radio':
    case 'checkboxes':
      return many(stored, (text) => named(field.options, text, (o) => [o.id, o.value]));
    case 'parent':
      return many(stored, (text) => idList(findIssue(world.state, text)?.id));
    default:
      return undefined;
  }
}

function many(
  stored: (issue: IndexedIssue) => Json,
  resolve: (text: string) => readonly string[],
): Searchable & { kind: 'choice' } {
  return {
    kind: 'choice',
    values: (issue) => {
      const value = stored(issue);
      return Array.isArray(value) ? value.map(textOf) : value === null ? [] : [textOf(value)];
    },
    resolve,
    order: (issue) => stringOf(stored(issue)) ?? null,
  };
}

function projectChoices(
  world: World,
  text: string,
  list: 'components' | 'versions' | 'securityLevels',
): string[] {
  return [...world.state.projects.values()].flatMap((p) =>
    named<{ id: string; name: string }>(p[list], text, (c) => [c.id, c.name]),
  );
}

function numbers(value: Json): number[] {
  return typeof value === 'number' ? [value] : [];
}

function days(world: World, value: Json): number[] {
  return typeof value === 'string' ? [dayStart(world, value)] : [];
}
