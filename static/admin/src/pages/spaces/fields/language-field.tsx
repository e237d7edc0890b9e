import { languages } from '#contract/settings';
import { Picker } from '../../../parts/picker';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { SpaceField } from './space-field';

/** The language of built-in templates and of the app's own comments in this space. */
export function LanguageField() {
  const { spaces, templates } = useTexts();
  const { space, set } = useSpaceForm();
  return (
    <SpaceField field="language" help={spaces.help.language}>
      {(input) => (
        <Picker
          {...input}
          choices={languages.map((id) => ({ id, name: templates.languages[id] }))}
          value={{ id: space.language, name: templates.languages[space.language] }}
          onChange={(choice) => set({ language: languages.find((one) => one === choice?.id) ?? 'en' })}
        />
      )}
    </SpaceField>
  );
}
