import { type Speaks, speakers } from '#contract/settings';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface WhoSpeaksProps {
  readonly speaks: Speaks;
  readonly onChange: (speaks: Speaks) => void;
}

/** Whose issue tells the portal what became of a finding that has two. */
export function WhoSpeaks({ speaks, onChange }: WhoSpeaksProps) {
  const texts = useTexts().spaces.speaks;
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} />
      <Sentence
        text={texts.sentence}
        slots={{
          speaks: (
            <ChoiceSlot
              id="who-speaks"
              label={texts.label}
              kind="wide"
              choices={speakers.map((id) => ({ id, name: texts.choices[id] }))}
              value={speaks}
              onChange={onChange}
            />
          ),
        }}
      />
      <p className="sf-subtle">{texts.help}</p>
    </section>
  );
}
