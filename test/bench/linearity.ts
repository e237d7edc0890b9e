import type { Measured, Row, Verdict } from './measured';

const few = 1000;
const many = 10_000;
/** Ten times the findings may cost this much more than ten times the time or the CPU, which other work disturbs. */
const mostTime = 1.2;
const mostCpu = 1.6;

/** Adds to rows of ten thousand new findings how their costs compare, a finding, to those of a thousand. */
export function linearity(rows: readonly Row[]): Row[] {
  const base = rows.find(({ step, findings }) => step === 'new' && findings === few);
  return rows.map((row) =>
    base && row.step === 'new' && row.findings === many
      ? { ...row, verdicts: [...row.verdicts, ...verdicts(base.measured, row.measured)] }
      : row,
  );
}

function verdicts(base: Measured, measured: Measured): Verdict[] {
  const growth = (of: (one: Measured) => number) => of(measured) / of(base) / (many / few);
  return [
    { what: 'growth of time', value: growth(({ virtualMs }) => virtualMs), target: mostTime },
    { what: 'growth of CPU', value: growth(({ cpuMs }) => cpuMs), target: mostCpu },
  ];
}
