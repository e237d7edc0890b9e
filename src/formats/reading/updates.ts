import { plainToMarkdown } from '../markdown';
import { clampText, oneLine } from '../text';

/** What to do about a package whose vulnerability is fixed in these versions, as Markdown; empty without any. */
export function updateTo(name: string, fixed: readonly (string | undefined)[]): string {
  const versions = versionsOf(fixed);
  return versions === '' ? '' : plainToMarkdown(`Update ${oneLine(name)} to ${versions}.`);
}

/** The versions in one line. */
export function versionsOf(fixed: readonly (string | undefined)[]): string {
  const given = fixed
    .slice(0, 50)
    .flatMap((one) => (one === undefined || one.trim() === '' ? [] : [oneLine(one)]));
  return clampText([...new Set(given)].join(', '), 500);
}
