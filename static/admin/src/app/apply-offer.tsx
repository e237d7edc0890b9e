import './apply-offer.css';
import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Appliance, Estimate } from '#contract/job-results';
import { call } from '../bridge/call';
import { useJob, type WatchedJob } from '../hooks/use-job';
import { ErrorMessage } from '../parts/error-message';
import { JobProgress } from '../parts/job-progress';
import { useTexts } from '../texts/texts';
import { CardHead } from '../parts/card-head';

/** After settings were saved: applying them to findings that are there, with what that would do and cost. */
export function ApplyOffer() {
  const texts = useTexts().rules.apply;
  const [isShut, setShut] = useState(false);
  const estimate = useJob<Estimate>(() => call('findings.estimate', {}));
  const apply = useJob<Appliance>(() => call('findings.apply', {}));
  const { begin } = estimate;
  // Once: the numbers belong to the settings that were just saved.
  useEffect(() => begin(), []);
  const sums = estimate.result;
  if (isShut || (sums?.findings === 0 && sums.elsewhere === 0)) return null;
  const isOver = apply.result !== undefined && !apply.busy;
  return (
    <section className="sf-card sf-stack-tight sf-apply-offer" aria-label={texts.title}>
      <CardHead title={texts.title} />
      <Standing estimate={estimate} apply={apply} />
      <div className="sf-row">
        {!isOver && (
          <Button
            appearance="primary"
            isDisabled={sums === undefined || sums.findings === 0 || apply.busy}
            onClick={apply.begin}
          >
            {texts.run}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => setShut(true)}>
          {isOver ? texts.close : texts.later}
        </Button>
      </div>
    </section>
  );
}

interface StandingProps {
  readonly estimate: WatchedJob<Estimate>;
  readonly apply: WatchedJob<Appliance>;
}

/** What it would do, what it does, or what it did. */
function Standing({ estimate, apply }: StandingProps) {
  const texts = useTexts().rules.apply;
  const error = apply.error ?? estimate.error;
  if (error !== undefined) return <ErrorMessage title={texts.failed} error={error} />;
  if (apply.busy) return <JobProgress label={texts.applying(apply.seen)} job={apply} />;
  if (apply.result !== undefined)
    return <p role="status">{apply.stopped ? texts.stopped : texts.done(apply.result.findings)}</p>;
  if (estimate.result === undefined) return <p role="status">{texts.counting(estimate.seen)}</p>;
  return <Numbers sums={estimate.result} />;
}

function Numbers({ sums }: { sums: Estimate }) {
  const texts = useTexts().rules.apply;
  return (
    <div role="status">
      <p>{texts.would(sums.findings, sums.created, sums.changed, sums.points)}</p>
      {sums.elsewhere > 0 && <p className="sf-subtle">{texts.elsewhere(sums.elsewhere)}</p>}
      {sums.left > 0 && <p className="sf-subtle">{texts.left(sums.left)}</p>}
      <p className="sf-subtle">{texts.edits}</p>
    </div>
  );
}
