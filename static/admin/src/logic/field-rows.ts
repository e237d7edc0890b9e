/** Rows of the mapping as the page edits them. */
import {
  type FieldRow,
  type FieldSource,
  type FixedThing,
  type FixedValue,
  unmappableFields,
} from '#contract/field-mapping';
import { findingFields } from '#contract/finding-fields';
import type { Named, ScreenField } from '../jira/types';
import type { InputKind } from './fixed-values';
import { mergedField } from './screen-fields';

/** Reporter and link are the app's own matter, and what the app cannot fill is left to people. */
const left: readonly string[] = [...unmappableFields, 'reporter'];

/** The fields of several create screens that rows can fill, each once, with the values that any of them allows; by name. */
export function mappableFields(screens: readonly (readonly ScreenField[])[]): ScreenField[] {
  const fields = new Map<string, ScreenField>();
  for (const field of screens.flat()) {
    if (left.includes(field.id) || field.fieldType === 'other' || field.fieldType === 'sprint') continue;
    const known = fields.get(field.id);
    fields.set(field.id, known === undefined ? field : mergedField(known, field));
  }
  return [...fields.values()].sort(
    (a, b) => Number(b.required) - Number(a.required) || a.name.localeCompare(b.name),
  );
}

/** Whether a screen has a sprint, which is left to the team. */
export function hasSprint(screens: readonly (readonly ScreenField[])[]): boolean {
  return screens.flat().some(({ fieldType }) => fieldType === 'sprint');
}

/** A new row for a field: what people most often want of it. */
export function newRow({ id, name }: Named): FieldRow {
  return { field: { id, name }, source: { kind: 'attribute', name }, owner: 'people', whenUnknown: 'hold' };
}

/** A source of another kind, to begin with. */
export function newSource(kind: FieldSource['kind'], name: string): FieldSource {
  switch (kind) {
    case 'field':
      return { kind, name: 'severity' };
    case 'attribute':
      return { kind, name };
    case 'text':
      return { kind, template: '{{ finding.title }}' };
    case 'fixed':
      return { kind, value: null };
  }
}

/** The fields of findings by name. */
export function findingFieldNames(): string[] {
  return [...findingFields().keys()].sort();
}

/** How the fixed value of a field is entered: people, groups, issues and second levels by what they are called. */
export function inputOf({ fieldType }: ScreenField): InputKind {
  switch (fieldType) {
    case 'choice':
    case 'choices':
    case 'number':
    case 'date':
      return fieldType;
    case 'labels':
    case 'users':
    case 'groups':
      return 'texts';
    default:
      return 'text';
  }
}

/** A fixed value as inputs take it: things of the field's list by their ids, all else in words. */
export function shownValues(value: FixedValue, allowed: readonly Named[] = []): string[] {
  const all = Array.isArray(value) ? value : value === null ? [] : [value];
  return all.map((one) => (typeof one === 'object' ? shownThing(one, allowed) : String(one)));
}

function shownThing(thing: FixedThing, allowed: readonly Named[]): string {
  const words = wordsOf(thing);
  const inner = thing.child ? wordsOf(thing.child) : '';
  if (inner !== '') return `${words} > ${inner}`;
  const listed = allowed.find(
    ({ id, name }) => id === thing.id || (thing.id === undefined && name === words),
  );
  return listed?.id ?? words;
}

function wordsOf({ id, name, value, accountId, groupId, key }: Omit<FixedThing, 'child'>): string {
  return name ?? value ?? key ?? id ?? accountId ?? groupId ?? '';
}

/** What people entered as the fixed value of a field; nothing is null, which leaves the field alone. */
export function enteredValue(field: ScreenField, entered: readonly string[]): FixedValue {
  const all = entered.map((text) => text.trim()).filter((text) => text !== '');
  const [first] = all;
  if (first === undefined) return null;
  switch (inputOf(field)) {
    case 'choice':
      return thingOf(first, field.allowed);
    case 'choices':
      return all.map((one) => thingOf(one, field.allowed));
    case 'texts':
      return all;
    case 'number':
      return Number.isFinite(Number(first)) ? Number(first) : first;
    default:
      return first;
  }
}

/** By id and name; what the list does not have is kept by what it is called. */
function thingOf(entered: string, allowed: readonly Named[] = []): FixedThing {
  const listed = allowed.find(({ id }) => id === entered);
  return listed ? { id: listed.id, name: listed.name } : { name: entered };
}
