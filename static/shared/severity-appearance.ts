import type { Severity } from '#contract/finding';

/** How the lozenge of a severity looks. Its word says it; the colour only helps. */
export const severityAppearance = {
  critical: 'removed',
  high: 'removed',
  medium: 'moved',
  low: 'inprogress',
  info: 'default',
} as const satisfies Record<Severity, string>;
