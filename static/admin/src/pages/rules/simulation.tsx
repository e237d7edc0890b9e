import Button from '@atlaskit/button/new';
import type { SimulationResult } from '#contract/job-results';
import type { Rule } from '#contract/rules';
import { CallError } from '../../../../shared/call-error';
import { call } from '../../bridge/call';
import { useJob } from '../../hooks/use-job';
import { ErrorMessage } from '../../parts/error-message';
import { JobProgress } from '../../parts/job-progress';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { SimulatedFindings } from './simulated-findings';
import { SimulatedDifference } from './simulated-difference';
import { CardHead } from '../../parts/card-head';

/** What the rules as they stand on the page would do with the last findings; nothing is written. */
export function Simulation({ rules }: { rules: readonly Rule[] }) {
  const texts = useTexts().rules.simulation;
  const job = useJob<SimulationResult>(() => call('rules.simulate', { rules: [...rules] }));
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={
          <Button isDisabled={job.busy} onClick={job.begin}>
            {texts.run}
          </Button>
        }
      />
      <p className="sf-subtle">{texts.help}</p>
      {job.busy && <JobProgress label={texts.running(job.seen, job.total)} job={job} />}
      {job.error !== undefined && <Problem error={job.error} />}
      {job.result !== undefined && !job.busy && (
        <>
          <SimulatedDifference result={job.result} rules={rules} />
          <SimulatedFindings findings={job.result.findings} rules={rules} />
        </>
      )}
    </section>
  );
}

/** What is wrong with the rules is marked beside them once they are saved; here it is said. */
function Problem({ error }: { error: Error }) {
  const texts = useTexts().rules.simulation;
  const say = useSay();
  const problems = error instanceof CallError ? error.errors : [];
  return (
    <>
      <ErrorMessage title={texts.failed} error={error} />
      {problems.map(({ path, message }) => (
        <Warning key={path}>{`${path}: ${say(message)}`}</Warning>
      ))}
    </>
  );
}
