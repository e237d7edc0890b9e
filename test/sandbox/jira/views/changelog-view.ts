import type { JsonObject } from '../json';
import type { ChangeItem, HistoryRecord } from '../state/model';
import type { World } from '../world';
import { timestampOf } from './timestamp';
import { userViewOf } from './user-view';

/** One history entry of an issue. */
export function historyView(world: World, entry: HistoryRecord): JsonObject {
  return {
    id: entry.id,
    author: userViewOf(world, entry.authorId) ?? undefined,
    created: timestampOf(world, entry.createdAt),
    items: entry.items.map(itemView),
  };
}

function itemView(item: ChangeItem): JsonObject {
  const people = ['assignee', 'reporter'].includes(item.fieldId ?? '');
  return {
    field: item.field,
    fieldtype: item.fieldtype,
    ...(item.fieldId === null ? {} : { fieldId: item.fieldId }),
    from: item.from,
    fromString: item.fromString,
    to: item.to,
    toString: item.toString,
    ...(people ? { tmpFromAccountId: item.from, tmpToAccountId: item.to } : {}),
  };
}
