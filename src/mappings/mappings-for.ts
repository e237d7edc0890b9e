/** How the fields of a space's issues get their values, and the issue that a finding asks for by that. */
import type { BuiltInField, FieldOwner, SettingsDocument, Space } from '../contract/settings';
import { mark } from '../core/data/hash';
import { ownValue } from '../core/data/own-value';
import { spacesOf } from '../core/settings/spaces';
import type { DraftField, DraftFields } from '../core/sync/fields';
import { assignee } from './assignee';
import { components } from './components';
import { description } from './description';
import { dueDate } from './due-date';
import { labels, withSpaceLabels } from './labels';
import { parent } from './parent';
import { type BuiltIn, idOf, type Mapping, type MappingInput, type Mappings, type Shaping } from './mapping';
import { priority } from './priority';
import { mappingOfRow } from './row';
import { securityLevel } from './security-level';
import { summary } from './summary';

const builtIns: Readonly<Record<BuiltInField, BuiltIn>> = {
  summary,
  description,
  priority,
  duedate: dueDate,
  components,
  labels,
  assignee,
  security: securityLevel,
  parent,
};

/** Every field that the app fills in this space, with its owner. */
export function mappingsFor({ fields }: Pick<SettingsDocument, 'fields'>, space: Space): Mappings {
  const own = Object.entries(builtIns).flatMap(([name, { jiraField, draft, read }]): Mapping[] => {
    const field = jiraField(space);
    const owner: FieldOwner =
      ownValue(fields.owners, field ?? name) ?? ownValue(fields.owners, name) ?? 'people';
    return field === undefined ? [] : [{ field, owner, draft, read }];
  });
  const mapped = space.mapping.flatMap((row) => mappingOfRow(row) ?? []);
  const all = new Map(own.map((mapping) => [mapping.field, mapping]));
  for (const mapping of mapped) all.set(mapping.field, overBuiltIn(mapping, all.get(mapping.field)));
  return all;
}

/** No issue is without a summary, and labels are the app's together with those of the space. */
function overBuiltIn(mapping: Mapping, builtIn: Mapping | undefined): Mapping {
  if (!builtIn) return mapping;
  if (mapping.field === 'summary')
    return { ...mapping, draft: (input) => mapping.draft(input) ?? builtIn.draft(input) };
  return mapping.field === 'labels'
    ? { ...mapping, draft: (input) => withSpaceLabels(mapping.draft(input), input), read: builtIn.read }
    : mapping;
}

/** All fields that the finding sets in this space. */
export function draftFields(mappings: Mappings, of: Omit<MappingInput, 'components'>): DraftFields {
  const components = mappings.get('components')?.draft({ ...of, components: [] })?.value;
  const input = { ...of, components: idsIn(components) };
  const entries = [...mappings.values()].flatMap((mapping): [string, DraftField][] => {
    const drafted = mapping.draft(input);
    return drafted ? [[mapping.field, drafted]] : [];
  });
  return Object.fromEntries(entries);
}

function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : [];
}

/** Labels are merged: what Jira shows is no mark of what the app put there. */
const unmarked: BuiltInField = 'labels';

/** Marks of an issue's present values, as if they had just been sent; what was not read has none. */
export function markOfCurrent(
  mappings: Mappings,
  fields: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const readers = new Map<string, Shaping>([...Object.entries(builtIns), ...mappings]);
  const read = [...readers].filter(([field]) => field !== unmarked && Object.hasOwn(fields, field));
  return Object.fromEntries(read.map(([field, { read: reader }]) => [field, mark(reader(fields[field]))]));
}

/** Jira's ids of the fields that `markOfCurrent` looks at, whatever the space. */
export function currentFields(settings: SettingsDocument): string[] {
  const own = spacesOf(settings).flatMap(({ dueDateField, mapping = [] }) => [
    ...(dueDateField?.id === undefined ? [] : [dueDateField.id]),
    ...mapping.flatMap(({ field }) => field.id ?? []),
  ]);
  return [...new Set([...Object.keys(builtIns), ...own])].filter((field) => field !== unmarked);
}
