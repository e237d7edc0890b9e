import { stringOf } from '../json';
import { adfText } from '../rules/adf';
import { findIssue } from '../state/lookup';
import { categoryKey, categoryName } from '../views/status-view';
import type { World } from '../world';
import type { IndexedIssue } from './indexed-issue';
import { idList, named, users } from './names';
import { aliasField, propertyField } from './property-fields';
import type { FieldName } from './query';
import { same } from './searchable';
import type { Searchable } from './searchable';
import { customField, storedField } from './stored-fields';

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

function choice(
  value: (issue: IndexedIssue) => string | null,
  resolve: (text: string) => readonly string[],
): Searchable {
  return { kind: 'choice', values: (issue) => idList(value(issue) ?? undefined), resolve, order: value };
}

function keyOrder(key: string): string {
  const [project, number] = key.split('-');
  return `${project ?? ''}-${(number ?? '').padStart(9, '0')}`;
}

function allText(issue: IndexedIssue): string {
  return `${stringOf(issue.values['summary'] ?? null) ?? ''}\n${adfText(issue.values['description'])}`;
}

function commentText(world: World, issueId: string): string {
  return (world.state.issues.get(issueId)?.comments ?? []).map((comment) => adfText(comment.body)).join('\n');
}
