/** Events by what they are about: an admin chooses among these, and not among every type. */
import { type EventType, eventTypes } from '#contract/outbox';

const groups = {
  states: ['finding.synced', 'finding.skipped', 'finding.held'],
  issues: ['issue.linked', 'issue.unlinked', 'issue.moved', 'issue.deleted'],
  status: ['finding.status_changed'],
  edits: ['finding.changed', 'finding.assigned'],
  comments: ['finding.commented', 'finding.comment_edited', 'finding.comment_deleted'],
  decisions: ['finding.retest_requested', 'finding.risk_accepted', 'finding.rejected'],
  dates: ['finding.due_changed', 'finding.due_soon', 'finding.overdue'],
} as const satisfies Record<string, readonly EventType[]>;
export type EventGroup = keyof typeof groups;
export const eventGroups = Object.keys(groups) as readonly EventGroup[];

/** Whether the portal hears of all that is about this. */
export function hasGroup(events: readonly EventType[], group: EventGroup): boolean {
  return groups[group].every((type) => events.includes(type));
}

/** The types with or without those of a group, in the order of the catalogue. */
export function eventsWith(
  events: readonly EventType[],
  group: EventGroup,
  isOn: boolean,
): readonly EventType[] {
  const own: readonly EventType[] = groups[group];
  return eventTypes.filter((type) => (own.includes(type) ? isOn : events.includes(type)));
}
