import type { Lifecycle } from '../../contract/finding';
import type { SettingsDocument } from '../../contract/settings';
import type { FieldMeta } from './issue';

const rejectedWords = /won.?t|reject|invalid|declin|not a bug|false/i;
const resolvedWords = /fixed|done|resolved|complete/i;

/** Values for the fields that a transition demands: the settings' own first, then a fitting resolution. */
export function fillFields(
  fields: readonly FieldMeta[],
  lifecycle: Lifecycle,
  settings: SettingsDocument,
): Record<string, unknown> {
  const filled = fields.flatMap((field): [string, unknown][] => {
    if (Object.hasOwn(settings.fields.fixed, field.id)) return [[field.id, settings.fields.fixed[field.id]]];
    const resolution =
      field.id === 'resolution' && field.required ? chooseResolution(field, lifecycle) : undefined;
    return resolution === undefined ? [] : [[field.id, { id: resolution }]];
  });
  return Object.fromEntries(filled);
}

/** Jira's names are the site's own: a word that fits, else the first value allowed. */
function chooseResolution(field: FieldMeta, lifecycle: Lifecycle): string | undefined {
  const words = lifecycle === 'rejected' || lifecycle === 'accepted' ? rejectedWords : resolvedWords;
  return (field.allowed.find((value) => words.test(value.name)) ?? field.allowed[0])?.id;
}
