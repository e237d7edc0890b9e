/** What settings must be beyond their shape before they are saved. Paths count from the section. */
import { builtInStatuses } from '../contract/finding';
import type { FieldError } from '../contract/problem';
import { roles, type SectionName, type SettingsDocument, type Space } from '../contract/settings';
import { pathText, refPlaces, refWords } from './references';
import { effectiveSpace } from './spaces';

/** What is wrong with a section of this document, which holds the section as it would be saved. */
export function checkSection(section: SectionName, document: SettingsDocument): FieldError[] {
  return [...refsWithoutId(section, document), ...checkRules(section, document)];
}

/** The same for a document whose references may still be names. */
export function checkRules(section: SectionName, document: SettingsDocument): FieldError[] {
  switch (section) {
    case 'spaces':
      return roles.flatMap((role) => incomplete(document.spaces[role], role));
    case 'products':
      return Object.keys(document.products).flatMap((product) =>
        roles
          .filter((role) => document.products[product]?.[role] !== undefined)
          .flatMap((role) => incomplete(effectiveSpace(document, role, product).space, `${product}.${role}`)),
      );
    case 'statuses':
      return Object.keys(document.statuses.own)
        .filter((status) => status in builtInStatuses)
        .map((status) => ({ path: `own.${status}`, message: 'is built in already; choose another name' }));
    default:
      return [];
  }
}

/** Issues can be created only where project and issue type are known. */
export function incomplete(space: Space, path: string): FieldError[] {
  if (!space.enabled) return [];
  return [
    ...(space.project
      ? []
      : [{ path: `${path}.project`, message: 'choose a project, or switch the space off' }]),
    ...(space.issueType
      ? []
      : [{ path: `${path}.issueType`, message: 'choose an issue type, or switch the space off' }]),
  ];
}

/** Names are for people: what is used must be named by its id. */
function refsWithoutId(section: SectionName, document: SettingsDocument): FieldError[] {
  return refPlaces(document)
    .filter(({ path, ref }) => path[0] === section && ref.id === undefined)
    .map(({ path, kind }) => ({
      path: pathText(path.slice(1)),
      message: `needs the id of the ${refWords[kind]}; a name alone is taken by the import only`,
    }));
}
