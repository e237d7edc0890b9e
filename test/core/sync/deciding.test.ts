import type { Hearing, LinkRecord } from '../../../src/contract/link-record';
import type { RiskDecision } from '../../../src/contract/risk-decision';
import { mark } from '../../../src/core/data/hash';
import { asDecided, followedStatus, stillDecided } from '../../../src/core/sync/decided';
import {
  isDecided,
  runOut,
  takenBack,
  undecided,
  withDecision,
  withRetest,
} from '../../../src/core/sync/deciding';
import { statusMark } from '../../../src/core/sync/plan';
import { dayMs, findingOf, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const settings = settingsOf();
const rejected: RiskDecision = { kind: 'rejected', role: 'product', at: now, event: 'd1' };
const accepted: RiskDecision = { ...rejected, kind: 'accepted', until: '2026-02-01' };
const { facts } = recordOf();
const sent = { summary: 's', [statusMark]: mark('verified') };
const issues = { product: issueOf({ sent }), security: goneOf({ id: '2', sent }) };
const forgotten = {
  product: issueOf({ sent: { summary: 's' } }),
  security: goneOf({ id: '2', sent: { summary: 's' } }),
};
const busy = { talk: 1, reopen: 2, delete: 3 };
const meant = { status: 'resolved', event: 'm1' };

test('the issues of a decided finding follow the decision, whatever the portal says', () => {
  expect(followedStatus(recordOf())).toBe('verified');
  expect(followedStatus(recordOf({ decided: rejected }))).toBe('rejected');
  expect(followedStatus(recordOf({ decided: accepted }))).toBe('temporarily_risk_accepted');
});

describe('a snapshot of a finding that is decided', () => {
  test('has the status and the last day of the decision', () => {
    const finding = findingOf({ status: 'verified', acceptedUntil: '2026-09-09' });
    expect(asDecided(finding, undefined)).toBe(finding);
    expect(asDecided(finding, accepted)).toEqual({
      ...finding,
      status: 'temporarily_risk_accepted',
      acceptedUntil: '2026-02-01',
    });
  });

  test('has a day of its own where the portal agrees', () => {
    const agreeing = (acceptedUntil?: string) =>
      asDecided(findingOf({ status: 'temporarily_risk_accepted', acceptedUntil }), accepted).acceptedUntil;
    expect([agreeing('2026-09-09'), agreeing()]).toEqual(['2026-09-09', '2026-02-01']);
  });

  const record = recordOf({ decided: rejected });
  const saying = (status: string, more: object = {}) => ({
    finding: { status, updatedAt: '2026-01-15T09:00:00Z' },
    seenAt: now + 1,
    insists: false,
    turned: false,
    ...more,
  });
  const early = { finding: { status: 'assigned' }, seenAt: now - 1 };

  test.each([
    ['repeats what the portal had sent', saying('verified'), true],
    ['agrees', saying('rejected'), true],
    ['says something else', saying('assigned'), false],
    ['insists', saying('verified', { insists: true }), false],
    ['went another way in between', saying('verified', { turned: true }), false],
    ['had arrived before, and says nothing of when it was so', saying('', early), true],
    ['had arrived at that moment', saying('', { ...early, seenAt: now }), false],
    ['had arrived before, and says when it was so', saying('assigned', { seenAt: now - 1 }), false],
  ])('that %s', (_name, snapshot, stands) => {
    expect(stillDecided(record, snapshot)).toEqual(stands ? rejected : undefined);
  });

  test('that is new or undecided stays so', () => {
    expect([
      stillDecided(undefined, saying('verified')),
      stillDecided(recordOf(), saying('verified')),
    ]).toEqual([undefined, undefined]);
  });
});

describe('a decision', () => {
  test('is applied to the issues at once, and what was due from the decision before is not done any more', () => {
    const before = recordOf({ issues, todo: busy, hearing: { meant, talked: 1 } });
    expect(withDecision(before, rejected, settings, now)).toEqual({
      ...before,
      decided: rejected,
      issues: forgotten,
      todo: { talk: 1, apply: now },
      facts,
      hearing: { talked: 1, lastOpen: 'verified' },
    });
    expect(before.issues).toEqual(issues);
  });

  test('ends with the last day of an accepted risk', () => {
    const next = withDecision(recordOf({ todo: busy }), accepted, settings, now);
    expect(next.todo).toEqual({ talk: 1, reopen: Date.UTC(2026, 1, 2), apply: now });
    expect(next.facts).toEqual({ ...facts, acceptedUntil: '2026-02-01' });
    expect(next.hearing).toEqual({ lastOpen: 'verified' });
  });

  test('is taken back with the issues following the portal again, which hears that the finding is open', () => {
    const member = {
      id: 'F-2',
      title: 'T',
      severity: 'high',
      status: 'verified',
      kind: 'vulnerability',
      creates: [],
    } as const;
    const group = { id: 'g', members: [{ ...member, creates: [], decided: rejected }] };
    const before = recordOf({
      issues,
      todo: busy,
      decided: accepted,
      facts: { ...facts, acceptedUntil: '2026-02-01' },
      hearing: { talked: 1, lastOpen: 'assigned' },
      group,
    });
    const { decided: _over, ...rest } = before;
    expect(takenBack(before, 'security', 'e1', settings, now)).toStrictEqual({
      ...rest,
      issues: forgotten,
      todo: { talk: 1, apply: now },
      facts: { ...facts, acceptedUntil: undefined },
      hearing: {
        talked: 1,
        lastOpen: 'assigned',
        meant: { status: 'assigned', event: 'e1', role: 'security' },
      },
      group: { id: 'g', members: [{ ...member, creates: [] }] },
    });
    expect(undecided({ ...member, creates: [], decided: rejected })).not.toHaveProperty('decided');
    expect(takenBack(recordOf({ decided: rejected }), 'security', 'e1', settings, now)).not.toHaveProperty(
      'group',
    );
  });

  test('runs out where the issues are: they count as told what the portal says, and it hears that', () => {
    const before = recordOf({
      issues,
      decided: accepted,
      todo: busy,
      facts: { ...facts, acceptedUntil: '2026-02-01' },
    });
    const { decided: _over, ...rest } = before;
    expect(runOut({ ...before, issues: forgotten }, 'e1', settings)).toStrictEqual({
      ...rest,
      issues: { product: issues.product, security: forgotten.security },
      hearing: { meant: { status: 'verified', event: 'e1', role: 'product' } },
    });
    expect(runOut(rest, 'e1', settings)).toBe(rest);
  });

  const group = (decided?: RiskDecision): LinkRecord['group'] => ({
    id: 'g',
    members: [
      { id: '1', title: 'T', severity: 'high', status: 'verified', kind: 'vulnerability', creates: [] },
      {
        id: '2',
        title: 'T',
        severity: 'high',
        status: 'verified',
        kind: 'vulnerability',
        creates: [],
        decided,
      },
    ],
  });
  test('holds for a finding, or for findings of a group', () => {
    const records = [{ decided: rejected }, { group: group(rejected) }, { group: group() }, {}];
    expect(records.map((more) => isDecided(recordOf(more)))).toEqual([true, true, false, false]);
  });
});

test('a retest is asked for, but not twice a day', () => {
  const by = (at: number) => ({ role: 'product', at, reason: 'fixed' }) as const;
  const asked = (hearing: Hearing | undefined, at: number) =>
    withRetest(recordOf({ hearing }), by(at), 'new').hearing;
  expect(asked(undefined, now)).toEqual({ asked: { event: 'new', by: by(now) } });
  expect(asked({ talked: 1, asked: { event: 'old' } }, now)).toEqual({
    talked: 1,
    asked: { event: 'new', by: by(now) },
  });
  const before = { asked: { event: 'old', by: by(now) } };
  expect(asked(before, now + dayMs - 1)).toEqual(before);
  expect(asked(before, now + dayMs)?.asked?.event).toBe('new');
});
