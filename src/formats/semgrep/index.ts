import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { frameOf, Reading } from '../reading/reading';
import { firstIn, valueIn } from '../source';
import { observe } from './observe';
import { Report, Result } from './report';

/** Semgrep's own report in JSON. */
export const semgrep: Format = {
  name: 'semgrep',
  title: 'Semgrep JSON: code, supply chain, secrets',
  complete:
    'the whole product, since the report names no repository: send ?scope= where a product has several; it proves nothing where the tool reports an error of level "error"',
  signs: 'results with check_id, or results beside errors',
  recognises: ({ document }) => {
    const results = valueIn(document, 'results');
    if (!Array.isArray(results)) return false;
    const first = firstIn(results);
    return first === undefined
      ? Array.isArray(valueIn(document, 'errors'))
      : valueIn(first, 'check_id') !== undefined;
  },
  read,
};

const isA = 'a report of Semgrep in JSON (semgrep scan --json): an object with a list of results';

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const read = frameOf(document, Report, isA);
  if (!read.ok) return read;
  const { results, errors = [] } = read.frame;
  const failed = errors.some((one) => /^(?:error|fatal)$/i.test(one?.level?.trim() ?? ''));
  const reading = new Reading(product);
  const part = reading.part({
    tool: 'Semgrep',
    scope: '',
    ...(failed && { incomplete: 'errorNotification' }),
  });
  reading.take(results, 'results', Result, (one) => observe(one, part));
  return reading.answer();
}
