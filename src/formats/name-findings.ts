import type { FindingInput } from '../contract/finding';
import { groupBy } from '../core/data/lists';
import type { ReadResult, ReportReading } from './format';
import { identify } from './matching';

type Read = Extract<ReportReading, { ok: true }>;

/** The findings of a report under the ids that they get where nothing is known of its scopes yet. */
export function nameFindings(
  { results, parts }: Pick<Read, 'results' | 'parts'>,
  product: string,
): FindingInput[] {
  const ids = new Map<ReadResult, string>();
  for (const [tool, some] of groupBy(results, ({ part }) => parts[part]?.tool ?? '')) {
    const marks = some.map((one) => one.marks);
    const identities = identify(marks, { here: [] }, { product, tool });
    for (const [index, one] of some.entries()) ids.set(one, identities.ids[index] ?? '');
  }
  return results.map((one) => ({ ...one.finding, id: ids.get(one) ?? '' }));
}
