import { adfOf } from '../../html/adf';
import { markup, type Html } from '../../html/html';
import type { FieldMeta } from '../../jira-views';

/** An input for a field of a screen, named `field.<id>`; `scope` keeps its element id apart from other screens. */
export function fieldInput(id: string, meta: FieldMeta, scope: string, value = ''): Html {
  const input = `${scope}-${id}`;
  const star = meta.required ? markup`<span class="required" title="Required">*</span>` : '';
  return markup`<div class="field"><label for="${input}">${meta.name} ${star}</label>${control(id, meta, input, value)}</div>`;
}

function control(id: string, meta: FieldMeta, input: string, value: string): Html {
  const name = `field.${id}`;
  const required = meta.required ? markup`required` : '';
  if (meta.allowedValues) {
    const many = meta.schema.type === 'array' ? markup`multiple` : '';
    const empty = meta.required || meta.schema.type === 'array' ? '' : markup`<option value="">None</option>`;
    return markup`<select id="${input}" name="${name}" ${required} ${many}>${empty}${meta.allowedValues.map(
      (one) => {
        const label = one.name ?? one.value ?? one.id ?? '';
        return markup`<option value="${one.id}" ${one.id === value || label === value ? markup`selected` : ''}>${label}</option>`;
      },
    )}</select>`;
  }
  if (meta.schema.type === 'date')
    return markup`<input type="date" id="${input}" name="${name}" value="${value}" ${required} />`;
  if (isLongText(meta))
    return markup`<textarea id="${input}" name="${name}" rows="4" ${required}>${value}</textarea>`;
  return markup`<input id="${input}" name="${name}" value="${value}" autocomplete="off" ${required} />`;
}

/** The value that Jira's REST API takes for what was typed or chosen; undefined for a field left empty. */
export function fieldValue(meta: FieldMeta, typed: readonly string[]): unknown {
  const given = typed.map((one) => one.trim()).filter((one) => one !== '');
  const [first] = given;
  if (meta.schema.type === 'array')
    return meta.allowedValues ? given.map((id) => ({ id })) : given.flatMap((one) => one.split(/[\s,]+/));
  if (first === undefined) return undefined;
  if (meta.allowedValues) return { id: first };
  if (meta.schema.type === 'user') return { accountId: first };
  if (meta.schema.type === 'number') return Number(first);
  return isLongText(meta) ? adfOf(first) : first;
}

function isLongText({ schema }: FieldMeta): boolean {
  return ['description', 'environment'].includes(schema.system ?? '') || schema.type === 'comments-page';
}
