import { lifecycles, type Severity, severities } from '../../../src/contract/finding';
import { Creating } from '../../../src/contract/settings';
import { knownStatuses, lifecycleOf, reasonToSkip } from '../../../src/core/sync/lifecycle';
import { findingOf, settingsOf } from '../builders';

const own = settingsOf({ statuses: { own: { in_triage: { label: 'In triage', lifecycle: 'accepted' } } } });

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

describe('by default', () => {
  test.each(['unverified', 'verified', 'assigned', 'status_removed_meanwhile'])(
    'a finding that is %s becomes an issue',
    (status) => {
      expect(reasonToSkip(findingOf({ status }), settingsOf())).toBeUndefined();
    },
  );

  test.each(['resolved', 'rejected', 'temporarily_risk_accepted'])(
    'a finding first seen %s does not',
    (status) => {
      expect(reasonToSkip(findingOf({ status }), settingsOf())).toEqual({ code: 'skippedStatus', status });
    },
  );

  test('all severities but info are enough', () => {
    const enough = severities.filter(
      (severity) => reasonToSkip(findingOf({ severity }), settingsOf()) === undefined,
    );
    expect(enough).toEqual(['critical', 'high', 'medium', 'low']);
    expect(reasonToSkip(findingOf({ severity: 'info' }), settingsOf())).toEqual({
      code: 'skippedSeverity',
      severity: 'info',
      least: 'low',
    });
  });
});

describe('as set', () => {
  test.each<[Severity, number]>([
    ['critical', 1],
    ['high', 2],
    ['medium', 3],
    ['low', 4],
    ['info', 5],
  ])('%s and above are enough', (leastSeverity, count) => {
    const settings = settingsOf({ creating: Creating.parse({ leastSeverity }) });
    const enough = severities.filter(
      (severity) => reasonToSkip(findingOf({ severity }), settings) === undefined,
    );
    expect(enough).toEqual(severities.slice(0, count));
  });

  test('only the chosen lifecycles count, own statuses among them', () => {
    const none = settingsOf({ creating: Creating.parse({ lifecycles: [] }) });
    expect(reasonToSkip(findingOf(), none)).toBeDefined();
    const all = { ...own, creating: Creating.parse({ lifecycles: [...lifecycles] }) };
    expect(reasonToSkip(findingOf({ status: 'rejected' }), all)).toBeUndefined();
    const accepted = { ...own, creating: Creating.parse({ lifecycles: ['accepted'] }) };
    expect(reasonToSkip(findingOf({ status: 'in_triage' }), accepted)).toBeUndefined();
    expect(reasonToSkip(findingOf({ status: 'verified' }), accepted)).toBeDefined();
  });
});
