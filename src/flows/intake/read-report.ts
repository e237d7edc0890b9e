import type { MaskedCounts, Masking } from '../../contract/masking';
import { groupBy } from '../../core/data/lists';
import { parseJson } from '../../core/data/parse-json';
import type { Format, ReadResult, ReportReading, Source } from '../../formats/format';
import { maskDocument } from '../../masking/mask-document';

export type MaskedReading =
  | (Extract<ReportReading, { ok: true }> & { readonly masked: MaskedCounts })
  | Extract<ReportReading, { ok: false }>;

/**
 * Reads a report whose secrets are masked. What tells its results apart is a hash of what the tool really said, so that
 * two results stay two where nothing but a secret tells them apart.
 */
export async function readReport(
  format: Format,
  source: Source,
  product: string,
  masking: Masking,
): Promise<MaskedReading> {
  const said = format.read(source, { product });
  if (!said.ok) return said;
  const { source: shown, masked } = await maskSource(source, masking);
  if (shown === source) return { ...said, masked };
  const read = format.read(shown, { product });
  if (!read.ok) return read;
  // Several results may be of one entry of the report, always in the same order.
  const marks = groupBy(said.results, ({ index }) => index);
  return {
    ...read,
    results: read.results.map((result) => withMarks(result, marks.get(result.index)?.shift()?.marks)),
    masked,
  };
}

/** Of a text that is no JSON document, every line that is JSON is masked as such, and every other as it stands. */
async function maskSource(
  source: Source,
  masking: Masking,
): Promise<{ readonly source: Source; readonly masked: MaskedCounts }> {
  if (source.document !== undefined) {
    const { document, masked } = await maskDocument(source.document, masking);
    return { source: document === source.document ? source : { ...source, document }, masked };
  }
  const lines = source.text.split('\n').map((line) => parseJson(line)?.json ?? line);
  const { document, masked } = await maskDocument(lines, masking);
  if (document === lines || !Array.isArray(document)) return { source, masked };
  const shown = document.map((line: unknown) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return { source: { ...source, text: shown.join('\n') }, masked };
}

/** Rule and place are stored as they are, and come from the masked report; the rest is hashed. */
function withMarks(result: ReadResult, said: ReadResult['marks'] | undefined): ReadResult {
  if (!said) return result;
  const { rule, place, oldRules } = result.marks;
  return { ...result, marks: { ...said, rule, place, ...(oldRules && { oldRules }) } };
}
