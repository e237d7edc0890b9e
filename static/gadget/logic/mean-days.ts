const dayMs = 86_400_000;

/** From when to when (ms) an issue was open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The mean time in days, to one place; undefined where there is nothing to take it of. */
export function meanDays(spans: readonly Span[]): number | undefined {
  if (spans.length === 0) return undefined;
  const sum = spans.reduce((total, { from, to }) => total + Math.max(0, to - from), 0);
  return Math.round((sum / spans.length / dayMs) * 10) / 10;
}
