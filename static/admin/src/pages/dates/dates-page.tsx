import './dates.css';
import { Suspense } from 'react';
import { clockNames, isSlaOn } from '#contract/sla';
import { tell } from '../../bridge/flag';
import { useDraft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { CalendarCard } from './calendar-card';
import { ClockCard } from './clock-card';
import { type DatesDraft, sections } from './part-props';
import { lazily } from '../../parts/lazily';

const StepsCard = lazily(async () => (await import('./steps-card')).StepsCard);
const DatesPreview = lazily(async () => (await import('./dates-preview')).DatesPreview);

/** By when findings are to be fixed and assigned, and what happens before and after. */
export function DatesPage() {
  const { dates: texts, common } = useTexts();
  const { loaded, draft } = useDraft(sections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={3} />}
      {draft !== undefined && <Cards draft={draft} />}
    </Page>
  );
}

function Cards({ draft }: { draft: DatesDraft }) {
  const { sla } = draft.value;
  const isOn = isSlaOn(sla);
  return (
    <>
      <div className="sf-stack sf-narrow">
        {clockNames.map((name) => (
          <ClockCard key={name} name={name} draft={draft} />
        ))}
        <Suspense fallback={<CardSkeletons count={1} />}>
          <StepsCard draft={draft} />
        </Suspense>
        {isOn && <CalendarCard draft={draft} />}
        {isOn && (
          <Suspense fallback={<CardSkeletons count={1} />}>
            <DatesPreview sla={sla} />
          </Suspense>
        )}
      </div>
      <SaveBar draft={draft} />
    </>
  );
}
