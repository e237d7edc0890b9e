import type { LinkRecord } from '../../../src/contract/link-record';
import { hiddenProblem, isShownAgain, issueProblem, waitsForHidden } from '../../../src/core/sync/hidden';
import {
  claimIdOf,
  issueMade,
  issuesMade,
  issuesThere,
  issueThere,
  mapMade,
  roleOf,
} from '../../../src/core/sync/issues';
import { noteBack, noteGone } from '../../../src/core/sync/left-jira';
import { isLate, noteFurther, noteIssue, notePlace, noteResolution } from '../../../src/core/sync/note-issue';
import { issueIdsOf, namesIssue, pointersBetween } from '../../../src/core/sync/pointers';
import { claimedOf, fetchedOf, findingOf, goneOf, issueOf, now, recordOf } from '../builders';

const security = issueOf({ id: '2', key: 'SEC-1', project: '20000' });
const both = { product: issueOf(), security };
const rival = { id: '7', key: 'WEB-7', project: '10000' };

test('an issue is there, was made, or is only claimed', () => {
  const all = [undefined, claimedOf(), issueOf(), goneOf()].map((product) =>
    recordOf({ issues: product ? { product } : {} }),
  );
  expect(all.map((record) => issueThere(record, 'product')?.state)).toEqual([
    undefined,
    undefined,
    'there',
    undefined,
  ]);
  expect(all.map((record) => issueMade(record, 'product')?.state)).toEqual([
    undefined,
    undefined,
    'there',
    'gone',
  ]);
  expect(all.map((record) => issuesThere(record).length)).toEqual([0, 0, 1, 0]);
  expect(all.map((record) => issuesMade(record).length)).toEqual([0, 0, 1, 1]);
  expect(all.map((record) => roleOf(record, '10001'))).toEqual([undefined, undefined, 'product', 'product']);
  expect(roleOf(recordOf({ issues: both }), '2')).toBe('security');
});

test('what is made is changed, what is only claimed is not', () => {
  const issues = { product: claimedOf(), security };
  const sent = { summary: 'm' };
  expect(mapMade(issues, () => ({ sent }))).toEqual({
    product: claimedOf(),
    security: { ...security, sent },
  });
});

test('the create call of an issue is known by its id, if there was one', () => {
  expect([claimedOf(), issueOf(), undefined].map(claimIdOf)).toEqual(['claim-1', '', '']);
});

test('a record names its issues, also those that are gone, and those among which somebody has to choose', () => {
  const record = recordOf({
    issues: { product: goneOf(), security },
    rivals: { product: { issues: [rival] } },
  });
  expect(issueIdsOf(record)).toEqual(['10001', '2', '7']);
  expect([issueIdsOf(undefined), issueIdsOf(recordOf({ issues: { product: claimedOf() } }))]).toEqual([
    [],
    [],
  ]);
  expect([namesIssue(record, '7'), namesIssue(record, '8')]).toEqual([true, false]);
});

test('a change takes issues and lets others go', () => {
  const one = recordOf({ issues: both });
  const other = recordOf({ issues: { product: goneOf(), security: issueOf({ id: '3' }) } });
  expect(pointersBetween(one, other)).toEqual({ taken: ['3'], freed: ['2'] });
  expect(pointersBetween(undefined, one)).toEqual({ taken: ['10001', '2'], freed: [] });
});

