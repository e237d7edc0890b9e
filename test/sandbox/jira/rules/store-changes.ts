import type { Json } from '../json';
import { must, projectOf } from '../state/lookup';
import type { ChangeItem, HistoryRecord, IssueRecord } from '../state/model';
import { addToSet, nextId, removeFromSet } from '../state/site-state';
import type { World } from '../world';
import { changeItems } from './change-items';

/** Stores new field values and returns the changelog items of those that differ. */
export function storeValues(
  world: World,
  issue: IssueRecord,
  values: ReadonlyMap<string, Json>,
): ChangeItem[] {
  const project = projectOf(world.state, issue);
  const items: ChangeItem[] = [];
  for (const [fieldId, after] of values) {
    const before = issue.values[fieldId] ?? null;
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    items.push(...changeItems(world, project, must(world.state.fields.get(fieldId), 'field'), before, after));
    putValue(world, issue, fieldId, after);
  }
  return items;
}

/** Stores one field value and keeps the indexes that hang on it. */
export function putValue(world: World, issue: IssueRecord, fieldId: string, value: Json): void {
  const before = issue.values[fieldId];
  if (fieldId === 'parent') {
    if (typeof before === 'string') removeFromSet(world.state.children, before, issue.id);
    if (typeof value === 'string') addToSet(world.state.children, value, issue.id);
  }
  if (fieldId === 'resolution') issue.resolvedAt = value === null ? null : world.clock.now();
  if (value === null) Reflect.deleteProperty(issue.values, fieldId);
  else issue.values[fieldId] = value;
}

/** Writes a history entry when there is something to tell. */
export function writeHistory(
  world: World,
  issue: IssueRecord,
  authorId: string,
  items: readonly ChangeItem[],
): HistoryRecord | undefined {
  if (items.length === 0) return undefined;
  const entry: HistoryRecord = {
    id: nextId(world.state, 'history'),
    authorId,
    createdAt: world.clock.now(),
    items: [...items],
  };
  issue.history.push(entry);
  return entry;
}

/** Marks an issue as changed now and tells the search index. */
export function touch(world: World, issue: IssueRecord): void {
  issue.updatedAt = world.clock.now();
  world.index.note(issue);
}
