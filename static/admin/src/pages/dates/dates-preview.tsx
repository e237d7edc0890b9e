import { Sla } from '#contract/sla';
import type { SlaPreview } from '#contract/sla-calls';
import { call } from '../../bridge/call';
import { useAsync } from '../../hooks/use-async';
import { useLast } from '../../hooks/use-last';
import { useSettled } from '../../hooks/use-settled';
import { Card } from '../../parts/card';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { PreviewTable } from './preview-table';

const pauseMs = 800;

/** What clocks and steps by these settings, saved or not, would do now. */
export function DatesPreview({ sla }: { sla: Sla }) {
  const texts = useTexts().dates.preview;
  const parsed = Sla.safeParse(useSettled(sla, pauseMs));
  const wish = parsed.success ? parsed.data : undefined;
  const answer = useAsync(wish && JSON.stringify(wish), () =>
    call('sla.preview', { sla: wish ?? Sla.parse({}) }),
  );
  const shown = useLast(answer.value);
  return (
    <Card title={texts.title}>
      {wish === undefined && <p className="sf-subtle">{texts.invalid}</p>}
      {wish !== undefined && answer.state === 'failed' && (
        <ErrorMessage title={texts.failed} error={answer.error} retry={answer.reload} />
      )}
      {wish !== undefined && answer.state === 'loading' && shown === undefined && (
        <>
          <p className="sf-subtle">{texts.looking}</p>
          <LineSkeletons count={3} />
        </>
      )}
      {wish !== undefined && answer.state !== 'failed' && shown !== undefined && <Result preview={shown} />}
    </Card>
  );
}

function Result({ preview }: { preview: SlaPreview }) {
  const texts = useTexts().dates.preview;
  const { steps, now, hours, dueDates, rows, looked, complete } = preview;
  const soon = steps.reduce((sum, step) => sum + step.next24Hours, 0);
  const sentences = [
    texts.dueDates(dueDates),
    now === 0 ? texts.none : texts.now(now),
    ...(hours > 1 ? [texts.hours(hours)] : []),
    ...(soon > 0 ? [texts.soon(soon)] : []),
  ];
  return (
    <>
      <p role="status">{sentences.join(' ')}</p>
      {rows.length > 0 && <PreviewTable rows={rows} steps={steps} />}
      {rows.length > 0 && rows.length < now + soon && (
        <p className="sf-subtle sf-small">{texts.rest(rows.length)}</p>
      )}
      {!complete && <p className="sf-subtle sf-small">{texts.bounded(looked)}</p>}
    </>
  );
}
