import type { World } from '../world';

/** Milliseconds as Jira writes them: `2026-08-06T11:30:39.194-0500`, in the site's zone. */
export function timestampOf(world: World, at: number): string {
  const offset = world.options.utcOffsetMinutes;
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 23);
  const minutes = Math.abs(offset);
  const zone = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
  return `${local}${offset < 0 ? '-' : '+'}${zone}`;
}
