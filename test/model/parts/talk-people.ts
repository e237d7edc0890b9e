/** What people say and do on the issues of a finding that a portal talks about. */
import { PEOPLE } from '../../sandbox/jira/seed';
import type { World } from '../../support/world';

/** `restrict`: for a role that the app has, too; `conceal`: for one that it lacks. */
export type Saying = 'write' | 'edit' | 'hide' | 'restrict' | 'conceal' | 'delete';

/** What a person said on an issue, oldest first. */
export function saidOn(world: World, key: string) {
  return world.site.issue(key).comments.filter(({ authorId }) => authorId === PEOPLE.admin);
}

/** A person writes a comment, or changes the one of this id. `words` are theirs. */
export function sayOn(world: World, key: string, act: Saying, id: string | undefined, words: string): void {
  const base = `/rest/api/3/issue/${key}/comment`;
  const path = id === undefined ? base : `${base}/${id}`;
  if (act === 'delete' && id !== undefined) {
    world.site.call({ method: 'DELETE', path, as: PEOPLE.admin });
    return;
  }
  const text = act === 'hide' ? `${words} #internal` : words;
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  const visibility = visibilityOf(act, id === undefined);
  const body = {
    body: { type: 'doc', version: 1, content },
    ...(visibility === undefined ? {} : { visibility }),
  };
  world.site.call({ method: id === undefined ? 'POST' : 'PUT', path, as: PEOPLE.admin, body });
}

/** What is edited without a word about it would keep what it had. */
function visibilityOf(act: Saying, isNew: boolean) {
  if (act === 'restrict') return { type: 'role', value: 'atlassian-addons-project-access' };
  if (act === 'conceal') return { type: 'role', value: 'Administrators' };
  return isNew ? undefined : null;
}

/** By a transition that Jira offers, if one leads there; answers whether it did. */
export function moveTo(world: World, key: string, isDone: boolean): boolean {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const { transitions } = world.site.call({ path, as: PEOPLE.admin }).data as unknown as {
    transitions: { to: { name: string; statusCategory: { key: string } } }[];
  };
  const way = transitions.find(({ to }) => (to.statusCategory.key === 'done') === isDone);
  if (!way) return false;
  world.move(key, way.to.name, PEOPLE.admin);
  return true;
}
