/** What a call is about, as Jira's limits of the rate see it. */

/** The method, and the path without what names a single thing. */
export function endpointOf(method: string, path: string): string {
  const parts = path.replace(/\?.*/, '').replace('/rest/api/3', '').split('/');
  return `${method} ${parts.map((part) => (/[\d:]/.test(part) ? '{}' : part)).join('/')}`;
}

/** The issue that a call writes to; undefined: it only reads, or is about none or several. */
export function writtenIssue(method: string, path: string): string | undefined {
  return method === 'GET' ? undefined : /\/issue\/(\d+)(?:[/?]|$)/.exec(path)?.[1];
}

/** Jira takes so many writes to one issue within so many ms. */
const issueLimits = [
  { writes: 20, within: 2_000 },
  { writes: 100, within: 30_000 },
] as const;
const counts = 30_000;

/** When the next write to an issue may begin, after those that began at these times. */
export function nextWriteAt(begun: readonly number[]): number {
  return Math.max(0, ...issueLimits.map(({ writes, within }) => (begun.at(-writes) ?? -within) + within));
}

/** The times of writes to an issue that still count, and one that begins now. */
export function withWrite(begun: readonly number[], now: number): number[] {
  return [...begun.filter((at) => at > now - counts), now];
}
