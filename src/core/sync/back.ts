import type { GoneIssue, LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { mark } from '../data/hash';
import { followedStatus } from './decided';
import { mayStillDelete } from './deleting';
import { lifecycleOf } from './lifecycle';
import { statusMark } from './plan';
import { endOfDay, type Todos } from './todos';

/** What was to be done about an issue while it was thought gone: it is there after all. */
export function todosOfBack(
  record: LinkRecord,
  issue: GoneIssue,
  settings: SettingsDocument,
  now: number,
): Todos {
  if (mayStillDelete(record, settings)) return { delete: now };
  const status = followedStatus(record);
  const lifecycle = lifecycleOf(status, settings);
  const isToClose = lifecycle === 'resolved' || lifecycle === 'rejected';
  if (isToClose && issue.sent[statusMark] !== mark(status)) return { close: now };
  const ends = lifecycle === 'accepted' ? endOfDay(record.facts.acceptedUntil) : undefined;
  return ends !== undefined && ends <= now ? { reopen: now } : {};
}
