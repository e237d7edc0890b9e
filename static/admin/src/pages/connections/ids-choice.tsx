import { Radio } from '@atlaskit/radio';
import type { IdScope } from '#contract/connection';
import { useTexts } from '../../texts/texts';

const scopes: readonly IdScope[] = ['connection', 'product'];

interface IdsChoiceProps {
  readonly ids: IdScope;
  readonly onChange: (ids: IdScope) => void;
}

/** Whether two products of the portal may use the same id for different findings. */
export function IdsChoice({ ids, onChange }: IdsChoiceProps) {
  const texts = useTexts().connections.dialog;
  return (
    <fieldset className="sf-fieldset" aria-describedby="connection-ids-help">
      <legend className="sf-legend">{texts.ids}</legend>
      {scopes.map((scope) => (
        <Radio
          key={scope}
          name="connection-ids"
          value={scope}
          label={texts.idScope[scope]}
          isChecked={ids === scope}
          onChange={() => onChange(scope)}
        />
      ))}
      <p id="connection-ids-help" className="sf-choice-help">
        {texts.idsHelp}
      </p>
    </fieldset>
  );
}
