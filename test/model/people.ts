/** What people do with issues. */
import { PEOPLE } from '../sandbox/jira/seed';
import type { World } from '../support/world';

/** By the transition that Jira offers to a done status; answers whether there is one. */
export function closeByHand(world: World, key: string): boolean {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const { transitions } = world.site.call({ path, as: PEOPLE.admin }).data as unknown as {
    transitions: { to: { name: string; statusCategory: { key: string } } }[];
  };
  const done = transitions.find(({ to }) => to.statusCategory.key === 'done');
  if (!done) return false;
  world.move(key, done.to.name, PEOPLE.admin);
  return true;
}
