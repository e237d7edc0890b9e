/** Things that the settings name and that Jira no longer has. */
import type { HealthProblem } from '../../contract/health';
import { roles, type SettingsDocument } from '../../contract/settings';
import { pathText, refName, type RefPlace, refPlaces } from './references';
import { effectiveSpace } from './spaces';

/** What to tell about a reference that leads nowhere. */
export function lostProblem(place: RefPlace, how: 'gone' | 'archived' | 'hidden'): HealthProblem {
  const path = pathText(place.path);
  const name = refName(place.ref);
  const { kind } = place;
  if (how === 'archived') return { path, what: { code: 'archived', name }, fix: { code: 'fixArchived' } };
  if (how === 'hidden')
    return { path, what: { code: 'hiddenIssues', name }, fix: { code: 'fixHiddenIssues' }, hidden: true };
  return kind === 'project'
    ? { path, what: { code: 'lostProject', name }, fix: { code: 'fixLostProject' } }
    : { path, what: { code: 'lostThing', kind, name }, fix: { code: 'fixLostThing', kind } };
}

/** Whether findings of the product go through the place of a problem. */
export function problemTouches(path: string, product: string, document: SettingsDocument): boolean {
  const unfilled = unfilledIn(path, document);
  if (unfilled) return unfilled.product === undefined || unfilled.product === product;
  const place = refPlaces(document).find((one) => pathText(one.path) === path);
  if (!place?.space) return place !== undefined;
  if (place.space.product !== undefined) return place.space.product === product;
  // Which findings a rule takes, only the findings themselves tell.
  if (place.space.rule !== undefined) return false;
  const { space, origins } = effectiveSpace(document, place.space.role, product);
  const setting = String(place.path[2]) as keyof typeof origins;
  return place.path[0] === 'closing' || (space.enabled && origins[setting] === 'default');
}

/** Of which product a required field is that nothing fills; any, where no product says otherwise. */
function unfilledIn(path: string, { products }: SettingsDocument): { product?: string } | undefined {
  // Paths of rows go on from their number.
  const isField = (list: string) => path.startsWith(list) && /^\w+$/.test(path.slice(list.length));
  if (roles.some((role) => isField(`spaces.${role}.mapping.`))) return {};
  const product = Object.keys(products).find((name) =>
    roles.some((role) => isField(`products.${name}.${role}.mapping.`)),
  );
  return product === undefined ? undefined : { product };
}
