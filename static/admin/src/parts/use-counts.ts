import { type Activity, outcomes } from '#contract/activity';
import { useTexts } from '../texts/texts';

/** Writes counts in words: "40 created, 3 held up". */
export function useCounts(): (counts: Activity['counts']) => string {
  const { activity: texts } = useTexts();
  return (counts) => {
    const parts = outcomes.flatMap((outcome) => {
      const count = counts[outcome] ?? 0;
      return count > 0 ? [texts.count(count, texts.outcome[outcome])] : [];
    });
    return parts.length === 0 ? texts.nothingDone : parts.join(', ');
  };
}
