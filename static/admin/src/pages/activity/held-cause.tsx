import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { HeldCause as Held } from '#contract/activity';
import { MendButton } from '../../parts/mend-button';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { RivalChoice } from './rival-choice';
import { lazily } from '../../parts/lazily';

const ConfirmDialog = lazily(async () => (await import('../../parts/confirm-dialog')).ConfirmDialog);

interface HeldCauseProps {
  readonly held: Held;
  readonly busy: boolean;
  /** The worst cause: mending it is the page's primary action. */
  readonly isMain: boolean;
  readonly onRetry: () => void;
  readonly onChosen: () => void;
}

/** One cause with its retry or a choice; a report that waits for somebody's word is confirmed, which asks first. */
export function HeldCause({ held, busy, isMain, onRetry, onChosen }: HeldCauseProps) {
  const texts = useTexts().activity.held;
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const { cause, reason, findings, more, ofNoFinding, since } = held;
  const again = reason.code === 'dayFull' ? texts.createNow : texts.retry;
  const action = ofNoFinding ? texts.takeOff : again;
  const report = reason.code === 'reportHeld' ? reason : undefined;
  return (
    <li className="sf-row-between">
      <div>
        <Warning>{say(reason)}</Warning>
        <p className="sf-subtle">
          {ofNoFinding ? texts.nothingToRetry : texts.findings(findings, more)}, {texts.since}{' '}
          <When at={since} />
        </p>
      </div>
      <div className="sf-row">
        <MendButton held={held} isMain={isMain} />
        {reason.code === 'rivalIssues' ? (
          <RivalChoice cause={cause} reason={reason} onChosen={onChosen} />
        ) : (
          <Button
            spacing="compact"
            {...(report === undefined && { 'aria-label': `${action}: ${say(reason)}` })}
            isDisabled={busy}
            onClick={() => (report === undefined ? onRetry() : setAsking(true))}
          >
            {report === undefined ? action : texts.resolve(report.resolves, report.of)}
          </Button>
        )}
      </div>
      {asking && report !== undefined && (
        <Suspense>
          <ConfirmDialog
            title={texts.resolveTitle(report.resolves, report.of)}
            confirm={texts.resolve(report.resolves, report.of)}
            appearance="danger"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              onRetry();
            }}
          >
            <p>{texts.resolveBody(report.tool)}</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </li>
  );
}
