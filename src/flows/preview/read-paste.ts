/** What an admin pasted to try: one finding, a list of findings, or a scanner's report. */
import type { ReportPreview } from '../../contract/api';
import { Finding } from '../../contract/finding';
import type { SnapshotItem } from '../../contract/inbox';
import { isOwnForm } from '../../contract/own-findings';
import { type FieldProblem, fieldProblems } from '../../contract/invalid-fields';
import { type MaskedCounts, totalCounts } from '../../contract/masking';
import type { FieldError } from '../../contract/problem';
import type { SettingsDocument } from '../../contract/settings';
import { plainMeaning } from '../../core/portal/plain-meaning';
import { knownStatuses } from '../../core/sync/lifecycle';
import { formatOf } from '../../formats';
import type { Format, Source } from '../../formats/format';
import { nameFindings } from '../../formats/name-findings';
import { isBag, sourceOf, valueIn } from '../../formats/source';
import { maskFindings } from '../../masking/mask-findings';
import { sortFindings } from '../intake/accept-findings';
import { readReport } from '../intake/read-report';
import type { ReadPorts } from '../ports';
import { matchReport } from './match-report';

export type ReadPaste =
  | {
      readonly ok: true;
      readonly total: number;
      /** As they would be stored. */
      readonly items: readonly SnapshotItem[];
      /** The secrets that were in them, by kind; absent: none. */
      readonly masked?: MaskedCounts;
      /** What the format of the report is called; absent: it was none. */
      readonly format?: string;
      /** What the report that was pasted would do as a complete one. */
      readonly report?: ReportPreview;
    }
  | { readonly ok: false; readonly errors: readonly FieldProblem[] };

/** A preview shows at most this many findings. */
export const previewed = 20;
/** More would not fit on a screen. */
const errorsShown = 20;

interface Pasted {
  /** Empty: of no connection in particular. */
  readonly connection: string;
  readonly document: unknown;
  readonly product?: string | undefined;
  readonly now: number;
}

/**
 * The pasted findings, checked as if the portal had sent them; the first that is not valid refuses the paste. A report
 * without findings is good news, as at the portal's door.
 */
export async function readPaste(
  ports: Pick<ReadPorts, 'known' | 'now'>,
  { connection, document, product, now }: Pasted,
  settings: SettingsDocument,
): Promise<ReadPaste> {
  const found = await findingsIn(ports, { connection, document, product }, settings);
  if ('errors' in found) return { ok: false, errors: found.errors };
  const total = found.inputs.length;
  if (total === 0 && found.format === undefined) return wrong('noFindings');
  const inputs = found.inputs.slice(0, previewed);
  const { items, rejected } = sortFindings(inputs, settings, now, connection);
  const errors = rejected.flatMap(({ index, errors: said }) =>
    problemsOf(inputs[index], said, settings).map(({ path, message }) => ({
      path: [...(found.isList ? ['findings', String(index)] : []), path].filter(Boolean).join('.'),
      message,
    })),
  );
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, errorsShown) };
  const snapshots = items.filter((item): item is SnapshotItem => 'finding' in item);
  const shown = await maskFindings(
    snapshots.map(({ finding }) => finding),
    settings.masking,
  );
  const masked = totalCounts([found.masked, ...shown.map(({ counts }) => counts)]);
  return {
    ok: true,
    total,
    items: snapshots.map((item, index) => ({ ...item, finding: shown[index]?.finding ?? item.finding })),
    ...(masked && { masked }),
    ...(found.format !== undefined && { format: found.format }),
    ...(found.report && { report: found.report }),
  };
}

type Found =
  | {
      readonly inputs: readonly unknown[];
      readonly isList: boolean;
      readonly masked: MaskedCounts;
      readonly format?: string;
      readonly report?: ReportPreview;
    }
  | { readonly errors: readonly FieldProblem[] };

async function findingsIn(
  ports: Pick<ReadPorts, 'known' | 'now'>,
  pasted: Omit<Pasted, 'now'>,
  settings: SettingsDocument,
): Promise<Found> {
  const { document } = pasted;
  const source = sourceIn(document);
  const format = isOwnForm(document) ? undefined : formatOf(source);
  if (format !== undefined) return findingsOfReport(ports, { ...pasted, format, source }, settings);
  if (!isBag(document)) return { errors: [{ path: '', message: { code: 'notAFinding' } }] };
  const list = valueIn(document, 'findings');
  return Array.isArray(list)
    ? { inputs: list.map(plainMeaning), isList: true, masked: {} }
    : { inputs: [plainMeaning(document)], isList: false, masked: {} };
}

/** A text is a report that is no JSON document: the page parses what is one. */
function sourceIn(document: unknown): Source {
  return typeof document === 'string' ? sourceOf(document) : { text: '', document };
}

interface PastedReport {
  readonly connection: string;
  readonly product?: string | undefined;
  readonly format: Format;
  readonly source: Source;
}

async function findingsOfReport(
  ports: Pick<ReadPorts, 'known' | 'now'>,
  { connection, product, format, source }: PastedReport,
  settings: SettingsDocument,
): Promise<Found> {
  if (product === undefined) return { errors: [{ path: 'product', message: { code: 'required' } }] };
  const read = await readReport(format, source, product, settings.masking);
  const errors = read.ok ? read.rejected.flatMap((one) => one.errors) : read.errors;
  if (!read.ok || (read.results.length === 0 && errors.length > 0))
    return { errors: errors.map(inWordsOfApi).slice(0, errorsShown) };
  const told = { isList: true, masked: read.masked, format: format.title };
  if (connection === '') return { ...told, inputs: nameFindings(read, product) };
  const { findings, report } = await matchReport(ports, { connection, product, read }, settings);
  return { ...told, inputs: findings, report };
}

/** The page's own words for what is wrong where there are some, else those that the portal would be told. */
function problemsOf(
  input: unknown,
  said: readonly FieldError[],
  settings: SettingsDocument,
): readonly FieldProblem[] {
  const parsed = Finding.safeParse(input);
  if (parsed.success)
    return said.map((error) =>
      error.path === 'status'
        ? { path: error.path, message: { code: 'oneOf', values: knownStatuses(settings) } }
        : inWordsOfApi(error),
    );
  const problems = fieldProblems(parsed.error);
  return said.map((error, index) => {
    const problem = problems[index];
    return problem === undefined || problem.message.code === 'misfit' ? inWordsOfApi(error) : problem;
  });
}

function inWordsOfApi({ path, message }: FieldError): FieldProblem {
  return { path, message: { code: 'saidByApi', text: message } };
}

function wrong(code: 'noFindings'): ReadPaste {
  return { ok: false, errors: [{ path: '', message: { code } }] };
}
