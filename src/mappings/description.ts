import { readDescription, withBorders } from './description-block';
import { type BuiltIn, scopedOf } from './mapping';
import { plainText } from './adf/plain-text';
import { failedNote, writeDescription } from './templates/write-issue';

/** What the template says of the finding, never longer than Jira takes; among people's text between two lines. */
export const description: BuiltIn = {
  jiraField: () => 'description',
  draft: (input) => {
    const { value, failed } = writeDescription(input.templates, input.template, {
      ...scopedOf(input),
      ...(input.members && { members: input.members }),
    });
    return {
      value: input.template.mode === 'append' ? withBorders(value, input.space.language) : value,
      comparable: plainText(value),
      ...(failed ? { note: failedNote(input.template, failed) } : {}),
    };
  },
  read: (raw) => readDescription(raw, 'append'),
};
