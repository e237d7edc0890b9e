/** What writing issues by templates needs: parsed anew for every hundred findings, as in passes. */
import { Finding } from '../../src/contract/finding';
import { createTemplates } from '../../src/mappings/templates/engine';
import { builtInTexts } from '../../src/mappings/templates/built-in/built-in';
import { writeDescription, writeSummary } from '../../src/mappings/templates/write-issue';
import { slices } from '../../src/core/data/lists';
import { buildFindings } from './findings';
import type { Row } from './measured';
import { inBench } from './setup';

const aPass = 100;
/** Milliseconds of CPU. */
const eachAtMost = 1;

/** The built-in template as it is, and as if it were an admin's own. */
export async function runTemplates(count: number): Promise<Row[]> {
  const findings = buildFindings(count).map((finding) => Finding.parse(finding));
  const texts = builtInTexts('en');
  const built = { id: 'vulnerability', mode: 'replace' } as const;
  return inBench(async ({ meter }) => {
    const rows: Row[] = [];
    for (const [step, template] of [
      ['built in', built],
      ['own', { ...built, texts }],
    ] as const) {
      const measured = await meter.measure(() => {
        for (const some of slices(findings, aPass)) {
          const templates = createTemplates();
          for (const finding of some) {
            const of = { finding, role: 'product', language: 'en' } as const;
            writeSummary(templates, template, of);
            writeDescription(templates, template, of);
          }
        }
        return Promise.resolve();
      });
      const verdict = { what: 'CPU each', value: measured.cpuMs / count, target: eachAtMost, unit: 'ms' };
      rows.push({ step: `template ${step}`, findings: count, measured, verdicts: [verdict] });
    }
    return rows;
  });
}
