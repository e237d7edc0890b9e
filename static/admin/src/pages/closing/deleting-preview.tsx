import Heading from '@atlaskit/heading';
import type { DeletingPreview as Preview } from '#contract/deleting-preview';
import { Deleting } from '#contract/settings';
import { call } from '../../bridge/call';
import { useAsync } from '../../hooks/use-async';
import { useLast } from '../../hooks/use-last';
import { useSettled } from '../../hooks/use-settled';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { DeletionTable } from './deletion-table';

const pauseMs = 400;

interface DeletingPreviewProps {
  readonly deleting: Deleting;
  readonly heading: 'h2' | 'h3';
}

/** What deleting by these settings, saved or not, would do to the issues of rejected findings now. */
export function DeletingPreview({ deleting, heading }: DeletingPreviewProps) {
  const texts = useTexts().closing.deleting.preview;
  const graceDays = useSettled(deleting.graceDays, pauseMs);
  const isValid = Deleting.shape.graceDays.safeParse(graceDays).success;
  const wish = { enabled: true, graceDays, spareWorkedOn: deleting.spareWorkedOn };
  const answer = useAsync(isValid ? JSON.stringify(wish) : undefined, () =>
    call('deleting.preview', { deleting: wish }),
  );
  const shown = useLast(answer.value);
  return (
    <section className="sf-stack-tight" aria-label={texts.title} aria-busy={answer.busy}>
      <Heading size="xsmall" as={heading}>
        {texts.title}
      </Heading>
      {!isValid && <p className="sf-subtle">{texts.invalid}</p>}
      {isValid && answer.state === 'failed' && (
        <ErrorMessage title={texts.failed} error={answer.error} retry={answer.reload} />
      )}
      {isValid && answer.state === 'loading' && shown === undefined && (
        <>
          <p className="sf-subtle">{texts.looking}</p>
          <LineSkeletons count={3} />
        </>
      )}
      {isValid && answer.state !== 'failed' && shown !== undefined && (
        <Result preview={shown} cap={deleting.hourlyCap} />
      )}
    </section>
  );
}

function Result({ preview, cap }: { preview: Preview; cap: number }) {
  const texts = useTexts().closing.deleting.preview;
  const { rows, totals, looked, complete } = preview;
  const all = totals.delete + totals.worked_on + totals.adopted + totals.waiting;
  if (all === 0) return <p role="status">{complete ? texts.none : texts.bounded(looked)}</p>;
  const spared = totals.worked_on + totals.adopted;
  const hours = Math.ceil(totals.delete / cap);
  const sentences = [
    texts.would(totals.delete),
    ...(hours > 1 ? [texts.hours(hours)] : []),
    ...(totals.waiting > 0 ? [texts.waiting(totals.waiting)] : []),
    ...(spared > 0 ? [texts.spared(spared)] : []),
  ];
  const isUncounted = rows.some(({ deletion }) => deletion.kind !== 'spared' && !deletion.running);
  return (
    <>
      <p role="status">{sentences.join(' ')}</p>
      {isUncounted && <p className="sf-subtle">{texts.counting}</p>}
      <DeletionTable rows={rows} />
      {rows.length < all && <p className="sf-subtle sf-small">{texts.rest(rows.length)}</p>}
      {!complete && <p className="sf-subtle sf-small">{texts.bounded(looked)}</p>}
    </>
  );
}
