import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { frameOf, Reading } from '../reading/reading';
import { firstIn, valueIn } from '../source';
import { GenericFinding, Report } from './finding';
import { observe } from './observe';

/** DefectDojo's generic findings import. */
export const generic: Format = {
  name: 'generic',
  title: 'DefectDojo generic findings import, JSON',
  complete:
    'the whole product and the tool that type or name say, since the report names nothing else: send ?scope= where a product has several parts',
  signs: 'findings with title, in the fields of DefectDojo',
  recognises: ({ document }) => {
    const findings = valueIn(document, 'findings');
    if (!Array.isArray(findings)) return false;
    const first = firstIn(findings);
    return first === undefined || typeof valueIn(first, 'title') === 'string';
  },
  read,
};

const isA = 'a generic findings import of DefectDojo in JSON: an object with a list of findings';

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const read = frameOf(document, Report, isA);
  if (!read.ok) return read;
  const { findings, name, type } = read.frame;
  const reading = new Reading(product);
  const part = reading.part({ tool: type || name || 'Generic Findings Import', scope: '' });
  reading.take(findings, 'findings', GenericFinding, (one) => observe(one, part));
  return reading.answer();
}
