import { z } from 'zod';
import { adminInputs } from '../../src/contract/api';
import { ConnectionKey } from '../../src/contract/connection';
import { Bell, InboxItem } from '../../src/contract/inbox';
import { LinkRecord } from '../../src/contract/link-record';
import { Ids, limits, PostFindings } from '../../src/contract/portal-api';
import { fieldErrors } from '../../src/contract/problem';
import { claimedOf, issueOf, findingOf, recordOf } from '../core/builders';

const messages = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldErrors(parsed.error);
};

describe('a call of the portal', () => {
  test.each<[z.ZodType, unknown, string, string]>([
    [PostFindings, {}, 'findings', 'is required'],
    [PostFindings, { findings: {} }, 'findings', 'must be of type array'],
    [PostFindings, { findings: [] }, 'findings', 'must hold at least one finding'],
    [
      PostFindings,
      { findings: Array(limits.findings + 1).fill(0) },
      'findings',
      'must hold at most 10000 findings',
    ],
    [Ids, { ids: [] }, 'ids', 'must hold at least one id'],
    [Ids, { ids: Array(limits.lookupIds + 1).fill('a') }, 'ids', 'must hold at most 1000 ids'],
    [Ids, { ids: ['a', 5] }, 'ids.1', 'must be of type string'],
  ])('is told what is wrong: %#', (schema, value, path, message) => {
    expect(messages(schema, value)).toEqual([{ path, message }]);
  });

  test('takes findings unread, so that one bad finding does not refuse the rest', () => {
    expect(messages(PostFindings, { findings: [null, { any: 'thing' }] })).toEqual([]);
    expect(messages(PostFindings, { findings: Array(limits.findings).fill(0) })).toEqual([]);
  });
});

test('what comes from elsewhere is told by its own words', () => {
  const schema = z.object({ a: z.array(z.object({ b: z.string().min(3, 'must be longer') })) });
  expect(messages(schema, { a: [{ b: 'abc' }, { b: 'x' }] })).toEqual([
    { path: 'a.1.b', message: 'must be longer' },
  ]);
});

test.each([
  ['abcdefgh', true],
  ['a1'.repeat(16), true],
  ['abcdefg', false],
  ['a'.repeat(33), false],
  ['ABCDEFGH', false],
  ['abc/defgh', false],
  ['abcdefgh\n', false],
])('the connection key %j is legal: %s', (key, legal) => {
  expect(ConnectionKey.safeParse(key).success).toBe(legal);
});

test('an inbox item is a snapshot or says what is gone', () => {
  const snapshot = { finding: findingOf(), seenAt: 1 };
  const gone = { gone: 'F-2', why: 'deleted', seenAt: 1 };
  expect(InboxItem.parse(gone)).toEqual(gone);
  expect(InboxItem.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  expect(InboxItem.safeParse({ gone: 'F-2', why: 'lost', seenAt: 1 }).success).toBe(false);
});

test('a bell names one to five chunks, or all that is due', () => {
  const rings = [{ chunks: ['a'] }, { chunks: ['a', 'b', 'c', 'd', 'e'] }, { due: true }];
  const silent = [{ chunks: [] }, { chunks: ['a', 'b', 'c', 'd', 'e', 'f'] }, { due: false }, {}];
  expect(rings.map((bell) => Bell.safeParse({ v: 1, ...bell }).success)).toEqual([true, true, true]);
  expect(silent.map((bell) => Bell.safeParse({ v: 1, ...bell }).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a record survives storage', () => {
  const record = recordOf({
    todo: { follow: 1 },
    held: findingOf(),
    issues: {
      product: claimedOf(),
      security: issueOf({ sent: { summary: 'x' } }),
    },
  });
  expect(LinkRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

describe('a call of the admin page', () => {
  test('has defaults where the page leaves a choice out', () => {
    expect(adminInputs['settings.import'].parse({ document: {} })).toEqual({ document: {}, apply: false });
  });

  test.each<[keyof typeof adminInputs, unknown]>([
    ['connections.create', { name: '  ', method: 'signature' }],
    ['connections.create', { name: 'Portal', method: 'none' }],
    ['connections.create', { name: 'x'.repeat(101), method: 'basic' }],
    ['connections.rotate', { connection: '../x' }],
    ['settings.save', { section: 'secrets', version: 0, value: {} }],
    ['settings.save', { section: 'closing', version: -1, value: {} }],
    ['audit.undo', { section: 'closing', version: 0 }],
  ])('%s refuses %j', (name, input) => {
    expect(adminInputs[name].safeParse(input).success).toBe(false);
  });

  test('names a connection without the white space around it', () => {
    expect(adminInputs['connections.create'].parse({ name: ' Portal ', method: 'oauth' }).name).toBe(
      'Portal',
    );
  });
});
