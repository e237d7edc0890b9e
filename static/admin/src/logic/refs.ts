import type { Ref } from '#contract/settings';
import type { Named, Project } from '../jira/types';

/** A reference with the name it has now, so that exports and messages can be read. */
export function refTo({ id, name }: Named): Ref {
  return { id, name };
}

/** How a project is written everywhere on the page: "Web shop (WEB)". */
export function projectLabel({ name, key }: Project): string {
  return `${name} (${key})`;
}

/** The thing that a reference names, or undefined when it is not among them. */
export function find<T extends Named>(things: readonly T[], ref: Ref | null | undefined): T | undefined {
  return ref?.id === undefined ? undefined : things.find(({ id }) => id === ref.id);
}

/** How a reference is written where only settings are at hand. */
export function refLabel(ref: Ref): string {
  return ref.name ?? ref.id ?? '';
}
