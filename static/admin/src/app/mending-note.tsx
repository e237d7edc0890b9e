import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { HeldCause } from '#contract/activity';
import { setMending } from '../hooks/mending';
import { useCall } from '../hooks/use-call';
import { useDelayed, usePoll } from '../hooks/use-poll';
import { When } from '../parts/when';
import { useSay, useTexts } from '../texts/texts';
import { useRoute } from './router';

const askEveryMs = 3_000;
/** By then one finding of the cause was tried, if anything was saved. */
const patienceMs = 120_000;

interface MendingNoteProps {
  readonly held: HeldCause;
  /** How often settings were saved since the page was opened. */
  readonly saved: number;
}

/** What the person came to mend, and after they saved, whether it goes on. */
export function MendingNote({ held, saved }: MendingNoteProps) {
  const { activity, common } = useTexts();
  const texts = common.mending;
  const say = useSay();
  const [before] = useState(saved);
  return (
    <div className="sf-mending">
      <SectionMessage appearance="information" title={texts.title}>
        <p>{say(held.reason)}</p>
        <p className="sf-subtle">
          {activity.held.findings(held.findings, held.more)}, {activity.held.since} <When at={held.since} />
        </p>
        {saved > before ? <Result key={saved} cause={held.cause} /> : <p>{texts.afterSaving}</p>}
        <Button spacing="compact" appearance="subtle" onClick={() => setMending(undefined)}>
          {texts.close}
        </Button>
      </SectionMessage>
    </div>
  );
}

/** Looks until the cause is gone, or was tried and is still there. */
function Result({ cause }: { cause: string }) {
  const texts = useTexts().common.mending;
  const { go } = useRoute();
  const [isLate, setLate] = useState(false);
  const list = useCall('activity.list', {});
  const still = list.value?.held.find((one) => one.cause === cause);
  const isOver = list.value !== undefined && still === undefined;
  usePoll(list.reload, askEveryMs, !isOver && !isLate);
  useDelayed(() => setLate(true), patienceMs, !isOver);
  return (
    <p role="status">
      {isOver ? texts.over : isLate ? texts.still : texts.trying}{' '}
      {(isOver || isLate) && (
        <Button spacing="compact" onClick={() => go('/activity')}>
          {texts.toActivity}
        </Button>
      )}
    </p>
  );
}
