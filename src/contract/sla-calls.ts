/** The page calls about clocks and steps: input and output by name. */
import { z } from 'zod';
import type { Severity } from './finding';
import { type ClockName, Sla } from './sla';

/** What each call takes. */
export const slaInputs = {
  /** What would be done by these settings, which need not be saved. */
  'sla.preview': z.object({ sla: Sla }),
} as const;

/** How many findings a step would be taken for: at once, because it is late, and within the next 24 hours. */
export interface StepPreview {
  readonly id: string;
  readonly clock: ClockName;
  readonly days: number;
  readonly now: number;
  readonly next24Hours: number;
}

/** A finding that steps would be taken for. */
export interface EscalatedRow {
  readonly connection: string;
  readonly finding: string;
  readonly product: string;
  readonly title: string;
  readonly severity: Severity;
  readonly step: string;
  readonly due: string;
  /** When the step comes (ms); absent: at once. */
  readonly at?: number;
}

export interface SlaPreview {
  readonly steps: StepPreview[];
  /** All steps that would be taken at once, and for how many hours the cap spreads them. */
  readonly now: number;
  readonly hours: number;
  /** Findings whose due date would be another one. */
  readonly dueDates: number;
  /** At most 50, the worst first. */
  readonly rows: EscalatedRow[];
  /** How many findings were looked at, and whether these were all. */
  readonly looked: number;
  readonly complete: boolean;
}

/** What each call answers. */
export interface SlaOutputs {
  'sla.preview': SlaPreview;
}
