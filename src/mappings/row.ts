/** A field that a row of the settings fills. */
import type { FieldRow } from '../contract/field-mapping';
import type { Reason } from '../contract/messages/message';
import { shorten } from '../core/data/text';
import type { FieldMeta } from '../core/jira/issue';
import type { DraftField } from '../core/sync/fields';
import { type Mapping, type MappingInput, scopedOf } from './mapping';
import { scopeOf } from './templates/scope';
import { comparableOf } from './values/comparable';
import { fit } from './values/fit';
import type { Fitted } from './values/fitted';
import { givenBy } from './values/given';

const longestQuote = 80;

/** The mapping of a row; none while its field has no id. */
export function mappingOfRow(row: FieldRow): Mapping | undefined {
  const field = row.field.id;
  if (field === undefined) return undefined;
  return { field, owner: row.owner, row, draft: (input) => draftRow(row, field, input), read: comparableOf };
}

function draftRow(row: FieldRow, field: string, input: MappingInput): DraftField | undefined {
  const { source } = row;
  if (source.kind === 'fixed' && source.value === null) return undefined;
  const meta = input.screen.get(field);
  const name = meta?.name ?? row.field.name ?? field;
  if (!meta) return refused(row, meta, { code: 'fieldNotOnScreen', field: name, project: projectOf(input) });
  if (meta.type === 'sprint' || meta.type === 'other')
    return refused(row, meta, { code: 'typeNotFilled', field: name });
  const scope = scopeOf(scopedOf(input));
  const given = givenBy(source, input, (template) =>
    meta.type === 'paragraph'
      ? input.templates.document(template, scope)
      : input.templates.line(template, scope),
  );
  if ('ok' in given) {
    const { line, column, said } = given;
    return refused(row, meta, { code: 'templateFails', line, column, said });
  }
  return drafted(row, meta, fit(given, meta, input.lookups));
}

function drafted(row: FieldRow, meta: FieldMeta, fitted: Fitted): DraftField | undefined {
  const field = meta.name;
  switch (fitted.kind) {
    case 'later':
      return undefined;
    case 'misfit':
      return refused(row, meta, { code: 'valueMisfit', field, type: meta.type });
    case 'unknown': {
      const said = fitted.said === undefined ? {} : { value: shorten(fitted.said, longestQuote) };
      return refused(row, meta, { code: 'noSuchValue', field, ...said });
    }
    case 'value':
      return valueOf(meta, fitted.value, fitted.note);
  }
}

/** What cannot be sent holds the finding up, or the field stays empty: as the row has it. */
function refused(row: FieldRow, meta: FieldMeta | undefined, reason: Reason): DraftField | undefined {
  if (row.whenUnknown === 'hold') return { value: null, comparable: { problem: reason }, problem: reason };
  return meta && valueOf(meta, null, reason);
}

/** Jira refuses to empty a field that it requires. */
function valueOf(meta: FieldMeta, value: unknown, note: Reason | undefined): DraftField | undefined {
  if (value === null && (meta.required || meta.id === 'priority')) return undefined;
  return { value, comparable: comparableOf(value), ...(note ? { note } : {}) };
}

function projectOf({ space }: MappingInput): string {
  return space.project?.name ?? space.project?.id ?? '';
}
