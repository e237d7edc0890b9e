/** Findings as if each came for the first time, by some rules and by those in force: the real pass up to its first write. */
import type { SimulatedFinding, SimulatedIssue } from '../../contract/job-results';
import type { Rule } from '../../contract/rules';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { canonical } from '../../core/data/hash';
import { groupBy } from '../../core/data/lists';
import { targetOf } from '../../core/groups/place-finding';
import { ruleOf } from '../../core/settings/spaces';
import { whichTemplate } from '../../core/settings/which-template';
import { issueThere } from '../../core/sync/issues';
import { type Forms, formKey, readForms } from '../apply/create-forms';
import type { Job, RoleWork } from '../apply/job';
import { prepareJobs } from '../apply/prepare-jobs';
import type { ReadPorts } from '../ports';
import { explainValues } from '../preview/explain-values';
import { anew, type Kept } from './kept-findings';

/** What becomes of one finding. */
type Outcome = Pick<SimulatedFinding, 'rule' | 'product' | 'security' | 'group' | 'problems'>;
/** Keys of projects by their id. */
type Keys = ReadonlyMap<string, string>;

/** In the order of the findings; undefined: Jira does not answer just now. */
export async function simulateSome(
  ports: ReadPorts,
  kept: readonly Kept[],
  settings: SettingsDocument,
  rules: readonly Rule[],
): Promise<SimulatedFinding[] | undefined> {
  const found = new Map<string, SimulatedFinding>();
  for (const [connection, some] of groupBy(kept, ({ record }) => record.connection)) {
    const wanted = { ...settings, rules: [...rules] };
    const after = await prepareNew(ports, connection, some, wanted);
    const before = await prepareNew(ports, connection, some, settings);
    const keys = await projectKeys(ports, [...after.jobs, ...before.jobs]);
    if (!keys) return undefined;
    for (const [index, one] of some.entries()) {
      const outcome = ({ jobs, forms }: Prepared, by: SettingsDocument) => {
        const job = jobs[index];
        return job && outcomeOf(job, { settings: by, keys, forms });
      };
      const [then, now] = [outcome(after, wanted), outcome(before, settings)];
      if (then && now) found.set(one.key, simulated(one, then, now));
    }
  }
  return kept.flatMap(({ key }) => found.get(key) ?? []);
}

interface Prepared {
  readonly jobs: readonly Job[];
  readonly forms: Forms;
}

/** Without their records: what issues they have says nothing about what the rules do. */
async function prepareNew(
  ports: ReadPorts,
  connection: string,
  kept: readonly Kept[],
  settings: SettingsDocument,
): Promise<Prepared> {
  const slice = { connection, records: new Map(), settings, turned: new Set<string>() };
  const { jobs } = await prepareJobs(ports, { ...slice, items: kept.map(anew) });
  // What would be held up, because a required field stays empty for example, is not made.
  return readForms(ports, jobs, settings, { workflows: false });
}

async function projectKeys(ports: ReadPorts, jobs: readonly Job[]): Promise<Keys | undefined> {
  const keys = new Map<string, string>();
  const wanted = jobs.flatMap(({ works }) => works.map(({ ready }) => ready));
  for (const { projectId, space } of wanted) {
    if (keys.has(projectId)) continue;
    const project = await ports.catalogue.project(projectId);
    if (!project.ok) return undefined;
    keys.set(projectId, project.value?.key ?? space.project?.name ?? projectId);
  }
  return keys;
}

function simulated({ finding, record }: Kept, after: Outcome, before: Outcome): SimulatedFinding {
  const { id, product: productName, title, severity } = finding;
  const { problems: _problems, ...was } = before;
  const { problems: _same, ...is } = after;
  const existing = Object.fromEntries(
    roles.flatMap((role) => {
      const issue = issueThere(record, role);
      return issue ? [[role, issue.key]] : [];
    }),
  );
  return {
    id,
    connection: record.connection,
    productName,
    title,
    severity,
    ...after,
    ...(canonical(was) === canonical(is) ? {} : { before: was }),
    ...(Object.keys(existing).length > 0 ? { existing } : {}),
  };
}

interface Known extends Pick<Prepared, 'forms'> {
  readonly settings: SettingsDocument;
  readonly keys: Keys;
}

function outcomeOf(job: Job, known: Known): Outcome {
  const rule = job.record.rule;
  const group = targetOf(job, job.skip ? { skip: job.skip } : {}, ruleOf(known.settings, rule), undefined);
  const problems = job.problems.map(({ reason }) => reason);
  const issue = (role: Role) => {
    const work = job.works.find((one) => one.role === role && one.plan.kind === 'create');
    return work ? { [role]: issueOf(work, job, known) } : {};
  };
  return {
    ...(rule === undefined ? {} : { rule }),
    ...issue('product'),
    ...issue('security'),
    ...(group ? { group: group.id } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

function issueOf(work: RoleWork, job: Job, { settings, keys, forms }: Known): SimulatedIssue {
  const screen = forms.get(formKey({ job, work }))?.fields;
  const { finding } = job;
  const values = explainValues({ work, finding, settings, isUnconfirmed: false, screen });
  const valueOf = (field: string) => values.find((one) => one.field === field && !one.leftOut)?.values[0];
  const [issueType, priority] = [valueOf('issueType'), valueOf('priority')];
  return {
    project: keys.get(work.ready.projectId) ?? work.ready.projectId,
    template: whichTemplate(settings, finding, ruleOf(settings, job.record.rule)),
    ...(issueType === undefined ? {} : { issueType }),
    ...(priority === undefined ? {} : { priority }),
  };
}
