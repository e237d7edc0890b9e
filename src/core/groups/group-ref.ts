/** To which group a finding belongs, and where the group's record lies. */
import type { GroupRef } from '../../contract/group';
import type { Rule } from '../../contract/settings';
import { sha256 } from '../data/hash';
import type { Subject } from '../rules/subject';
import { valuesOf } from '../rules/subject';

const longestId = 255;

/**
 * The group of a finding by the rule that decides over it, else by what the portal says. Undefined: it stands alone, also
 * where it lacks one of the rule's fields.
 */
export function groupRefOf(subject: Subject, rule: Rule | undefined): GroupRef | undefined {
  const by = rule?.then.groupBy;
  if (by) return byFields(subject, by);
  const { group } = subject.finding;
  return group === undefined || group === '' ? undefined : { id: group };
}

function byFields(subject: Subject, fields: readonly string[]): GroupRef | undefined {
  const named = fields.map((field) => ({ field, value: textOf(valuesOf(subject, field)) }));
  if (named.some(({ value }) => value === '')) return undefined;
  return { id: fitted(named.map(({ field, value }) => `${field}: ${value}`).join(', ')), by: 'rule' };
}

/** Lists are sets: their order says nothing. */
function textOf(values: readonly unknown[]): string {
  return [...new Set(values.map(String))]
    .filter((text) => text !== '')
    .sort()
    .join(' ');
}

/** Two texts that differ stay different. */
function fitted(text: string): string {
  if (text.length <= longestId) return text;
  const end = `… ${sha256(text).slice(0, 12)}`;
  return text.slice(0, longestId - end.length) + end;
}

/** Storage key of a group's record. No finding's key looks like it, whatever its id. */
export function groupKey(connection: string, product: string, { id, by, part }: GroupRef): string {
  return `${connection}:g${sha256(JSON.stringify([product, by ?? 'portal', id, part ?? 0]))}`;
}

/** The id that the group goes by where findings have theirs. */
export function groupName({ id, part }: GroupRef): string {
  return part === undefined ? id : `${id} (${String(part + 1)})`;
}

/** Whether two findings, or a finding and a member, belong together; in which part does not matter. */
export function isSameGroup(one: GroupRef | undefined, other: GroupRef | undefined): boolean {
  return one?.id === other?.id && one?.by === other?.by;
}

/** The storage key of a member's group; undefined: it stands alone. */
export function keyOfGroup(record: {
  readonly connection: string;
  readonly product: string;
  readonly memberOf?: GroupRef | undefined;
}): string | undefined {
  return record.memberOf && groupKey(record.connection, record.product, record.memberOf);
}

/** The same group without its part. */
export function wholeGroup({ id, by }: GroupRef): GroupRef {
  return { id, ...(by && { by }) };
}
