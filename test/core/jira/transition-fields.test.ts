import type { FieldMeta } from '../../../src/core/jira/issue';
import { noIssues, readOf, type FetchedIssue } from '../../../src/core/jira/issue';
import { fillFields } from '../../../src/core/jira/transition-fields';
import { Fields } from '../../../src/contract/settings';
import { settingsOf } from '../builders';

const field = (more: Partial<FieldMeta> = {}): FieldMeta => ({
  ...{ id: 'resolution', name: 'Resolution', required: true, hasDefault: false, type: 'choice', allowed: [] },
  ...more,
});
const named = (...names: string[]) => names.map((name) => ({ id: `id-${name}`, name }));
const choose = (lifecycle: 'open' | 'resolved' | 'rejected' | 'accepted', ...names: string[]) =>
  fillFields([field({ allowed: named(...names) })], lifecycle, settingsOf());

test.each([
  ['resolved', ['Duplicate', 'Fixed', 'Done'], 'Fixed'],
  ['open', ['Duplicate', 'Done'], 'Done'],
  ['rejected', ['Done', "Won't Fix"], "Won't Fix"],
  ['rejected', ['Done', 'Wont Do'], 'Wont Do'],
  ['accepted', ['Done', 'Declined'], 'Declined'],
  ['rejected', ['Done', 'Other'], 'Done'],
  ['resolved', ['Other', 'Another'], 'Other'],
] as const)('a finding that is %s, of the resolutions %j, gets %s', (lifecycle, names, name) => {
  expect(choose(lifecycle, ...names)).toEqual({ resolution: { id: `id-${name}` } });
});

test('a field gets nothing that has no values, is no resolution, or is not required', () => {
  const allowed = named('Done');
  expect(choose('resolved')).toStrictEqual({});
  expect(fillFields([field({ id: 'customfield_1', allowed })], 'resolved', settingsOf())).toStrictEqual({});
  expect(fillFields([field({ required: false, allowed })], 'resolved', settingsOf())).toStrictEqual({});
});

test('the settings’ own value goes first, and no other field is filled by what every object has', () => {
  const settings = settingsOf({
    fields: Fields.parse({ fixed: { resolution: { name: 'X' }, customfield_1: null } }),
  });
  const fields = [
    field({ allowed: named('Done') }),
    field({ id: 'customfield_1' }),
    field({ id: 'constructor' }),
  ];
  expect(fillFields(fields, 'resolved', settings)).toStrictEqual({
    resolution: { name: 'X' },
    customfield_1: null,
  });
});

test('of an issue that was read with others is told what it is, that it is gone, or why it was not shown', () => {
  const issue = { id: '1' } as FetchedIssue;
  const failure = { kind: 'unknown', detail: 'HTTP 500' } as const;
  const read = Object.assign(noIssues().set('1', issue), { unread: new Map([['2', failure]]) });
  expect(readOf({ ok: true, value: read }, '1')).toStrictEqual({ ok: true, value: issue });
  expect(readOf({ ok: true, value: read }, '2')).toStrictEqual({ ok: false, failure });
  expect(readOf({ ok: true, value: noIssues() }, '1')).toStrictEqual({ ok: true, value: undefined });
  expect(readOf({ ok: false, failure }, '1')).toStrictEqual({ ok: false, failure });
});