describe('what Jira shows of an issue', () => {
  const status = { id: '3', name: 'Done', category: 'done' } as const;
  const open = { id: '1', name: 'Open', category: 'new' } as const;
  const resolution = { id: '7', name: 'Fixed' };

  test('is remembered: that it is there, where, and how it was resolved', () => {
    const issue = issueOf({ missingSince: 1, deleting: true, deletedByApp: true, labels: ['own'] });
    noteIssue(
      issue,
      fetchedOf({ id: '9', key: 'NEW-9', projectId: '30000', issueTypeId: '5', status, resolution }),
      now,
    );
    const {
      missingSince: _missing,
      deleting: _deleting,
      deletedByApp: _deleted,
      ...rest
    } = issueOf({
      id: '9',
      key: 'NEW-9',
      project: '30000',
      issueType: '5',
      labels: ['own'],
      status: '3',
      statusName: 'Done',
      category: 'done',
      doneAt: now,
      resolution: '7',
      resolutionName: 'Fixed',
    });
    expect(issue).toStrictEqual(rest);
  });

  test('that it does not say stays as it was, but for the resolution', () => {
    const before = issueOf({
      status: '1',
      statusName: 'Open',
      category: 'new',
      resolution: '7',
      resolutionName: 'Fixed',
    });
    const issue = { ...before };
    noteIssue(issue, fetchedOf({ projectId: undefined, issueTypeId: undefined }), now);
    expect(issue).toEqual({ ...before, resolution: undefined, resolutionName: undefined });
  });

  test('an issue without a resolution has none, however that is said', () => {
    const issue = issueOf({ resolution: '7', resolutionName: 'Fixed' });
    noteResolution(issue, { id: null, words: null });
    expect([issue.resolution, issue.resolutionName]).toEqual([undefined, undefined]);
  });

  test('since when it is done counts from the first time on', () => {
    const issue = issueOf();
    notePlace(issue, status, 10);
    expect(issue).toMatchObject({ status: '3', statusName: 'Done', category: 'done', doneAt: 10 });
    expect(issue.placeAt).toBeUndefined();
    notePlace(issue, { ...status, id: '4' }, 20);
    expect([issue.doneAt, issue.placeAt]).toEqual([10, 20]);
    notePlace(issue, { ...status, id: '4' }, 30);
    expect([issue.doneAt, issue.placeAt]).toEqual([10, 20]);
  });

  test('whoever closes it anew may be a person', () => {
    const issue = issueOf({ status: '3', category: 'done', doneAt: 10, closedByProduct: true });
    notePlace(issue, status, 20);
    expect(issue.closedByProduct).toBe(true);
    notePlace(issue, open, 20);
    expect(issue).not.toHaveProperty('closedByProduct');
    expect([issue.doneAt, issue.category]).toEqual([undefined, 'new']);
  });

  test('a category that nobody told is unknown', () => {
    const issue = issueOf({ status: '3', category: 'done', doneAt: 10 });
    notePlace(issue, { id: '4' }, 20);
    expect(issue).toMatchObject({
      status: '4',
      statusName: undefined,
      category: undefined,
      doneAt: undefined,
    });
  });
});

test.each<[string, number | undefined, number | undefined, string | null, boolean]>([
  ['before what is known', 99, 100, '1', true],
  ['after it', 101, 100, '2', false],
  ['at that moment, from there', 100, 100, '1', false],
  ['at that moment, from elsewhere', 100, 100, '2', true],
  ['at an unknown time', undefined, 100, '2', false],
  ['of an issue that never moved', 1, undefined, '2', false],
])('a move %s may be late: %#', (_name, at, placeAt, from, late) => {
  expect(isLate(issueOf({ status: '1', ...(placeAt === undefined ? {} : { placeAt }) }), at, from)).toBe(
    late,
  );
});

describe('further issues that people linked to the security issue', () => {
  const linked = [
    { id: '10001', key: 'WEB-1', done: false },
    { id: '8', key: 'WEB-8', done: true },
    { id: '9', key: 'OTHER-9', done: false },
    { id: '6', key: 'MY-WEB-6', done: false },
  ];
  const further = [{ id: '8', done: true }];
  const look = (record: LinkRecord, more = linked) =>
    noteFurther(record, new Map([['2', fetchedOf({ id: '2', key: 'SEC-1', linked: more })]]));
  const of = (record: LinkRecord) => issueMade(record, 'security')?.further;

  test('are those of the product team’s project, without the product issue; only a change is news', () => {
    const record = recordOf({ issues: structuredClone(both) });
    expect([look(record), of(record)]).toEqual([true, further]);
    expect([look(record), of(record)]).toEqual([false, further]);
    expect([look(record, []), of(record)]).toEqual([true, undefined]);
    expect(look(record, [])).toBe(false);
  });

  test('are not looked for where there is no pair, or nothing was read', () => {
    expect(look(recordOf({ issues: { security } }))).toBe(false);
    expect(look(recordOf({ issues: { product: issueOf() } }))).toBe(false);
    expect(noteFurther(recordOf({ issues: both }), new Map())).toBe(false);
    expect(noteFurther(recordOf({ issues: both }), new Map([['2', fetchedOf({ id: '2' })]]))).toBe(false);
  });
});

