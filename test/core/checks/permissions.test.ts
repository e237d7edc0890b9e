import { Deleting } from '../../../src/contract/settings';
import { checkPermissions as checkMessage, neededPermissions } from '../../../src/core/checks/permissions';
import { settingsOf, spaceOf } from '../builders';
import { bad, everything, factsOf, good } from './builders';
import { checkInEnglish } from '../../support/english';
import { type SpaceFacts } from '../../../src/core/checks/facts';

const always = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS'];
const checkPermissions = (facts: SpaceFacts) => checkInEnglish(checkMessage(facts));
const bare = { dueDateField: null };

test.each<[string, Parameters<typeof spaceOf>[0], Partial<Deleting>, boolean, string[]]>([
  ['nothing special', bare, {}, false, []],
  ['the other space', bare, {}, true, ['LINK_ISSUES']],
  ['an assignee', { ...bare, assignee: { id: 'a' } }, {}, false, ['ASSIGN_ISSUES']],
  ['the system’s due date', {}, {}, false, ['SCHEDULE_ISSUES']],
  ['a due date in a field of its own', { dueDateField: { id: 'customfield_1' } }, {}, false, []],
  ['a security level', { ...bare, securityLevel: { id: '1' } }, {}, false, ['SET_ISSUE_SECURITY']],
  ['deleting', bare, { enabled: true }, false, ['DELETE_ISSUES']],
  ['deleting what the portal deleted', bare, { goneFromPortal: 'delete' }, false, ['DELETE_ISSUES']],
  ['leaving what the portal deleted', bare, { goneFromPortal: 'leave' }, false, []],
])('a space with %s needs only what that takes', (_, space, deleting, linked, extra) => {
  const settings = settingsOf({ deleting: Deleting.parse(deleting) });
  expect(neededPermissions(spaceOf(space), settings, linked)).toEqual([...always, ...extra]);
});

describe('what the app may do', () => {
  const what = 'What the app may do';

  test('is enough', () => {
    const detail = 'see issues, create issues, edit issues, move issues, comment, set due dates.';
    expect(checkPermissions(factsOf())).toEqual({ what, result: 'ok', detail });
  });

  test('is named in words, each', () => {
    const facts = factsOf({
      space: spaceOf({ assignee: { id: 'a' }, securityLevel: { id: '1' } }),
      settings: settingsOf({ deleting: Deleting.parse({ enabled: true }) }),
      linked: true,
      granted: good(new Set()),
    });
    expect(checkPermissions(facts).detail).toBe(
      'The app may not see issues, create issues, edit issues, move issues, comment, link issues, assign issues, set due dates, set security levels, delete issues in Web shop.',
    );
  });

  test('is too little, with the permissions to give', () => {
    const granted = good(
      new Set([...everything].filter((one) => !['ADD_COMMENTS', 'EDIT_ISSUES'].includes(one))),
    );
    expect(checkPermissions(factsOf({ granted }))).toEqual({
      what,
      result: 'problem',
      detail: 'The app may not edit issues, comment in Web shop.',
      fix: 'Give the role atlassian-addons-project-access these permissions in the permission scheme of Web shop: EDIT_ISSUES, ADD_COMMENTS.',
    });
  });

  test.each([bad(), good(undefined)])('is too little in a project that the app cannot see: %#', (project) => {
    const { detail } = checkPermissions(factsOf({ granted: good(new Set()), project }));
    expect(detail).toMatch(/ in the space\.$/);
  });

  test('is not verified where Jira does not say', () => {
    expect(checkPermissions(factsOf({ granted: bad() }))).toEqual({
      what,
      result: 'unverified',
      detail: 'Jira refuses to tell the app: No.',
    });
  });
});
