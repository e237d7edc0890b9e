/** By when findings are to be assigned and mended, and what happens before and after. */
import { z } from 'zod';
import { Day, Kind, Severity } from './finding';
import { Ref } from './ref';
import { labelPattern } from './space';
import { TimeZone } from './tasks';

export const clockNames = ['fix', 'assign'] as const;
export const ClockName = z.enum(clockNames);
export type ClockName = z.infer<typeof ClockName>;

/**
 * How long a finding may take. The day it counts `from` is day 0; a severity without days has no such clock. `working`
 * counts working days only. `dueDate` of the fix clock: whether it gives a date only where the portal sends none, or the
 * earlier of the two. Without `kinds` or `products` it holds for all.
 */
export const Clock = z.object({
  days: z.partialRecord(Severity, z.number().int().min(0).max(3650)).default({}),
  count: z.enum(['calendar', 'working']).default('calendar'),
  from: z.enum(['firstSeen', 'created']).default('firstSeen'),
  dueDate: z.enum(['missing', 'earlier']).default('missing'),
  kinds: z.array(Kind).max(20).optional(),
  products: z.array(z.string().trim().min(1).max(255)).max(1000).optional(),
});
export type Clock = z.infer<typeof Clock>;

/** A reference to something in Jira; a text is its id. */
const RefOrId = z.preprocess((value) => (typeof value === 'string' ? { id: value } : value), Ref);

export const actionKinds = ['comment', 'label', 'priority', 'assign', 'tell'] as const;
export const ActionKind = z.enum(actionKinds);
export type ActionKind = z.infer<typeof ActionKind>;

/**
 * What a step does: `comment` says `text` and names the person `mention`; `label` adds `label`; `priority` raises by one,
 * or up to the priority `to`; `assign` gives the issue to the person `to`; `tell` tells the portal.
 */
export const Action = z
  .object({
    kind: ActionKind,
    text: z.string().trim().max(2000).optional(),
    mention: RefOrId.nullable().optional(),
    label: z.string().regex(labelPattern, 'must be without spaces and at most 255 characters').optional(),
    to: RefOrId.nullable().optional(),
  })
  .superRefine(({ kind, text = '', label, to }, context) => {
    const lacks = (path: string) => {
      context.addIssue({
        code: 'custom',
        path: [path],
        message: 'is required',
        params: { message: { code: 'required' } },
      });
    };
    if (kind === 'comment' && text === '') lacks('text');
    if (kind === 'label' && label === undefined) lacks('label');
    if (kind === 'assign' && !to) lacks('to');
  });
export type Action = z.infer<typeof Action>;

/** `days`: before (negative) or after the day on which the clock runs out, counted as the clock counts. */
export const EscalationStep = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/, 'must be letters, digits, hyphens and underscores, at most 64'),
  clock: ClockName.default('fix'),
  days: z.number().int().min(-365).max(365),
  do: z.array(Action).max(10).default([]),
});
export type EscalationStep = z.infer<typeof EscalationStep>;

export const mostSteps = 50;
/** So many steps are taken in an hour, all findings together. */
export const stepsAnHour = 250;

export const Sla = z.object({
  timeZone: TimeZone.default('UTC'),
  /** 1 Monday … 7 Sunday. */
  workingDays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .transform((days) => [...new Set(days)].sort((a, b) => a - b))
    .default([1, 2, 3, 4, 5]),
  holidays: z.array(Day).max(1000).default([]),
  fix: Clock.optional(),
  assign: Clock.optional(),
  escalation: z.array(EscalationStep).max(mostSteps).default([]),
});
export type Sla = z.infer<typeof Sla>;

/** Where nobody set it up: no clock, and nothing escalates. */
export function defaultSla(): Sla {
  return Sla.parse({});
}

/** Whether it says anything of any finding. */
export function isSlaOn({ fix, assign, escalation }: Sla): boolean {
  return fix !== undefined || assign !== undefined || escalation.length > 0;
}
