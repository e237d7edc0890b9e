import type { CommentItem } from '../../../src/contract/inbox';
import type { LinkRecord } from '../../../src/contract/link-record';
import type { Copy, PersonEntry, PortalEntry } from '../../../src/contract/stored/threads';
import { copiesToWrite, otherIssue, settledCopies, withCopies } from '../../../src/core/comments/mirror';
import { entryKey, originOf } from '../../../src/core/comments/origin';
import {
  claimed,
  deathsAllowed,
  deletedCopy,
  emptyThread,
  given,
  isNewer,
  isOvertaken,
  mayBeThere,
  waitingEntries,
  withEntry,
  withPortalComment,
  wordsKey,
  wordsKeys,
  written,
} from '../../../src/core/comments/thread';
import { aimed, claimedEntry, isNowhere, withEntries } from '../../../src/core/comments/turn';
import { goneOf, issueOf, recordOf } from '../builders';
import { entry, on, there, taken } from './builders';

const item = (more: object = {}, seenAt = 5): CommentItem =>
  ({ comment: { finding: 'F-1', id: 'c', writtenAt: 1, ...more }, seenAt }) as unknown as CommentItem;
const held = { cause: 'c', reason: { code: 'busy' } } as const;
const security = issueOf({ id: '2', key: 'SEC-1', project: '20000' });
const both = recordOf({ issues: { product: issueOf(), security } });

test('a copy may be there once it was begun, until it is deleted', () => {
  expect(
    [on('1'), on('1', { claimedAt: 1 }), there, taken, on('1', { claimedAt: 1, gone: true })].map(mayBeThere),
  ).toEqual([false, true, true, false, false]);
});

describe('a comment of the portal', () => {
  const key = entryKey('F-1', 'c');
  const after = (known: PortalEntry | undefined, one: CommentItem) =>
    withPortalComment(known ? withEntry(emptyThread(), key, known) : emptyThread(), one).portal[key];

  test('has a place of its own in the thread of its finding', () => {
    expect(emptyThread()).toEqual({ v: 1, version: 0, portal: {}, people: {}, telling: [], last: 0 });
    expect(key).toMatch(/^[0-9a-f]{20}$/);
    expect(new Set([key, entryKey('F-1', 'd'), entryKey('F-2', 'c'), entryKey('F-1c', '')]).size).toBe(4);
  });

  test.each<[string, PortalEntry | undefined, CommentItem, boolean]>([
    ['one that is not known', undefined, item(), true],
    ['a later one', entry(), item({}, 6), true],
    ['an earlier one', entry(), item({}, 4), false],
    ['one of the same time', entry(), item(), false],
    ['a deletion of the same time', entry(), item({ deleted: true }), true],
    ['a deletion of the same time, once more', entry({ deleted: true }), item({ deleted: true }), false],
  ])('that is %s', (_name, known, one, newer) => {
    expect(isNewer(known, one)).toBe(newer);
    const next = after(known, one);
    expect(next === known).toBe(!newer);
  });

  test('waits to be written, with the copies that are there', () => {
    expect(after(undefined, item())).toStrictEqual(entry({ waits: true }));
    expect(after(entry({ copies: [there, taken], held }), item({}, 6))).toStrictEqual(
      entry({ at: 6, waits: true, copies: [there, taken] }),
    );
  });

  test('that is deleted waits only while something of it may be there', () => {
    const deleted = { deleted: true } as const;
    expect(after(entry({ copies: [there] }), item(deleted, 6))).toStrictEqual(
      entry({ at: 6, ...deleted, waits: true, copies: [there] }),
    );
    expect(after(entry({ copies: [there, taken] }), item(deleted, 6))?.waits).toBe(true);
    expect(after(entry({ copies: [taken] }), item(deleted, 6))).toStrictEqual(
      entry({ at: 6, ...deleted, copies: [taken] }),
    );
  });

  test('that comes back is written anew', () => {
    const before = entry({ deleted: true, copies: [there, taken] });
    expect(after(before, item({}, 6))).toStrictEqual(entry({ at: 6, waits: true, copies: [there] }));
    expect(after(before, item({ deleted: true }, 6))?.copies).toEqual([there, taken]);
  });

  test('has a place of its own for the words of each version; older versions of the app had one for all', () => {
    expect(wordsKey('p', entry())).toBe('p.5');
    expect(
      wordsKeys([
        ['p', entry()],
        ['q', entry({ at: 6 })],
      ]),
    ).toEqual(['p.5', 'p', 'q.6', 'q']);
  });

  test.each<[string, PortalEntry | undefined, PortalEntry, boolean]>([
    ['nothing', undefined, entry(), false],
    ['a later version', entry({ at: 6 }), entry(), true],
    ['an earlier version', entry({ at: 4 }), entry(), false],
    ['the same', entry(), entry(), false],
    ['its deletion at that time', entry({ deleted: true }), entry(), true],
    ['its deletion, by its deletion', entry({ deleted: true }), entry({ deleted: true }), false],
  ])('is overtaken by %s: %#', (_name, known, one, overtaken) => {
    expect(isOvertaken(known, one)).toBe(overtaken);
  });

  test('waits its turn in the order in which it was written', () => {
    const portal = {
      a: entry({ waits: true, writtenAt: 2 }),
      b: entry(),
      c: entry({ waits: true, writtenAt: 1 }),
    };
    expect(waitingEntries({ ...emptyThread(), portal }).map(([place]) => place)).toEqual(['c', 'a']);
  });
});

