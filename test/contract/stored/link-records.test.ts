import { recordVersion, upgradeRecord } from '../../../src/contract/stored/link-records';
import { recordOf } from '../../core/builders';
import first from './link-record-1.json';

test('a record of the first version says of each issue in which state it is', () => {
  const { tool: _tool, dueAt: _due, issues, ...rest } = first;
  const { product, security } = issues;
  expect(upgradeRecord(first)).toEqual({
    ...rest,
    issues: {
      product: { ...product, state: 'there', project: '', issueType: '' },
      security: { state: 'claimed', claim: security.claim, project: '' },
    },
  });
});

test.each<[string, object, object]>([
  ['one that is gone', { id: '1', key: 'WEB-1', sent: {}, gone: true }, { state: 'gone', key: 'WEB-1' }],
  ['one thought gone', { id: '1', gone: true, missingSince: 5 }, { state: 'gone', missingSince: 5 }],
  ['one whose project is known', { claim: { id: 'c', at: 1, searches: 0 }, project: '7' }, { project: '7' }],
  ['one without marks', { id: '1', key: 'WEB-1' }, { state: 'there', sent: {} }],
])('of the first version it reads %s', (_, issue, expected) => {
  const { issues } = upgradeRecord({ ...first, issues: { product: issue } });
  expect(issues.product).toMatchObject(expected);
});

test('an entry of the first version without id and claim was no issue', () => {
  expect(upgradeRecord({ ...first, issues: { product: { sent: {} } } }).issues).toEqual({});
  expect(upgradeRecord({ ...first, issues: undefined }).issues).toEqual({});
});

test('a record of the first version that did not say what holds it waits', () => {
  const held = { ...first, state: 'held', cause: 'no-space', reason: { code: 'noSpaceOn' } };
  expect(upgradeRecord(held)).toMatchObject({ state: 'held', cause: 'no-space' });
  expect(upgradeRecord({ ...held, cause: undefined }).state).toBe('pending');
  expect(upgradeRecord({ ...held, reason: undefined }).state).toBe('pending');
});

test('a record of today stays as it is, one of a newer version is not read', () => {
  const record = recordOf();
  expect(upgradeRecord({ v: recordVersion, ...record })).toEqual(record);
  expect(() => upgradeRecord({ v: recordVersion + 1, ...record })).toThrow('Stored by version 3');
});
