/** A moment as Jira writes it, `2026-08-06T11:30:39.194-0500`, in ms; undefined for anything else. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}
