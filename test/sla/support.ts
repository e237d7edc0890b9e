/** What tests of clocks and steps ask the sandbox. */
import type { Portal, World } from '../support/world';

export const dayMs = 86_400_000;

export interface Told {
  readonly type: string;
  readonly finding: { readonly id: string };
  readonly data: { readonly clock?: string; readonly dueDate?: string | null; readonly from?: string };
}

/** What a portal heard of clocks, in order. */
export async function toldOfClocks(portal: Portal): Promise<Told[]> {
  const told: Told[] = [];
  for (let after = 0; ;) {
    const { events, next } = (await portal.get(`/v1/events?after=${String(after)}`)).json as {
      events: Told[];
      next: number;
    };
    told.push(...events.filter(({ type }) => ['due_changed', 'due_soon', 'overdue'].includes(type.slice(8))));
    if (events.length === 0) return told;
    after = next;
  }
}

/** The words of the comments on an issue, the names of people in brackets. */
export function commentsOn(world: World, key: string): string[] {
  const { comments } = world.fields(key)['comment'] as unknown as { comments: { body: unknown }[] };
  return comments.map(({ body }) => wordsIn(body));
}

function wordsIn(node: unknown): string {
  const {
    type,
    text,
    attrs,
    content = [],
  } = node as {
    type: string;
    text?: string;
    attrs?: { id?: string };
    content?: unknown[];
  };
  if (type === 'mention') return `[${attrs?.id ?? ''}]`;
  return (text ?? '') + content.map(wordsIn).join(type === 'doc' ? '|' : '');
}

/** Lets days pass; the five-minute schedule runs once at the end of each. */
export async function days(world: World, count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) await sleepWithoutSchedules(world, dayMs);
}

/** Lets time pass with all schedules down, then runs the five-minute one. */
export async function sleepWithoutSchedules(world: World, ms: number): Promise<void> {
  await world.clock.sleep(ms);
  await world.host.runSchedule('sweep');
  await world.settle();
}
