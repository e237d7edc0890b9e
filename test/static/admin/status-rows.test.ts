import { ambiguities, statusRows } from '../../../static/admin/src/logic/status-rows';

const ref = (id: string) => ({ id, name: `Status ${id}` });

describe('the rows of a status mapping', () => {
  test('are grouped by lifecycle, the statuses of the admin last in theirs', () => {
    const rows = statusRows({ in_review: { label: 'In review', lifecycle: 'open' } });
    expect(rows.map(({ lifecycle }) => lifecycle)).toEqual(['open', 'resolved', 'rejected', 'accepted']);
    expect(rows[0]?.rows.map(({ status }) => status)).toEqual([
      'unverified',
      'verified',
      'assigned',
      'in_review',
    ]);
    expect(rows[3]?.rows).toHaveLength(2);
  });
});

describe('an ambiguous mapping', () => {
  test('is one where a Jira status stands for two finding statuses on the way back', () => {
    const found = ambiguities({
      verified: { jira: [ref('1'), ref('2')], direction: 'both' },
      assigned: { jira: [ref('2')], direction: 'to_portal' },
    });
    expect(found.get('verified')).toEqual({ jira: 'Status 2', others: ['assigned'] });
    expect(found.get('assigned')).toEqual({ jira: 'Status 2', others: ['verified'] });
  });

  test('is not one when only one of them goes back to the portal', () => {
    const found = ambiguities({
      verified: { jira: [ref('2')], direction: 'both' },
      assigned: { jira: [ref('2')], direction: 'to_jira' },
    });
    expect(found.size).toBe(0);
  });
});
