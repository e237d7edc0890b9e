import { reachableFrom } from '../../../static/admin/src/logic/reachable';

const from = (...ways: { from?: string[]; to: string }[]) => [...reachableFrom('open', ways)].sort();

describe('the statuses an issue can get to', () => {
  test('are followed step by step, in the direction of the transitions', () => {
    expect(
      from(
        { from: ['open'], to: 'review' },
        { from: ['review'], to: 'done' },
        { from: ['hidden'], to: 'open' },
      ),
    ).toEqual(['done', 'open', 'review']);
  });

  test('hold the target of a transition that is possible from everywhere', () => {
    expect(from({ to: 'closed' }, { from: ['closed'], to: 'archived' })).toEqual([
      'archived',
      'closed',
      'open',
    ]);
  });

  test('do not go round in circles', () => {
    expect(from({ from: ['open'], to: 'done' }, { from: ['done'], to: 'open' })).toEqual(['done', 'open']);
  });

  test('are only the start in a workflow without transitions', () => {
    expect(from()).toEqual(['open']);
  });
});
