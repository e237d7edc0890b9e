import type { LinkRecord } from '../../../src/contract/link-record';
import { Closing, Reopening, type SettingsDocument } from '../../../src/contract/settings';
import { lackAt, type Standing } from '../../../src/core/sync/lacks-issue';
import { stillReported } from '../../../src/core/sync/still-reported';
import { claimedOf, dayMs, goneOf, issueOf, now, recordOf, settingsOf, spaceOf } from '../builders';

describe('the issue that a finding lacks at a place', () => {
  const ready = { enabled: true, issueType: { id: '1' } };
  const web = { ...ready, project: { id: '10000' } };
  const sec = { ...ready, project: { id: '20000' } };
  const settingsWith = (product: object, security: object = {}, more: Partial<SettingsDocument> = {}) =>
    settingsOf({
      rules: [],
      spaces: { product: spaceOf({ ...web, ...product }), security: spaceOf({ ...sec, ...security }) },
      ...more,
    });
  const settings = settingsWith({});
  const at: Standing = { projectId: '10000', securityLevel: undefined };
  const there: Standing = { projectId: '20000', securityLevel: undefined };
  const security = issueOf({ id: '2', key: 'SEC-1', project: '20000' });
  const lack = (record: Partial<LinkRecord>, place = at, whole = settings) =>
    lackAt(recordOf(record), place, whole);
  const { facts } = recordOf();
  const product = { role: 'product', other: undefined };

  test('is the one that would come there', () => {
    expect(lack({})).toEqual(product);
    expect(lack({}, there)).toEqual({ role: 'security', other: undefined });
    expect(lack({}, { ...at, projectId: '30000' })).toBeUndefined();
  });

  test('is told with the other, and only who sees that may learn of the finding', () => {
    expect(lack({ issues: { security } })).toEqual({ role: 'product', other: security });
    expect(lack({ issues: { product: issueOf() } }, there)).toEqual({ role: 'security', other: issueOf() });
    expect(lack({ issues: { security: goneOf() } })).toEqual(product);
  });

  test.each<[string, Partial<LinkRecord>, Partial<SettingsDocument>?]>([
    ['that has it', { issues: { product: issueOf() } }],
    ['that is getting it', { issues: { product: claimedOf() } }],
    [
      'of which somebody has to choose it',
      { rivals: { product: { issues: [{ id: '7', key: 'K', project: '10000' }] } } },
    ],
    ['whose record cannot be read', { unreadable: '{' }],
    ['that shares the issues of a group', { memberOf: { id: 'g' } }],
    ['that the portal deleted', { forgotten: true }],
    ['that has left Jira', { state: 'deleted' }],
    ['that is resolved', { facts: { ...facts, status: 'resolved' } }],
    ['that people rejected', { decided: { kind: 'rejected', role: 'product', at: now, event: 'd' } }],
    ['in a space that is off', {}, settingsWith({ enabled: false })],
    ['in a space without a project', {}, settingsWith({ project: null })],
    ['in a space without an issue type', {}, settingsWith({ issueType: null })],
  ])('is none of a finding %s', (_name, record, whole = settings) => {
    expect(lack(record, at, settingsOf(whole))).toBeUndefined();
  });

  test('is one again once it is gone', () => {
    expect(lack({ issues: { product: goneOf() } })).toEqual(product);
  });

  test.each([
    ['both', product],
    ['product', product],
    ['security', undefined],
    ['none', undefined],
  ] as const)(
    'of a finding that nobody sees yet is one where its rule makes it there: %s',
    (create, told) => {
      const rules = [{ id: 'r1', name: 'R', enabled: true, when: { all: [] }, then: { create } }];
      expect(lack({ rule: 'r1' }, at, settingsWith({}, {}, { rules }))).toEqual(told);
      expect(lack({ rule: 'r1', issues: { security } }, at, settingsWith({}, {}, { rules }))?.other).toEqual(
        security,
      );
    },
  );

  test.each([
    ['the same level', { securityLevel: { id: '5' } }, '5', true],
    ['another level', { securityLevel: { id: '5' } }, '6', false],
    ['a level where the place has none', { securityLevel: { id: '5' } }, undefined, false],
    ['no level', {}, '6', true],
    [
      'a level that a row fills',
      { mapping: [{ field: { id: 'security' }, source: { kind: 'fixed', value: '5' } }] },
      undefined,
      false,
    ],
    [
      'another field that a row fills',
      { mapping: [{ field: { id: 'customfield_1' }, source: { kind: 'fixed', value: '5' } }] },
      undefined,
      true,
    ],
  ] as const)(
    'of a finding that nobody sees yet is one where its issue has %s',
    (_name, space, securityLevel, told) => {
      expect(lack({}, { ...at, securityLevel }, settingsWith(space))).toEqual(told ? product : undefined);
      expect(lack({ issues: { security } }, { ...at, securityLevel }, settingsWith(space))?.other).toEqual(
        security,
      );
    },
  );
});

describe('an issue that people closed and whose finding is still reported', () => {
  const reopened = (
    issues: LinkRecord['issues'],
    days?: number | null,
    hears = false,
    closing = Closing.parse({ wontDoResolutions: [{ id: '10' }] }),
  ) => {
    const reopening = { ...Reopening.parse({}), ...(days === undefined ? {} : { stillReported: days }) };
    return [...stillReported({ issues }, { reopening, closing }, now, hears)];
  };
  const done = (daysAgo: number, more: object = {}) =>
    issueOf({ category: 'done', doneAt: now - daysAgo * dayMs, ...more });

  test.each<[string, ReturnType<typeof reopened>, string[]]>([
    ['as many days as are set', reopened({ product: done(3) }, 3), ['product']],
    ['fewer days', reopened({ product: done(2.999) }, 3), []],
    ['a week, where nothing is set', reopened({ product: done(7) }), ['product']],
    ['less than a week, where nothing is set', reopened({ product: done(6.999) }), []],
    ['a week, where its portal hears of it', reopened({ product: done(7) }, undefined, true), []],
    ['as long as is set, where its portal hears of it', reopened({ product: done(3) }, 3, true), ['product']],
    ['long, where it is to stay closed', reopened({ product: done(900) }, null), []],
    [
      'long, with a resolution that means won’t do',
      reopened({ product: done(9, { resolution: '10' }) }, 3),
      [],
    ],
    ['long, and both', reopened({ product: done(9), security: done(9) }, 3), ['product', 'security']],
    ['long, but it is open', reopened({ product: done(9, { category: 'new' }) }, 3), []],
    ['since nobody knows when', reopened({ product: issueOf({ category: 'done' }) }, 3), []],
    ['long, but it is gone', reopened({ product: goneOf({ category: 'done', doneAt: 1 }) }, 3), []],
  ])('is opened when it was closed for %s', (_name, roles, expected) => {
    expect(roles).toEqual(expected);
  });

  test('goes with the product issue after which the app closed it', () => {
    const after = { closedByProduct: true };
    expect(reopened({ product: done(3), security: done(2, after) }, 3)).toEqual(['product', 'security']);
    expect(reopened({ product: done(2), security: done(3, after) }, 3)).toEqual(['security']);
    expect(reopened({ product: done(3), security: done(2) }, 3)).toEqual(['product']);
    expect(reopened({ product: issueOf(), security: done(3, after) }, 3)).toEqual(['security']);
    expect(reopened({ security: done(3, after) }, 3)).toEqual(['security']);
    expect(reopened({ product: done(9), security: issueOf({ category: 'done', ...after }) }, 3)).toEqual([
      'product',
    ]);
  });
});
