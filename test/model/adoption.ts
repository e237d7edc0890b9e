/** Rivals for one existing issue: a finding of each connection names it. */
import { PEOPLE } from '../sandbox/jira/seed';
import { finding, type Portal, type World } from '../support/world';
import { seenIssue } from './seen';

export interface Adoption {
  readonly id: string;
  readonly key: string;
}

/** An issue that a person wrote. */
export function createByHand(world: World): string {
  const issuetype = { id: world.ref('type', 'WEB', 'Task').id ?? '' };
  const fields = { project: { key: 'WEB' }, issuetype, summary: 'Written by a person' };
  const path = '/rest/api/3/issue';
  return world.site.call({ method: 'POST', path, as: PEOPLE.developer, body: { fields } }).data.key as string;
}

/** A finding that names it. */
export function nameExisting({ id, key }: Adoption, status: string, updatedAt: string): object {
  return finding({ id, status, updatedAt, title: 'Known', existing: { product: key } });
}

/** What is wrong: one of them has the issue, and only that one decides over it. `other` said at last that it is resolved. */
export async function adoptionWrong(
  world: World,
  { id, key }: Adoption,
  portal: Portal,
  other: Portal,
): Promise<string[]> {
  const [mine, theirs] = [await stateOf(portal, id), await stateOf(other, id)];
  const owners = [mine, theirs].filter((one) => one.issues.product?.key === key).length;
  const { done } = seenIssue(world, key);
  const isTheirs = theirs.issues.product?.key === key;
  return [
    ...(owners === 1 ? [] : [`${key} has ${String(owners)} owners`]),
    ...(mine.state === 'pending' || theirs.state === 'pending' ? [`${id} is still pending`] : []),
    ...(owners === 1 && done !== isTheirs ? [`${key} does not do what its owner says`] : []),
  ];
}

interface State {
  readonly state: string;
  readonly issues: { readonly product?: { readonly key: string } };
}

async function stateOf(portal: Portal, id: string): Promise<State> {
  const { json } = await portal.post('/v1/findings/lookup', { ids: [id] });
  return (json as State[])[0] ?? { state: '', issues: {} };
}
