import { type EventGroup, eventGroups, eventsWith, hasGroup } from '../../../logic/event-groups';
import type { HearsDraft } from '../../../logic/hears-draft';
import { Switch } from '../../../parts/switch';
import { useTexts } from '../../../texts/texts';

interface EventChoicesProps {
  readonly draft: HearsDraft;
  readonly onChange: (draft: HearsDraft) => void;
}

/** Of what the portal hears, by what it is about. */
export function EventChoices({ draft, onChange }: EventChoicesProps) {
  const texts = useTexts().hears;
  const set = (group: EventGroup, isOn: boolean) =>
    onChange({ ...draft, events: eventsWith(draft.events, group, isOn) });
  return (
    <fieldset className="sf-fieldset">
      <legend className="sf-legend">{texts.about}</legend>
      {eventGroups.map((group) => (
        <Switch
          key={group}
          id={`hears-${group}`}
          label={texts.abouts[group]}
          isChecked={hasGroup(draft.events, group)}
          onChange={(isOn) => set(group, isOn)}
        />
      ))}
    </fieldset>
  );
}
