import { idOf, isObject, stringOf } from '../json';
import type { Json } from '../json';
import { findIssue } from '../state/lookup';
import { canSeeIssue, hasProjectPermission } from '../rules/permissions';
import { userView } from '../views/user-view';
import { parentView } from '../views/linked-issue-view';
import { FieldError } from './codec';
import type { FieldCodec } from './codec';

/** One account, as `{accountId}` or `{id}`; an assignee must be assignable in the project. */
export const userCodec: FieldCodec = {
  view(stored, world) {
    const user = typeof stored === 'string' ? world.state.users.get(stored) : undefined;
    return user ? userView(world, user) : null;
  },
  describe(stored, world) {
    const user = typeof stored === 'string' ? world.state.users.get(stored) : undefined;
    return { id: user?.accountId ?? null, text: user?.displayName ?? null };
  },
  parse(value, { world, project, field }) {
    if (value === null) return null;
    if (!isObject(value)) throw new FieldError('data was not an object');
    const accountId = stringOf(value['accountId']) ?? stringOf(value['id']);
    if (accountId === undefined) return null;
    if (field.id === 'assignee' && accountId === '-1') return project.leadAccountId;
    const user = world.state.users.get(accountId);
    if (!user?.active) throw new FieldError(`User '${accountId}' does not exist.`);
    if (field.id === 'assignee' && !hasProjectPermission(world, accountId, project, 'ASSIGNABLE_USER'))
      throw new FieldError(`User '${accountId}' cannot be assigned issues.`);
    return accountId;
  },
};

/** Several accounts, as `{accountId}` each. */
export const usersCodec: FieldCodec = {
  view: (stored, world, project, field) =>
    Array.isArray(stored) ? stored.map((one) => userCodec.view(one, world, project, field)) : null,
  describe(stored, world) {
    const users = (Array.isArray(stored) ? stored : []).flatMap(
      (id) => world.state.users.get(String(stringOf(id))) ?? [],
    );
    if (users.length === 0) return { id: null, text: null };
    return {
      id: `[${users.map(({ accountId }) => accountId).join(', ')}]`,
      text: `[${users.map(({ displayName }) => displayName).join(', ')}]`,
    };
  },
  parse(value, context) {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new FieldError('data was not an array');
    const ids = value.flatMap((one): Json[] => {
      const id = userCodec.parse(one, context);
      return id === null ? [] : [id];
    });
    return ids.length === 0 ? null : [...new Set(ids)];
  },
};

/** The issue above this one: an epic for standard issues, a standard issue for sub-tasks. */
export const parentCodec: FieldCodec = {
  view(stored, world) {
    const parent = typeof stored === 'string' ? world.state.issues.get(stored) : undefined;
    return parent ? parentView(world, parent) : null;
  },
  describe(stored, world) {
    const parent = typeof stored === 'string' ? world.state.issues.get(stored) : undefined;
    return { id: parent?.id ?? null, text: parent?.key ?? null };
  },
  parse(value, { world, actor, project, issueTypeId }) {
    if (value === null) return null;
    if (!isObject(value)) throw new FieldError('data was not an object');
    if (value['none'] === true) return null;
    const reference = stringOf(value['key']) ?? idOf(value['id']);
    const parent = reference === undefined ? undefined : findIssue(world.state, reference);
    if (!parent || !canSeeIssue(world, actor.accountId, parent))
      throw new FieldError('Could not find issue by id or key.');
    const level = world.state.issueTypes.get(issueTypeId)?.hierarchyLevel ?? 0;
    const parentLevel = world.state.issueTypes.get(parent.issueTypeId)?.hierarchyLevel ?? 0;
    if (parentLevel !== level + 1)
      throw new FieldError('Given parent work item does not belong to appropriate hierarchy.');
    if (level < 0 && parent.projectId !== project.id)
      throw new FieldError('Sub-tasks must be created in the same project as the parent.');
    return parent.id;
  },
};
