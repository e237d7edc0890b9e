/** Recurring tasks: work that comes round by itself and becomes an issue like any finding. */
import { z } from 'zod';
import { Severity } from './finding';

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const Period = z.enum(periods);
export type Period = z.infer<typeof Period>;

/** The connection that recurring tasks belong to. It is the app's own: nobody can call in its name. */
export const taskConnection = 'recurringtasks';

export const TimeZone = z.string().refine(isTimeZone, {
  error: 'must be a time zone like Europe/Berlin',
  params: { message: { code: 'badTimeZone' } },
});

/** Found to be zones before, in lower case: a formatter costs more than all else that is checked of the settings. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  const zone = name.toLowerCase();
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * `on`: the day of the week (1 Monday … 7 Sunday), or of the month, a quarter's or year's first; where a month is shorter
 * its last day. The day begins at midnight of `timeZone`. `whenOpen`: what happens while the last one is not done yet.
 */
export const Task = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, - or _'),
    name: z.string().min(1).max(100),
    product: z.string().trim().min(1).max(255),
    title: z.string().trim().min(1).max(255),
    description: z.string().max(30_000).default(''),
    severity: Severity.default('medium'),
    every: Period,
    on: z.number().int().min(1).max(31).default(1),
    dueInDays: z.number().int().min(0).max(3650).nullable().default(null),
    timeZone: TimeZone.default('UTC'),
    whenOpen: z.enum(['create', 'skip']).default('create'),
    enabled: z.boolean().default(true),
  })
  .refine(({ every, on }) => every !== 'week' || on <= 7, {
    path: ['on'],
    error: 'must be 1 (Monday) to 7 (Sunday) for a weekly task',
    params: { message: { code: 'atMost', most: 7 } },
  });
export type Task = z.infer<typeof Task>;

export const Tasks = z
  .array(Task)
  .max(200, 'must hold at most 200 tasks')
  .superRefine((tasks, context) => {
    tasks.forEach(({ id }, index) => {
      if (tasks.findIndex((one) => one.id === id) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: 'must be no other task’s id',
          params: { message: { code: 'notUnique' } },
        });
    });
  });
export type Tasks = z.infer<typeof Tasks>;

/**
 * What the schedule remembers of a task: from which date on it is looked at, up to which turn it was, and the period that
 * was made last; turns that were left out while that was open come between. Older versions noted no `made`.
 */
export const TaskMark = z.object({
  since: z.string(),
  last: z.object({ date: z.string(), period: z.string() }).optional(),
  made: z.string().optional(),
});
export type TaskMark = z.infer<typeof TaskMark>;

export const TaskMarks = z.object({ v: z.literal(1), tasks: z.record(z.string(), TaskMark) });
export type TaskMarks = z.infer<typeof TaskMarks>;
