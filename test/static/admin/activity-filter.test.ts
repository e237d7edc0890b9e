import type { Activity } from '../../../src/contract/activity';
import { joined, matching } from '../../../static/admin/src/logic/activity-filter';
import { inEnglish } from '../../support/english';

const reason = { code: 'fieldRequired', project: 'PAY', field: 'Environment', where: 'fields' } as const;
const batch: Activity = {
  id: 'a',
  at: 1,
  connection: 'abcdefgh',
  counts: { created: 1, held: 1, unchanged: 40 },
  jiraCalls: 3,
  jiraPoints: 5,
  items: [
    { finding: 'F-1', product: 'Web shop', outcome: 'created', issues: ['WEB-7'] },
    { finding: 'F-2', product: 'Payments', outcome: 'held', issues: [], reason },
  ],
};
const found = (text: string, outcome?: 'created' | 'held' | 'unchanged' | 'moved') =>
  matching(batch, { text, ...(outcome === undefined ? {} : { outcome }) }, inEnglish)?.map(
    ({ finding }) => finding,
  );

describe('filtering activity', () => {
  test('by text looks into finding, product, issue and reason', () => {
    expect(found('f-1')).toEqual(['F-1']);
    expect(found('payments')).toEqual(['F-2']);
    expect(found('web-7')).toEqual(['F-1']);
    expect(found('environment')).toEqual(['F-2']);
    expect(found('nothing fills it')).toEqual(['F-2']);
    expect(found('nowhere')).toBeUndefined();
  });

  test('by outcome also finds batches that only count it', () => {
    expect(found('', 'held')).toEqual(['F-2']);
    expect(found('', 'unchanged')).toEqual([]);
    expect(found('', 'moved')).toBeUndefined();
  });

  test('by both wants both', () => {
    expect(found('web', 'created')).toEqual(['F-1']);
    expect(found('web', 'held')).toBeUndefined();
  });

  test('without a filter takes everything', () => {
    expect(found(' ')).toEqual(['F-1', 'F-2']);
  });
});

test('pages are joined without repeating what moved from one to the next', () => {
  expect(
    joined([
      [{ id: 'c' }, { id: 'b' }],
      [{ id: 'b' }, { id: 'a' }],
    ]).map(({ id }) => id),
  ).toEqual(['c', 'b', 'a']);
});
