import SectionMessage from '@atlaskit/section-message';
import { detectors, type Masking } from '#contract/masking';
import { Switch } from '../../parts/switch';
import { useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface KindsCardProps {
  readonly masking: Masking;
  readonly onChange: (patch: Partial<Masking>) => void;
}

/** Masking as a whole, and each kind of secret by itself. */
export function KindsCard({ masking: { enabled, off }, onChange }: KindsCardProps) {
  const { kinds: texts } = useTexts().masking;
  const flip = (name: (typeof detectors)[number], isOn: boolean) => {
    // In the order of the page, so that the same choice is always the same setting.
    const next = detectors.filter((one) => (one === name ? !isOn : off.includes(one)));
    onChange({ off: next });
  };
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      <Switch
        id="masking-enabled"
        label={texts.enabled}
        isChecked={enabled}
        onChange={(next) => onChange({ enabled: next })}
      />
      {!enabled && (
        <SectionMessage appearance="warning" title={texts.offTitle}>
          <p>{texts.off}</p>
        </SectionMessage>
      )}
      <div className="sf-masking-kinds">
        {detectors.map((name) => (
          <Switch
            key={name}
            id={`masking-${name}`}
            label={texts.names[name]}
            isChecked={!off.includes(name)}
            isDisabled={!enabled}
            onChange={(isOn) => flip(name, isOn)}
          />
        ))}
      </div>
    </section>
  );
}
