import { adfText } from '../rules/adf';
import { stringOf, textOf } from '../json';
import type { Json } from '../json';
import { findIssue } from '../state/lookup';
import type { FieldRecord } from '../state/model';
import { categoryKey, categoryName } from '../views/status-view';
import type { World } from '../world';
import { dayStart } from './dates';
import type { IndexedIssue } from './indexed-issue';
import type { FieldName } from './parse';
import { aliasField, propertyField } from './property-fields';
import { same } from './searchable';
import type { Searchable } from './searchable';

/** What a field name in JQL means; undefined when the site has no such field. */
export function searchableField(world: World, name: FieldName): Searchable | undefined {
  if (name.kind === 'property') return propertyField(world, name.key, name.path);
  return (
    builtIn(world, name.name.toLowerCase()) ?? customField(world, name.name) ?? aliasField(world, name.name)
  );
}

function builtIn(world: World, name: string): Searchable | undefined {
  const { state } = world;
  switch (name) {
    case 'project':
      return {
        kind: 'choice',
        values: (issue) => [issue.projectId],
        resolve: (text) => named(state.projects.values(), text, (p) => [p.id, p.key, p.name]),
        candidates: (ids) => ids.map((id) => world.index.inProject(id)),
        order: (issue) => state.projects.get(issue.projectId)?.name ?? null,
      };
    case 'issuetype':
    case 'type':
      return choice(
        (issue) => issue.issueTypeId,
        (text) => named(state.issueTypes.values(), text, (t) => [t.id, t.name]),
      );
    case 'status':
      return choice(
        (issue) => issue.statusId,
        (text) => named(state.statuses.values(), text, (s) => [s.id, s.name]),
      );
    case 'statuscategory':
      return choice(
        (issue) => state.statuses.get(issue.statusId)?.category ?? null,
        (text) =>
          (['TODO', 'IN_PROGRESS', 'DONE'] as const).filter((c) =>
            same(text, categoryKey(c), categoryName(c)),
          ),
      );
    case 'key':
    case 'issuekey':
    case 'issue':
    case 'id':
      return {
        kind: 'choice',
        values: (issue) => [issue.id],
        resolve: (text) => idList(findIssue(state, text)?.id),
        candidates: (ids) => [new Set(ids)],
        order: (issue) => keyOrder(issue.key),
      };
    case 'creator':
      return choice(
        (issue) => issue.creatorId,
        (text) => users(world, text),
      );
    case 'created':
    case 'createddate':
      return { kind: 'date', value: (issue) => [issue.createdAt] };
    case 'updated':
    case 'updateddate':
      return { kind: 'date', value: (issue) => [issue.updatedAt] };
    case 'resolved':
    case 'resolutiondate':
      return { kind: 'date', value: (issue) => (issue.resolvedAt === null ? [] : [issue.resolvedAt]) };
    case 'statuscategorychangeddate':
      return { kind: 'date', value: (issue) => [issue.statusChangedAt] };
    case 'text':
      return { kind: 'text', sortable: false, text: allText };
    case 'comment':
      return { kind: 'text', sortable: false, text: (issue) => commentText(world, issue.id) };
    default:
      return storedField(world, name);
  }
}

function storedField(world: World, name: string): Searchable | undefined {
  const field = [...world.state.fields.values()].find(
    (f) => !f.custom && f.clauseNames.some((c) => c.toLowerCase() === name),
  );
  return field && byKind(world, field);
}

function customField(world: World, name: string): Searchable | undefined {
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
    case 'user':
      return many(stored, (text) => users(world, text));
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
    case 'components':
      return many(stored, (text) => projectChoices(world, text, 'components'));
    case 'versions':
      return many(stored, (text) => projectChoices(world, text, 'versions'));
    case 'security':
      return many(stored, (text) => projectChoices(world, text, 'securityLevels'));
    case 'option':
    case 'options':
      return many(stored, (text) => named(field.options, text, (o) => [o.id, o.value]));
    case 'parent':
      return many(stored, (text) => idList(findIssue(world.state, text)?.id));
    default:
      return undefined;
  }
}

function choice(
  value: (issue: IndexedIssue) => string | null,
  resolve: (text: string) => readonly string[],
): Searchable {
  return { kind: 'choice', values: (issue) => idList(value(issue) ?? undefined), resolve, order: value };
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

function named<T extends { id: string }>(
  all: Iterable<T>,
  text: string,
  names: (item: T) => readonly string[],
): string[] {
  return [...all].filter((item) => same(text, ...names(item))).map((item) => item.id);
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

function users(world: World, text: string): string[] {
  return [...world.state.users.values()]
    .filter((user) => same(text, user.accountId, user.displayName, user.email))
    .map((user) => user.accountId);
}

function idList(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

function keyOrder(key: string): string {
  const [project, number] = key.split('-');
  return `${project ?? ''}-${(number ?? '').padStart(9, '0')}`;
}

function numbers(value: Json): number[] {
  return typeof value === 'number' ? [value] : [];
}

function days(world: World, value: Json): number[] {
  return typeof value === 'string' ? [dayStart(world, value)] : [];
}

function allText(issue: IndexedIssue): string {
  return `${stringOf(issue.values['summary'] ?? null) ?? ''}\n${adfText(issue.values['description'])}`;
}

function commentText(world: World, issueId: string): string {
  return (world.state.issues.get(issueId)?.comments ?? []).map((comment) => adfText(comment.body)).join('\n');
}