describe('a copy', () => {
  test('counts as a death while somebody writes it, and may be under way since the first time', () => {
    const once = claimed(on('1'), 7);
    expect(once).toEqual(on('1', { deaths: 1, claimedAt: 7 }));
    expect(claimed(once, 9)).toEqual(on('1', { deaths: 2, claimedAt: 7 }));
    expect(claimed(there, 9)).toStrictEqual({ ...there, deaths: 1 });
  });

  test('forgets that once it is written, deleted or given back', () => {
    const busy = { ...there, deaths: 2, claimedAt: 7 };
    expect(written(busy, 'c9', 'n')).toStrictEqual(on('10001', { id: 'c9', mark: 'n' }));
    expect(deletedCopy(busy)).toStrictEqual(taken);
    expect(deletedCopy(on('1', { claimedAt: 7 }))).toStrictEqual(on('1', { gone: true }));
    expect(given(busy, false)).toStrictEqual(there);
    expect(given(busy, true)).toStrictEqual({ ...there, claimedAt: 7 });
    expect(given({ ...there, deaths: 1 }, true)).toStrictEqual(there);
  });
});

describe('a turn', () => {
  test('writes a comment that stands nowhere to the issues that it is meant for', () => {
    const targets = [issueOf(), security];
    expect(aimed(entry(), targets, both).copies).toEqual([on('10001'), on('2', { project: '20000' })]);
    const elsewhere = entry({ copies: [on('9')] });
    expect(aimed(elsewhere, [security], both).copies).toEqual([on('9'), on('2', { project: '20000' })]);
    const stands = entry({ copies: [on('9'), there] });
    expect(aimed(stands, targets, both)).toBe(stands);
    const deleted = entry({ deleted: true });
    expect(aimed(deleted, targets, both)).toBe(deleted);
  });

  test('takes a comment for one that stands nowhere when its issues are gone', () => {
    const gone = recordOf({ issues: { product: goneOf() } });
    expect([
      isNowhere(entry({ copies: [there] }), gone),
      isNowhere(entry({ copies: [there] }), both),
    ]).toEqual([true, false]);
  });

  test('gives what once killed its worker one more try, where that is what was asked for', () => {
    const copies = [on('1', { deaths: deathsAllowed })];
    const deaths = (one: PortalEntry, isRetry: boolean) => claimedEntry(one, 7, isRetry).copies[0]?.deaths;
    expect([
      deaths(entry({ copies, held }), true),
      deaths(entry({ copies, held }), false),
      deaths(entry({ copies }), true),
    ]).toEqual([3, 4, 4]);
    expect(claimedEntry(entry({ copies: [on('1')], held }), 7, false)).toStrictEqual(
      entry({ copies: [on('1', { deaths: 1, claimedAt: 7 })] }),
    );
  });

  test('leaves what came meanwhile, with what is known of the copies', () => {
    const thread = { ...emptyThread(), portal: { a: entry({ at: 9 }), b: entry() } };
    const done = entry({ copies: [there] });
    expect(
      withEntries(thread, [
        ['a', done],
        ['b', done],
        ['c', done],
      ]).portal,
    ).toEqual({
      a: entry({ at: 9, waits: true, copies: [there] }),
      b: done,
      c: done,
    });
  });
});

