import { ManyPicker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

/** Components that every issue gets. */
export function ComponentsField() {
  const { spaces } = useTexts();
  const { space, facts, set } = useSpaceForm();
  const { fields } = facts;
  const things = fields === undefined ? undefined : (fields.components ?? []);
  const offScreen = fields !== undefined && fields.components === undefined;
  return (
    <SpaceField field="components" help={offScreen ? spaces.offScreen.components : undefined}>
      {(input) => (
        <ManyPicker
          {...input}
          isDisabled={input.isDisabled || offScreen}
          placeholder={spaces.placeholder.none}
          choices={things}
          value={space.components.flatMap((ref) => chosen(ref, things) ?? [])}
          onChange={(list) => set({ components: list.flatMap((choice) => refOf(choice) ?? []) })}
        />
      )}
    </SpaceField>
  );
}
