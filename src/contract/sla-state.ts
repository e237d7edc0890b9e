/** What a link record remembers of its clocks. Only of findings that a clock or an escalation is about. */
import { z } from 'zod';
import { Severity } from './finding';
import { ClockName } from './sla';

/**
 * A step that was taken: for which day the clock had then, of which severity the finding was (an older version of the app
 * did not note it), and what its portal is told of it.
 */
export const TakenStep = z.object({
  due: z.string(),
  severity: Severity.optional(),
  clock: ClockName,
  tells: z.enum(['finding.due_soon', 'finding.overdue']).optional(),
});
export type TakenStep = z.infer<typeof TakenStep>;

/** How long clocks stood still. */
export const Standing = z.object({
  /** Since when its risk is accepted (ms): the clocks stand still. */
  acceptedSince: z.number().int().optional(),
  /** For how many days they stood still before. */
  stood: z.object({ calendar: z.number().int(), working: z.number().int() }).optional(),
});
export type Standing = z.infer<typeof Standing>;

export const SlaState = Standing.extend({
  /** The due date that the portal sent last. */
  own: z.string().optional(),
  /** The days on which the clocks run out; of `fix` the portal's own where that holds. */
  fix: z.string().optional(),
  assign: z.string().optional(),
  /** By the step's id. */
  taken: z.record(z.string(), TakenStep).optional(),
  /** By step and issue the priority (id) that it is about to get: it is raised once though a pass dies. */
  raising: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});
export type SlaState = z.infer<typeof SlaState>;

/**
 * `version` of the section that the walk follows; `busy`: it met records that somebody worked on; `rounds`: how often it
 * has been round.
 */
export const SlaWalk = z.object({
  version: z.number().int(),
  cursor: z.string().optional(),
  busy: z.boolean(),
  rounds: z.number().int(),
  done: z.boolean(),
  /** When it last got on (ms). */
  at: z.number().int(),
});
export type SlaWalk = z.infer<typeof SlaWalk>;
