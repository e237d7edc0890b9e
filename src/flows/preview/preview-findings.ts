/** What would become of findings if the portal sent them now. The code of the real pass, up to its first write. */
import type { AdminOutputs, FindingPreview } from '../../contract/api';
import type { FieldProblem } from '../../contract/invalid-fields';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { Rule, SettingsDocument } from '../../contract/settings';
import type { Workflow } from '../../core/jira/workflow';
import { linkKey } from '../../core/sync/link-key';
import { isContested } from '../../core/sync/rivals';
import { traceRules } from '../../core/sync/trace-rules';
import { formKey, readForms } from '../apply/create-forms';
import { readIssues } from '../apply/edit-issues';
import { noteMissingAccounts } from '../apply/find-accounts';
import type { Job } from '../apply/job';
import { prepareJobs } from '../apply/prepare-jobs';
import { updates } from '../apply/tasks';
import type { ReadPorts } from '../ports';
import { type Known, previewIssue } from './preview-issue';
import { readPaste } from './read-paste';

export type PreviewOutcome =
  | ({ readonly ok: true } & AdminOutputs['findings.preview'])
  | { readonly ok: false; readonly errors: readonly FieldProblem[] };

interface Tried {
  readonly connection?: string | undefined;
  readonly product?: string | undefined;
  readonly document?: unknown;
  readonly rules?: readonly Rule[] | undefined;
}

/** Reads settings, records and Jira; writes nothing. Without a connection every finding counts as new. */
export async function previewFindings(ports: ReadPorts, tried: Tried): Promise<PreviewOutcome> {
  const { document: inForce } = await ports.settings.read();
  const { document, product, rules = inForce.rules } = tried;
  const settings = { ...inForce, rules: [...rules] };
  const from = { connection: tried.connection ?? '', document, product, now: ports.now() };
  const read = await readPaste(ports, from, settings);
  if (!read.ok) return read;
  const prepared = await prepare(ports, tried.connection, read.items, settings);
  const { jobs, known } = await lookAhead(ports, prepared, settings);
  const findings = prepared.map((one) => previewFinding(one, jobs, known));
  const { total, masked, format, report } = read;
  return {
    ok: true,
    total,
    findings,
    ...(masked && { masked }),
    ...(format !== undefined && { format }),
    ...(report && { report }),
  };
}

interface Prepared {
  readonly job: Job;
  readonly stale: boolean;
}

async function prepare(
  ports: ReadPorts,
  connection = '',
  items: readonly SnapshotItem[],
  settings: SettingsDocument,
): Promise<Prepared[]> {
  const keyOf = ({ finding }: SnapshotItem) => linkKey(connection, finding);
  const records =
    connection === '' ? new Map<string, LinkRecord>() : await ports.links.getMany(items.map(keyOf));
  const slice = { connection, items, records, settings, turned: new Set<string>() };
  const { jobs, accounts } = await prepareJobs(ports, slice);
  return noteMissingAccounts(jobs, accounts, settings).map((job) => ({
    job,
    stale: (records.get(job.key)?.seenAt ?? 0) > job.seenAt,
  }));
}

/** Reads screens, workflows and issues. Answers the jobs, by key, with what would hold them up in the real pass. */
async function lookAhead(
  ports: ReadPorts,
  prepared: readonly Prepared[],
  settings: SettingsDocument,
): Promise<{ readonly jobs: ReadonlyMap<string, Job>; readonly known: Known }> {
  const asked = prepared.filter(({ stale }) => !stale).map(({ job }) => job);
  const { jobs: creatable, forms } = await readForms(ports, asked, settings);
  const { jobs, current } = await readIssues(ports, creatable, updates(creatable));
  const workflows = new Map<string, Workflow>();
  for (const task of updates(jobs)) {
    const { projectId, issueTypeId } = task.work.ready;
    const workflow = await ports.jira.workflow(projectId, issueTypeId);
    if (workflow.ok) workflows.set(formKey(task), workflow.value);
  }
  return { jobs: new Map(jobs.map((job) => [job.key, job])), known: { forms, current, workflows, settings } };
}

/** By the plans before anything stood in their way. `jobs`: what stands there. */
function previewFinding(
  { job: wanted, stale }: Prepared,
  jobs: ReadonlyMap<string, Job>,
  known: Known,
): FindingPreview {
  const { record = wanted.record, problems = wanted.problems } = jobs.get(wanted.key) ?? {};
  const job = { ...wanted, record, problems };
  const { id, title, product } = job.finding;
  const rules = traceRules(known.settings.rules, job);
  const hasIssue = isContested(job.record) || Object.keys(job.record.issues).length > 0;
  const skipped = hasIssue ? undefined : job.skip;
  const isQuiet = stale || skipped !== undefined;
  const issues = isQuiet ? [] : job.works.map((work) => previewIssue({ job, work }, known));
  return {
    id,
    title,
    product,
    stale,
    ...(skipped === undefined ? {} : { skipped }),
    issues: issues.map(({ issue }) => issue),
    rules,
    problems: isQuiet
      ? []
      : [...job.problems, ...issues.flatMap(({ problem }) => problem ?? [])].map(({ reason }) => reason),
  };
}
