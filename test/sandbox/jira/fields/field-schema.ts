import type { JsonObject } from '../json';
import type { FieldKind, FieldRecord } from '../state/model';

const CUSTOM = 'com.atlassian.jira.plugin.system.customfieldtypes:';
const SOFTWARE = 'com.pyxis.greenhopper.jira:';

const SCHEMAS: Readonly<Record<FieldKind, { type: string; items?: string; custom?: string }>> = {
  string: { type: 'string', custom: 'textfield' },
  adf: { type: 'string', custom: 'textarea' },
  labels: { type: 'array', items: 'string', custom: 'labels' },
  priority: { type: 'priority' },
  resolution: { type: 'resolution' },
  user: { type: 'user', custom: 'userpicker' },
  components: { type: 'array', items: 'component' },
  versions: { type: 'array', items: 'version', custom: 'multiversion' },
  date: { type: 'date', custom: 'datepicker' },
  datetime: { type: 'datetime', custom: 'datetime' },
  number: { type: 'number', custom: 'float' },
  option: { type: 'option', custom: 'select' },
  options: { type: 'array', items: 'option', custom: 'multiselect' },
  radio: { type: 'option', custom: 'radiobuttons' },
  checkboxes: { type: 'array', items: 'option', custom: 'multicheckboxes' },
  cascading: { type: 'option-with-child', custom: 'cascadingselect' },
  version: { type: 'version', custom: 'version' },
  users: { type: 'array', items: 'user', custom: 'multiuserpicker' },
  group: { type: 'group', custom: 'grouppicker' },
  groups: { type: 'array', items: 'group', custom: 'multigrouppicker' },
  sprint: { type: 'array', items: 'json', custom: 'gh-sprint' },
  parent: { type: 'issuelink' },
  security: { type: 'securitylevel' },
  url: { type: 'string', custom: 'url' },
  issuelinks: { type: 'array', items: 'issuelinks' },
  project: { type: 'project' },
  issuetype: { type: 'issuetype' },
  readonly: { type: 'string' },
};

const READONLY_TYPES: Readonly<Record<string, { type: string; items?: string }>> = {
  status: { type: 'status' },
  created: { type: 'datetime' },
  updated: { type: 'datetime' },
  resolutiondate: { type: 'datetime' },
  statuscategorychangedate: { type: 'datetime' },
  creator: { type: 'user' },
  subtasks: { type: 'array', items: 'issuelinks' },
  comment: { type: 'comments-page' },
};

/** The `schema` object Jira gives for a field. */
export function schemaOf(field: FieldRecord): JsonObject {
  const base = (field.kind === 'readonly' ? READONLY_TYPES[field.id] : undefined) ?? SCHEMAS[field.kind];
  const schema: JsonObject = { type: base.type };
  if (base.items) schema['items'] = base.items;
  if (!field.custom) return { ...schema, system: field.id };
  return {
    ...schema,
    custom: `${field.kind === 'sprint' ? SOFTWARE : CUSTOM}${SCHEMAS[field.kind].custom ?? 'textfield'}`,
    customId: Number(field.id.replace('customfield_', '')),
  };
}

/** The operations Jira offers on a field in create, edit and transition metadata. */
export function operationsOf(field: FieldRecord): string[] {
  if (field.kind === 'issuelinks') return ['add', 'copy'];
  if (schemaOf(field)['type'] === 'array') return ['add', 'set', 'remove'];
  return ['set'];
}
