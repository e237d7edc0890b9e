import type { MaskedCounts, Masking } from '../../contract/masking';
import type { Format, ReadResult, ReportReading } from '../../formats/format';
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
  document: unknown,
  product: string,
  masking: Masking,
): Promise<MaskedReading> {
  const said = format.read(document, { product });
  if (!said.ok) return said;
  const { document: shown, masked } = await maskDocument(document, masking);
  if (shown === document) return { ...said, masked };
  const read = format.read(shown, { product });
  if (!read.ok) return read;
  const marks = new Map(said.results.map((result) => [result.index, result.marks]));
  return {
    ...read,
    results: read.results.map((result) => withMarks(result, marks.get(result.index))),
    masked,
  };
}

/** Rule and place are stored as they are, and come from the masked report; the rest is hashed. */
function withMarks(result: ReadResult, said: ReadResult['marks'] | undefined): ReadResult {
  if (!said) return result;
  const { rule, place, oldRules } = result.marks;
  return { ...result, marks: { ...said, rule, place, ...(oldRules && { oldRules }) } };
}
