import type { Texts } from '../texts/en';

/** A status of the portal in words; one that an admin added reads like its name. */
export function statusWord(status: string, { statusOf }: Texts): string {
  const known = new Map<string, string>(Object.entries(statusOf)).get(status);
  if (known !== undefined) return known;
  const words = status.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
