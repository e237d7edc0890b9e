import { kinds } from '#contract/finding';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceSection } from './space-section';

/** Another issue type for some kinds of findings. */
export function KindFields() {
  const { spaces, common, fields } = useTexts();
  const { space, facts, idPrefix, set, originOf } = useSpaceForm();
  const isDisabled = originOf?.('issueTypeByKind').inherited === true;
  return (
    <SpaceSection title={fields.issueTypeByKind} intro={spaces.help.issueTypeByKind} field="issueTypeByKind">
      <div className="sf-pairs">
        {kinds.map((kind) => {
          const id = `${idPrefix}-kind-${kind}`;
          return (
            <div key={kind} className="sf-pair">
              <label htmlFor={id}>{common.kind[kind]}</label>
              <Picker
                id={id}
                isCompact
                isClearable
                isDisabled={isDisabled}
                placeholder={spaces.like}
                choices={facts.issueTypes}
                value={chosen(space.issueTypeByKind[kind], facts.issueTypes)}
                onChange={(choice) => {
                  const { [kind]: _, ...others } = space.issueTypeByKind;
                  const ref = refOf(choice);
                  set({ issueTypeByKind: ref === null ? others : { ...others, [kind]: ref } });
                }}
              />
            </div>
          );
        })}
      </div>
    </SpaceSection>
  );
}