describe('a finding', () => {
  test('leaves Jira with the last of its issues, and is back with any of them', () => {
    const record = recordOf({ issues: { ...both } });
    noteGone(record, 'product', 5);
    expect([record.state, record.issues.product]).toEqual(['synced', goneOf({ missingSince: 5 })]);
    noteGone(record, 'security');
    expect([record.state, record.issues.security?.state]).toEqual(['deleted', 'gone']);
    noteBack(record);
    expect(record.state).toBe('deleted');
    record.issues = { ...record.issues, product: issueOf() };
    noteBack(record);
    expect(record.state).toBe('synced');
  });

  test('does not leave Jira while an issue may come, or somebody has to choose', () => {
    const claimed = recordOf({ issues: { product: issueOf(), security: claimedOf() } });
    noteGone(claimed, 'product');
    expect(claimed.state).toBe('synced');
    noteGone(claimed, 'security');
    expect(claimed.issues.security?.state).toBe('claimed');
    const contested = recordOf({
      issues: { security: { ...security } },
      rivals: { product: { issues: [rival] } },
    });
    noteGone(contested, 'security');
    expect(contested.state).toBe('synced');
  });

  test('that never left is not back', () => {
    const record = recordOf({ state: 'skipped', issues: both });
    noteBack(record);
    expect(record.state).toBe('skipped');
  });
});

describe('an issue that Jira does not show', () => {
  const cause = 'hidden|10000';
  const reason = { code: 'issueHidden', key: 'WEB-1' } as const;
  const held = { state: 'held', cause, reason } as const;
  const of = (more: Partial<LinkRecord>) => recordOf({ issues: both, ...more });

  test('holds the finding up, with all others of its project', () => {
    expect(hiddenProblem(issueOf())).toEqual({ kind: 'held', cause, reason });
  });

  test('may be hidden where Jira says 404; any other failure means what it always does', () => {
    const failure = (status: number) => ({ kind: 'refused', status, fields: {}, messages: [] }) as const;
    expect(issueProblem(failure(404), issueOf(), 'changing')).toEqual(hiddenProblem(issueOf()));
    expect(issueProblem(failure(403), issueOf(), 'changing', 'Web')).toMatchObject({
      kind: 'held',
      reason: { code: 'notAllowed', place: 'Web' },
    });
  });

  test('is what a finding waits for that is held for it', () => {
    expect(waitsForHidden(of(held))).toBe(true);
    expect(waitsForHidden(of({ ...held, cause: 'x|hidden|' }))).toBe(false);
    expect(waitsForHidden(of({ state: 'pending', cause }))).toBe(false);
  });

  const parked = { ...held, parked: 'close' } as const;
  const gone = { product: goneOf(), security };
  test.each<[string, Partial<LinkRecord>, Partial<LinkRecord>, string[], boolean]>([
    ['Jira shows it', parked, {}, ['10001'], true],
    ['a snapshot waits, and Jira shows it', { ...held, held: findingOf() }, {}, ['10001'], true],
    ['Jira does not show it', parked, {}, ['2'], false],
    ['it is known to be gone', parked, { issues: gone }, [], true],
    ['nothing waits', held, {}, ['10001'], false],
    ['one that was thought gone is back', { parked: 'close', issues: gone }, {}, [], true],
    ['one is gone still', { parked: 'close', issues: gone }, { issues: gone }, [], false],
    ['one was there all the time', { parked: 'close' }, {}, [], false],
    ['one has gone', { parked: 'close' }, { issues: gone }, [], false],
  ])('%s: shown again or not', (_name, before, after, shown, isShown) => {
    expect(isShownAgain(of(before), of(after), (id) => shown.includes(id))).toBe(isShown);
  });
});
