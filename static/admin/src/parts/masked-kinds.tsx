import { Detector, type MaskedCounts } from '#contract/masking';
import { useTexts } from '../texts/texts';

/** What was masked, by kind, the most frequent first. */
export function MaskedKinds({ masked }: { masked: MaskedCounts }) {
  const { kinds, counted } = useTexts().masking;
  const nameOf = (name: string) => {
    const detector = Detector.safeParse(name).data;
    return detector === undefined ? name : kinds.names[detector];
  };
  const told = Object.entries(masked)
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${nameOf(name)} (${String(times)})`);
  return <p className="sf-subtle">{counted(told.join(', '))}</p>;
}
