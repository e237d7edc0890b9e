/** Fields that do not hold an issue up: what Jira refuses of them is left out. */
import type { Reason } from '../../contract/messages/message';
import type { Consequence } from '../../core/jira/failure';
import type { ReadySpace } from '../../core/settings/spaces';
import type { Mapping } from '../../mappings/mapping';
import type { Task } from './tasks';
import { screenKey } from './read-screens';

/**
 * The refused fields, where Jira refused nothing else and all of them may go without: an assignee never blocks, and a
 * mapped field does not where its row says that unknown values leave it empty. `errors`: what Jira said by field.
 */
export function givingWay({ work }: Task, errors: Readonly<Record<string, string>>): string[] | undefined {
  const refused = Object.keys(errors);
  const yields = (mapping: Mapping | undefined) =>
    mapping?.row === undefined ? mapping?.field === 'assignee' : mapping.row.whenUnknown === 'empty';
  return refused.length > 0 && refused.every((field) => yields(work.mappings.get(field)))
    ? refused
    : undefined;
}

/** Of these fields, those whose value cannot be sent, each with what it means for the finding. */
export function unfit({ work }: Task, fields: readonly string[]): ReadonlyMap<string, Consequence> {
  const problems = fields.flatMap((field): [string, Consequence][] => {
    const reason = work.draft.fields[field]?.problem;
    return reason ? [[field, unfitValue(work.ready, field, reason)]] : [];
  });
  return new Map(problems);
}

/** Jira does not list the value of this field (its id). `said`: both by their names. */
export function notListed(
  ready: ReadySpace,
  field: string,
  said: { readonly field: string; readonly value: string },
): Consequence {
  return unfitValue(ready, field, { code: 'noSuchValue', ...said });
}

function unfitValue(ready: ReadySpace, field: string, reason: Reason): Consequence {
  return { kind: 'held', cause: `mapping|${screenKey(ready)}|${field}`, reason };
}
