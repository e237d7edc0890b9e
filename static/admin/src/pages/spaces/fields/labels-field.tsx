import { Space } from '#contract/settings';
import { ManyPicker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { SpaceField } from './space-field';

const Labels = Space.shape.labels;

/** Labels that every issue gets; what Jira would refuse cannot be added. */
export function LabelsField() {
  const { spaces } = useTexts();
  const { space, set } = useSpaceForm();
  return (
    <SpaceField field="labels" help={spaces.help.labels}>
      {(input) => (
        <ManyPicker
          {...input}
          placeholder={spaces.placeholder.labels}
          choices={[]}
          value={space.labels.map((label) => ({ id: label, name: label }))}
          create={(text) => {
            const label = text.trim();
            return Labels.safeParse([label]).success ? { id: label, name: label } : undefined;
          }}
          onChange={(list) => set({ labels: [...new Set(list.map(({ id }) => id))] })}
        />
      )}
    </SpaceField>
  );
}
