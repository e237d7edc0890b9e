import './dates.css';
import { Suspense } from 'react';
import { clockNames, isSlaOn } from '#contract/sla';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { CalendarCard } from './calendar-card';
import { ClockCard } from './clock-card';
import { type DatesDraft, sections } from './part-props';
import { lazily } from '../../parts/lazily';
import { DraftPage } from '../../parts/draft-page';

const StepsCard = lazily(async () => (await import('./steps-card')).StepsCard);
const DatesPreview = lazily(async () => (await import('./dates-preview')).DatesPreview);

/** By when findings are to be fixed and assigned, and what happens before and after. */
export function DatesPage() {
  const { dates: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={3}>
      {(draft) => <Cards draft={draft} />}
    </DraftPage>
  );
}

function Cards({ draft }: { draft: DatesDraft }) {
  const { sla } = draft.value;
  const isOn = isSlaOn(sla);
  return (
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
  );
}
