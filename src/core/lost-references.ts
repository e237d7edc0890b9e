/** Things that the settings name and that Jira no longer has. */
import type { HealthProblem } from '../contract/health';
import type { SettingsDocument } from '../contract/settings';
import { pathText, type RefPlace, refPlaces, refWords } from './references';
import { effectiveSpace } from './spaces';

/** What to tell about a reference that leads nowhere. */
export function lostProblem(place: RefPlace, how: 'gone' | 'archived' | 'hidden'): HealthProblem {
  const thing = `The ${refWords[place.kind]} ${place.ref.name ?? place.ref.id ?? ''}`;
  const path = pathText(place.path);
  if (how === 'archived')
    return {
      path,
      what: `${thing} is archived: nothing can be created or changed there.`,
      fix: 'Restore it from the archive, or choose another project. Held findings are kept and can be retried then.',
    };
  if (how === 'hidden')
    return {
      path,
      what: `The app sees none of its issues in the project ${place.ref.name ?? place.ref.id ?? ''} any more. They are not taken for deleted.`,
      fix: 'Let the role atlassian-addons-project-access browse the project and see its security levels.',
      hidden: true,
    };
  const project = place.kind === 'project';
  return {
    path,
    what: project
      ? `${thing} does not exist any more, or the app may not see it.`
      : `${thing} does not exist there any more.`,
    fix: project
      ? 'Restore it, let the role atlassian-addons-project-access browse it, or choose another project.'
      : `Choose another ${refWords[place.kind]}.`,
  };
}

/** Whether findings of the product go through the place of a problem. */
export function problemTouches(path: string, product: string, document: SettingsDocument): boolean {
  const place = refPlaces(document).find((one) => pathText(one.path) === path);
  if (!place?.space) return place !== undefined;
  if (place.space.product !== undefined) return place.space.product === product;
  const { space, origins } = effectiveSpace(document, place.space.role, product);
  const setting = String(place.path[2]) as keyof typeof origins;
  return place.path[0] === 'closing' || (space.enabled && origins[setting] === 'default');
}
