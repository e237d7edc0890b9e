import type { Reason } from '../../../src/contract/messages/message';
import type { Doing } from '../../../src/contract/messages/terms';
import { explained, type Held, permissionOf } from '../../../src/core/sync/refusal';

const project = { id: '10000', name: 'Web', archived: false };
const archived = { ...project, archived: true };
const required: Reason = { code: 'fieldRequired', project: 'WEB', field: 'Team', where: 'fields' };
const held = (doing?: Doing, reason: Reason = required): Held => ({
  ...{ kind: 'held', cause: 'required|x', reason },
  ...(doing && { refusal: { project: '10000', doing } }),
});
const notAllowed = (doing: Doing, place?: string): Reason => ({
  ...{ code: 'notAllowed', doing },
  ...(place !== undefined && { place }),
});

test.each([
  ['creating', 'CREATE_ISSUES'],
  ['changing', 'EDIT_ISSUES'],
  ['readingTransitions', 'TRANSITION_ISSUES'],
  ['moving', 'TRANSITION_ISSUES'],
  ['linking', 'LINK_ISSUES'],
  ['commenting', 'ADD_COMMENTS'],
  ['deleting', 'DELETE_ISSUES'],
  ['reading', undefined],
] as const)('where Jira refuses %s, the permission %s may be lacking', (doing, permission) => {
  expect(permissionOf(held(doing))).toBe(permission);
});

test('nothing is looked up where Jira said so itself, or did not refuse', () => {
  expect(permissionOf(held('changing', notAllowed('changing')))).toBeUndefined();
  expect(permissionOf(held())).toBeUndefined();
});

test('what really holds a finding up is told, one cause for a project', () => {
  const as = held('changing');
  expect(explained(as, project, false)).toBe(as);
  expect(explained(held(), archived, true)).toEqual(held());
  expect(explained(as, archived, true)).toEqual({
    kind: 'held',
    cause: 'project-gone|10000',
    reason: { code: 'spaceArchived', project: 'Web' },
  });
  const lacking = {
    kind: 'held',
    cause: 'not-allowed|10000|changing',
    reason: notAllowed('changing', 'Web'),
  };
  expect(explained(as, project, true)).toEqual(lacking);
  expect(explained(held('changing', notAllowed('changing', 'WEB-1')), project, false)).toEqual(lacking);
  expect(explained(held('moving'), project, true)).toEqual({
    kind: 'held',
    cause: 'not-allowed|10000|moving',
    reason: notAllowed('moving'),
  });
});
