/**
 * What the record itself holds under a name that came from outside. Every object seems to know a "constructor" and a
 * "__proto__": what is only inherited is not there.
 */
export function ownValue<T>(
  record: Readonly<Partial<Record<string, T>>> | undefined,
  name: string,
): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
