/** Values of fields that name what Jira does not list: people, groups, the issue above. */
import type { Found, Lookups } from '../lookups';
import { type Fitted, type Given, namesOf, nothing, one } from './fitted';

type Look = (name: string) => Found;

/** Addresses of people are never quoted. */
function fitOne({ values }: Given, look: Look, shape: (id: string) => object, quotes: boolean): Fitted {
  const [name] = namesOf(values[0]);
  if (name === undefined) return nothing;
  const found = look(name.trim());
  if (found === null) return { kind: 'later' };
  if (found === undefined) return unknown(name, quotes);
  return one(shape(found), values);
}

/** All of them, each once and in one order. */
function fitAll({ values }: Given, look: Look, shape: (id: string) => object, quotes: boolean): Fitted {
  const names = values.flatMap((value) => namesOf(value).slice(0, 1));
  const found = names.map((name) => look(name.trim()));
  if (found.includes(null)) return { kind: 'later' };
  const lost = names.find((_, at) => found[at] === undefined);
  if (lost !== undefined) return unknown(lost, quotes);
  const ids = [...new Set(found.flatMap((id) => id ?? []))].sort();
  return ids.length === 0 ? nothing : { kind: 'value', value: ids.map(shape) };
}

function unknown(said: string, quotes: boolean): Fitted {
  return quotes ? { kind: 'unknown', said } : { kind: 'unknown' };
}

const account = (accountId: string) => ({ accountId });
const group = (groupId: string) => ({ groupId });

/** A person by e-mail address or account id. */
export function fitPerson(given: Given, { person }: Lookups): Fitted {
  return fitOne(given, person, account, false);
}

export function fitPeople(given: Given, { person }: Lookups): Fitted {
  return fitAll(given, person, account, false);
}

/** A group by name or id. */
export function fitGroup(given: Given, lookups: Lookups): Fitted {
  return fitOne(given, lookups.group, group, true);
}

export function fitGroups(given: Given, lookups: Lookups): Fitted {
  return fitAll(given, lookups.group, group, true);
}

/** The issue above, by key or id. */
export function fitParent(given: Given, { parent }: Lookups): Fitted {
  return fitOne(given, parent, (id) => ({ id }), true);
}
