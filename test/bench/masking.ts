/** What looking for secrets in ordinary text needs. */
import { Masking } from '../../src/contract/masking';
import { maskTexts } from '../../src/masking/mask-texts';
import { buildFinding } from './findings';
import type { Row } from './measured';
import { fastest } from './meter';
import { inBench } from './setup';

const characters = 1_000_000;

/** The first time loads the second pair of eyes, and is shown without a target. */
export async function runMasking(): Promise<Row[]> {
  const texts = ordinaryTexts();
  const mask = () => maskTexts(texts, Masking.parse({}));
  return inBench(async ({ meter }) => {
    const first = await meter.measure(mask);
    const measured = await fastest(meter, mask);
    const verdicts = [{ what: 'CPU', value: measured.cpuMs / 1000, target: 0.1, unit: 's' }];
    const findings = texts.length;
    return [
      { step: 'texts of 1 MB, first use', findings, measured: first, verdicts: [] },
      { step: 'texts of 1 MB', findings, measured, verdicts },
    ];
  });
}

/** Titles, addresses, files and prose, as findings hold them, each once. */
function ordinaryTexts(): string[] {
  const texts = new Set<string>();
  let room = characters;
  for (let number = 0; room > 0; number += 1) {
    for (const value of Object.values(buildFinding(number))) {
      if (typeof value !== 'string' || texts.has(value)) continue;
      texts.add(value);
      room -= value.length;
    }
  }
  return [...texts];
}