describe('a person’s comment on the other issue', () => {
  const person = (more: Partial<PersonEntry> = {}): PersonEntry => ({
    issue: '10001',
    role: 'product',
    createdAt: 1,
    updatedAt: 1,
    mark: 'new',
    copies: [],
    ...more,
  });
  const copy = (more: Partial<Copy> = {}) => on('2', { project: '20000', id: 'c2', mark: 'old', ...more });

  test('goes to the issue of the other role, where there is one', () => {
    expect([otherIssue(both, { role: 'product' })?.id, otherIssue(both, { role: 'security' })?.id]).toEqual([
      '2',
      '10001',
    ]);
    expect(otherIssue(recordOf({ issues: { product: issueOf() } }), { role: 'product' })).toBeUndefined();
  });

  const alone = recordOf({ issues: { product: issueOf() } });
  test.each<[string, PersonEntry, LinkRecord, boolean, Copy[]]>([
    ['is begun', person(), both, true, [on('2', { project: '20000' })]],
    ['is not begun where there is no other', person(), alone, true, []],
    ['is changed after it', person({ copies: [copy()] }), both, true, [copy()]],
    ['is left where it says the same', person({ copies: [copy({ mark: 'new' })] }), both, true, []],
    [
      'is not written again when somebody deleted it',
      person({ copies: [copy({ gone: true })] }),
      both,
      true,
      [],
    ],
    [
      'is taken back in its old words from an issue that is the finding’s no more',
      person({ copies: [copy({ issue: '9' })] }),
      alone,
      true,
      [copy({ issue: '9' })],
    ],
    [
      'is begun on the issue that came in its place',
      person({ copies: [copy({ issue: '9' })] }),
      both,
      true,
      [copy({ issue: '9' }), on('2', { project: '20000' })],
    ],
    [
      'is taken back where copies are wanted no more, wherever it is',
      person({ copies: [copy({ issue: '9' }), copy({ gone: true })] }),
      both,
      false,
      [copy({ issue: '9' })],
    ],
    [
      'is taken back when the comment may go nowhere any more',
      person({ mark: undefined, copies: [copy()] }),
      both,
      true,
      [copy()],
    ],
  ])('%s', (_name, one, record, isMirrored, expected) => {
    expect(copiesToWrite(one, record, isMirrored)).toEqual(expected);
  });

  test('stands in the place of what was known of the same issue', () => {
    const known = person({ copies: [copy(), there] });
    expect(withCopies(known, [copy({ mark: 'new' })]).copies).toEqual([there, copy({ mark: 'new' })]);
    expect(withCopies(known, []).copies).toEqual([copy(), there]);
  });

  test('that the app took back may be written again', () => {
    const copies = [copy({ gone: true }), there];
    expect(settledCopies(person({ mark: undefined, copies })).copies).toEqual([there]);
    expect(settledCopies(person({ copies })).copies).toEqual(copies);
  });
});

test('the origin of a comment tells portal and Jira, findings and comments apart', () => {
  const origins = [
    originOf('F-1', { kind: 'portal', id: 'c' }),
    originOf('F-1', { kind: 'jira', id: 'c' }),
    originOf('F-1', { kind: 'portal', id: 'd' }),
    originOf('F-2', { kind: 'portal', id: 'c' }),
  ];
  expect(new Set(origins).size).toBe(4);
  for (const origin of origins) expect(origin).toMatch(/^[0-9a-f]{32}$/);
});
