/** What rows of the mapping must be beyond their shape. */
import { FieldId, type FieldRow, rowKey, unmappableFields } from '../../contract/field-mapping';
import { fieldShape } from '../../contract/finding-fields';
import type { FieldProblem } from '../../contract/invalid-fields';

/** Each field once, one that may be filled, from a field that findings have. `path` leads to the list. */
export function checkRows(rows: readonly FieldRow[] = [], path: string): FieldProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const isTwice = seen.has(rowKey(row));
    seen.add(rowKey(row));
    return checkRow(row, `${path}.${String(index)}`, isTwice);
  });
}

function checkRow({ field, source }: FieldRow, path: string, isTwice: boolean): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { id } = field;
  if (isTwice) problems.push({ path: `${path}.field`, message: { code: 'notUnique' } });
  if (id !== undefined && unmappableFields.some((one) => one === id))
    problems.push({ path: `${path}.field`, message: { code: 'unmappableField', field: id } });
  else if (id !== undefined && !FieldId.safeParse(id).success)
    problems.push({ path: `${path}.field`, message: { code: 'misfit' } });
  if (source.kind === 'field' && fieldShape(source.name) === undefined)
    problems.push({ path: `${path}.source.name`, message: { code: 'unknownField', field: source.name } });
  return problems;
}
