import type { Space } from '#contract/settings';

/** The values a space still needs before issues can be created in it. A space that is off needs none. */
export function missingIn(
  space: Pick<Space, 'enabled' | 'project' | 'issueType'>,
): ('project' | 'issueType')[] {
  if (!space.enabled) return [];
  if (space.project === null) return ['project'];
  return space.issueType === null ? ['issueType'] : [];
}
