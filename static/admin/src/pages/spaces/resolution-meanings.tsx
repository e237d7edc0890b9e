import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import { builtInStatuses } from '#contract/finding';
import type { Statuses } from '#contract/settings';
import { useAsync } from '../../hooks/use-async';
import { readResolutions } from '../../jira/resolutions';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { Picker } from '../../parts/picker';
import type { Choice } from '../../parts/picker-types';
import { useStatusName } from '../../parts/status-name';
import { useTexts } from '../../texts/texts';
import { refLabel } from '../../logic/refs';
import { refOf } from './fields/choices';
import { CardHead } from '../../parts/card-head';

type Meanings = Statuses['resolutions'];

interface ResolutionMeaningsProps {
  readonly statuses: Statuses;
  readonly onChange: (resolutions: Meanings) => void;
}

/** Which finding status the portal hears when an issue is closed with a resolution. */
export function ResolutionMeanings({ statuses, onChange }: ResolutionMeaningsProps) {
  const texts = useTexts().spaces.resolutions;
  const nameOf = useStatusName(statuses.own);
  const { resolutions } = statuses;
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      {resolutions.length > 0 && (
        <ul className="sf-plain-list">
          {resolutions.map(({ resolution, status }) => (
            <li key={refLabel(resolution)} className="sf-row">
              <span>
                <strong>{refLabel(resolution)}</strong> → {nameOf(status)}
              </span>
              <IconButton
                icon={Delete}
                appearance="subtle"
                spacing="compact"
                label={texts.remove(refLabel(resolution))}
                onClick={() => onChange(resolutions.filter((one) => one.resolution !== resolution))}
              />
            </li>
          ))}
        </ul>
      )}
      <AddMeaning statuses={statuses} onAdd={(meaning) => onChange([...resolutions, meaning])} />
    </section>
  );
}

interface AddMeaningProps {
  readonly statuses: Statuses;
  readonly onAdd: (meaning: Meanings[number]) => void;
}

function AddMeaning({ statuses, onAdd }: AddMeaningProps) {
  const texts = useTexts().spaces.resolutions;
  const nameOf = useStatusName(statuses.own);
  const all = useAsync('resolutions', readResolutions);
  const [resolution, setResolution] = useState<Choice>();
  const [status, setStatus] = useState<Choice>();
  if (all.state === 'failed') return <ErrorMessage error={all.error} retry={all.reload} />;
  const taken = new Set(statuses.resolutions.map((one) => one.resolution.id));
  const names = [...Object.keys(builtInStatuses), ...Object.keys(statuses.own)];
  const ref = refOf(resolution);
  const add = () => {
    if (ref === null || status === undefined) return;
    onAdd({ resolution: ref, status: status.id });
    setResolution(undefined);
    setStatus(undefined);
  };
  return (
    <div className="sf-add-status sf-add-meaning">
      <Field id="meaning-resolution" label={texts.resolution}>
        <Picker
          id="meaning-resolution"
          choices={all.value?.filter(({ id }) => !taken.has(id))}
          value={resolution}
          onChange={setResolution}
        />
      </Field>
      <Field id="meaning-status" label={texts.status}>
        <Picker
          id="meaning-status"
          choices={names.map((id) => ({ id, name: nameOf(id) }))}
          value={status}
          onChange={setStatus}
        />
      </Field>
      <Button isDisabled={ref === null || status === undefined} onClick={add}>
        {texts.add}
      </Button>
    </div>
  );
}
