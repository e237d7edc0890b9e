import { Statuses } from '../../../src/contract/settings';
import { knownStatuses, lifecycleOf } from '../../../src/core/sync/lifecycle';
import { settingsOf } from '../builders';

const own = settingsOf({
  statuses: Statuses.parse({ own: { in_triage: { label: 'In triage', lifecycle: 'accepted' } } }),
});

test.each([
  ['unverified', 'open'],
  ['verified', 'open'],
  ['assigned', 'open'],
  ['resolved', 'resolved'],
  ['rejected', 'rejected'],
  ['temporarily_risk_accepted', 'accepted'],
  ['permanently_risk_accepted', 'accepted'],
  ['in_triage', 'accepted'],
  ['unheard_of', undefined],
  ['constructor', undefined],
  ['toString', undefined],
])('the lifecycle of %s is %s', (status, lifecycle) => {
  expect(lifecycleOf(status, own)).toBe(lifecycle);
});

test('an admin’s status is known only where the admin added it', () => {
  expect(lifecycleOf('in_triage', settingsOf())).toBeUndefined();
  expect(knownStatuses(settingsOf())).not.toContain('in_triage');
  expect(knownStatuses(own)).toEqual([
    'unverified',
    'verified',
    'assigned',
    'resolved',
    'rejected',
    'temporarily_risk_accepted',
    'permanently_risk_accepted',
    'in_triage',
  ]);
});
