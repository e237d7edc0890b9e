import { Radio } from '@atlaskit/radio';
import type { Method } from '#contract/connection';
import { useTexts } from '../../texts/texts';

/** The recommended one first. */
const offered: readonly Method[] = ['signature', 'oauth', 'basic'];

interface MethodChoiceProps {
  readonly method: Method;
  readonly onChange: (method: Method) => void;
}

/** How the portal proves who it is, with what speaks for each way. */
export function MethodChoice({ method, onChange }: MethodChoiceProps) {
  const texts = useTexts().connections.dialog;
  const help = { signature: texts.signatureHelp, basic: texts.basicHelp, oauth: texts.oauthHelp };
  return (
    <fieldset className="sf-fieldset">
      <legend className="sf-legend">{texts.method}</legend>
      {offered.map((choice) => (
        <div key={choice}>
          <Radio
            name="connection-method"
            value={choice}
            label={texts[choice]}
            isChecked={method === choice}
            aria-describedby={`method-${choice}`}
            onChange={() => onChange(choice)}
          />
          <p id={`method-${choice}`} className="sf-choice-help">
            {help[choice]}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
