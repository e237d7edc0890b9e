/** The calls about rules and jobs. */
import type { FieldProblem } from '../../contract/invalid-fields';
import type { Rule } from '../../contract/rules';
import { checkWhen } from '../../core/rules/check-rules';
import { checkSection } from '../../core/settings/settings-rules';
import type { Ports } from '../../flows/ports';
import { startApplying } from '../../flows/jobs/apply-anew';
import { startEstimate } from '../../flows/jobs/estimate';
import { readJob, stopJob } from '../../flows/jobs/read-job';
import { startSimulation } from '../../flows/jobs/simulate';
import type { Calls, Refusal } from './call';
import { invalid } from './invalid';

const noJob: Refusal = {
  error: { code: 'not_found', message: 'There is no such job; jobs are remembered for a week.' },
};
const cannotStop: Refusal = {
  error: { code: 'unavailable', message: 'This job cannot be stopped; it comes to an end by itself.' },
};

/** Simulating rules, applying settings to existing findings, and looking after jobs. */
export const ruleCalls = {
  'rules.simulate': async (asked, { ports }) => {
    const filter = asked.filter ? checkWhen(asked.filter, 'filter') : [];
    const errors = [...(await rulesProblems(ports, asked.rules)), ...filter];
    return errors.length > 0 ? invalid(errors) : { job: await startSimulation(ports, asked) };
  },
  'findings.estimate': async (_input, { ports }) => ({ job: await startEstimate(ports) }),
  'findings.apply': async (_input, { ports }) => ({ job: await startApplying(ports) }),
  'jobs.get': async ({ job }, { ports }) => (await readJob(ports, job)) ?? noJob,
  'jobs.stop': async ({ job }, { ports }) => {
    const stopped = await stopJob(ports, job);
    if (stopped === 'missing') return noJob;
    return stopped === 'unstoppable' ? cannotStop : { job };
  },
} as const satisfies Calls;

/** What is wrong with rules that are not saved yet, by the path of the call's input. */
export async function rulesProblems(ports: Ports, rules: readonly Rule[]): Promise<FieldProblem[]> {
  const { document } = await ports.settings.read();
  const problems = checkSection('rules', { ...document, rules: [...rules] });
  return problems.map(({ path, message }) => ({ path: `rules.${path}`, message }));
}
