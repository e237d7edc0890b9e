import type { GroupMember } from '../../../src/contract/group';
import { asKnown } from '../../../src/core/groups/members';
import { lifecycleOfMember, statusOfMember } from '../../../src/core/groups/member-status';
import { now, settingsOf } from '../builders';

const settings = settingsOf();
const plain: GroupMember = {
  id: 'F-1',
  title: 'A finding',
  severity: 'high',
  status: 'verified',
  kind: 'vulnerability',
  creates: [],
};
const decided = { kind: 'rejected', role: 'product', at: now, event: 'e' } as const;
const known: GroupMember = { ...plain, decided };

test.each([
  ['the same status again', { ...plain, title: 'Another' }, false, 'rejected'],
  ['what was decided', { ...plain, status: 'rejected' }, false, 'rejected'],
  ['another open status', { ...plain, status: 'assigned' }, false, 'open'],
  ['that a report no longer holds it', { ...known, status: 'resolved' }, false, 'resolved'],
  ['the same status, knowing what was decided', plain, true, 'open'],
] as const)('a member about which people decided, of which is said %s', (_what, said, insists, lifecycle) => {
  expect(lifecycleOfMember(asKnown(known, said, insists), settings, now)).toBe(lifecycle);
});

const day = Date.UTC(2026, 0, 20);
const dayMs = 86_400_000;

test.each([
  ['its portal', { status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-20' }, 'unverified'],
  ['people', { decided: { ...decided, kind: 'accepted' as const, until: '2026-01-20' } }, 'verified'],
])('a risk that %s accepted is accepted until its last day is over', (_who, over, after) => {
  const member = { ...plain, ...over };
  expect(lifecycleOfMember(member, settings, day + dayMs - 1)).toBe('accepted');
  expect(statusOfMember(member, settings, day + dayMs)).toBe(after);
  expect(lifecycleOfMember(member, settings, day + dayMs)).toBe('open');
});
