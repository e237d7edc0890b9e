/** Leaves out what a report does not tell: no value, an empty text, an empty list. */
export function told<Fields extends object>(fields: Fields): Partial<Fields> {
  const given: Partial<Fields> = {};
  for (const name of Object.keys(fields) as (keyof Fields)[])
    if (isTold(fields[name])) given[name] = fields[name];
  return given;
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
