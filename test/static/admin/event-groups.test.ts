import { eventGroups, eventsWith, hasGroup } from '../../../static/admin/src/logic/event-groups';
import { type EventType, eventTypes } from '../../../src/contract/outbox';

test('every type of event belongs to a group that an admin can choose, except the test', () => {
  const none = eventGroups.reduce<readonly EventType[]>(
    (events, group) => eventsWith(events, group, false),
    eventTypes,
  );
  expect(none).toEqual(['test']);
  const all = eventGroups.reduce((events, group) => eventsWith(events, group, true), none);
  expect(all).toEqual(eventTypes);
  expect(eventGroups.filter((group) => !hasGroup(all, group))).toEqual([]);
});
