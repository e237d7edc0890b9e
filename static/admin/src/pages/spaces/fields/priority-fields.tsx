import Toggle from '@atlaskit/toggle';
import { type Severity, severities } from '#contract/finding';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { proposePriorities } from '../../../logic/proposals';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceSection } from './space-section';

/** Severity to priority: a switch and five drop-downs, by the project's own scheme. */
export function PriorityFields() {
  const texts = useTexts().spaces.priorities;
  const { space, facts, idPrefix, set, originOf } = useSpaceForm();
  const { enabled } = space.priorities;
  const priorities = facts.fields?.priorities;
  const none = facts.fields !== undefined && (priorities === undefined || priorities.length === 0);
  const isDisabled = originOf?.('priorities').inherited === true;
  const id = `${idPrefix}-priorities-enabled`;
  const flip = () => {
    const next = { ...space.priorities, enabled: !enabled };
    set({ priorities: enabled ? next : proposePriorities(next, priorities) });
  };
  return (
    <SpaceSection title={texts.title} field="priorities">
      <div className="sf-row">
        <Toggle id={id} isChecked={enabled} isDisabled={isDisabled} onChange={flip} />
        <label htmlFor={id}>{texts.switch}</label>
      </div>
      {!enabled && <p className="sf-subtle">{texts.offNote}</p>}
      {enabled && none && <p className="sf-subtle">{texts.noPriority}</p>}
      {enabled && !none && (
        <div className="sf-pairs">
          {severities.map((severity) => (
            <PriorityRow key={severity} severity={severity} isDisabled={isDisabled} />
          ))}
        </div>
      )}
    </SpaceSection>
  );
}

function PriorityRow({ severity, isDisabled }: { severity: Severity; isDisabled: boolean }) {
  const { spaces, common } = useTexts();
  const { space, facts, idPrefix, set } = useSpaceForm();
  const { priorities } = space;
  const list = facts.fields?.priorities;
  return (
    <>
      <span>{common.severity[severity]}</span>
      <Picker
        id={`${idPrefix}-priority-${severity}`}
        label={spaces.priorities.of(common.severity[severity])}
        isCompact
        isClearable
        isDisabled={isDisabled}
        placeholder={spaces.priorities.leave}
        choices={list}
        value={chosen(priorities.map[severity], list)}
        onChange={(choice) => {
          const { [severity]: _, ...others } = priorities.map;
          const ref = refOf(choice);
          set({ priorities: { ...priorities, map: ref === null ? others : { ...others, [severity]: ref } } });
        }}
      />
    </>
  );
}
