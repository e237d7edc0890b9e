import type { BuiltInStatus } from '../finding';

/** The word for a finding's status; one that an admin added reads like its name. */
export function statusWord(status: string, words: Readonly<Record<BuiltInStatus, string>>): string {
  // Names come from the portal: every object seems to know a "constructor".
  return Object.hasOwn(words, status) ? words[status as BuiltInStatus] : status.replaceAll('_', ' ');
}
