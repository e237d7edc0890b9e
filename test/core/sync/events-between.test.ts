import type { Hearing, IssueThere, LinkRecord, SeenField } from '../../../src/contract/link-record';
import { en } from '../../../src/contract/messages/en';
import { say } from '../../../src/contract/messages/say';
import type { RiskDecision } from '../../../src/contract/risk-decision';
import { SlaState } from '../../../src/contract/sla-state';
import { eventsBetween, openedAgain, placeOf } from '../../../src/core/sync/events-between';
import { issueOf, now, recordOf } from '../builders';
import { openOf, secured, product, security, both, between, web, sec } from './changes';

const done = { status: '3', statusName: 'Done', category: 'done' } as const;
const openPlace = { status: { id: '1', name: 'Open', category: 'new' } };
const donePlace = { status: { id: '3', name: 'Done', category: 'done' } };
const { facts } = recordOf();

test('nothing is told where nothing changed, whatever the record holds', () => {
  const decided: RiskDecision = { kind: 'rejected', role: 'product', at: now, event: 'd' };
  const seen = { product: { summary: { at: 1, mark: 'a', words: 'A' } } };
  const hearing: Hearing = {
    meant: { status: 'resolved', event: 'm' },
    asked: { event: 'a' },
    seen,
  };
  const sla = SlaState.parse({ own: '2026-01-20', taken: {} });
  const whole = { issues: both, decided, hearing, sla };
  expect(between(whole, whole)).toEqual([]);
});

describe('where a finding stands', () => {
  const reason = { code: 'noSpaceOn' } as const;
  const words = say(reason, en);
  const held = { state: 'held', cause: 'c', reason } as const;

  test.each<[string, Partial<LinkRecord> | undefined, Partial<LinkRecord>, unknown]>([
    ['a finding that is new', undefined, { state: 'synced' }, { state: 'synced' }],
    ['one that is skipped, with why', { state: 'synced' }, { state: 'skipped', reason }, 'skipped'],
    ['one that is held up', { state: 'synced' }, held, 'held'],
    ['one that is held up for another reason', { ...held, reason: { code: 'busy' } }, held, 'held'],
    [
      'one that was held up before the pass began',
      { state: 'pending', hearing: { stood: held } },
      { state: 'synced' },
      { state: 'synced' },
    ],
    [
      'one of which it is not known where it stood',
      { state: 'pending' },
      { state: 'synced' },
      { state: 'synced' },
    ],
  ])('is told of %s', (_name, before, after, said) => {
    const data = typeof said === 'string' ? { state: said, reason: words } : said;
    expect(between(before, after)).toEqual([{ type: `finding.${after.state ?? ''}`, data }]);
  });

  test.each<[string, Partial<LinkRecord> | undefined, Partial<LinkRecord>]>([
    ['while it is worked on', { state: 'synced' }, { state: 'pending' }],
    ['when it has left Jira', { state: 'synced' }, { state: 'deleted' }],
    ['when a pass leaves it where it stood', { state: 'pending', hearing: { stood: held } }, held],
    ['when the same holds it up still', { ...held, version: 1 }, { ...held, version: 2 }],
  ])('is not told %s', (_name, before, after) => {
    expect(between(before, after)).toEqual([]);
  });
});

describe('a status that Jira means', () => {
  const meant = { status: 'resolved', event: 'm1' };
  const closed = (more: Partial<IssueThere> = {}) => issueOf({ ...secured, ...done, ...more });
  const change = { id: 'm1', type: 'finding.status_changed' };

  test.each<[string, LinkRecord['issues'], Hearing['meant'], unknown]>([
    ['of the issue that moved', { product: issueOf(done), security }, meant, web],
    [
      'of the security team’s issue where both moved',
      { product: issueOf(done), security: closed() },
      meant,
      sec,
    ],
    [
      'of the issue that says it',
      { product: issueOf(done), security: closed() },
      { ...meant, role: 'product' },
      web,
    ],
    [
      'of an issue of which only the resolution is new',
      { product, security: closed({ ...openOf, resolution: '7' }) },
      meant,
      sec,
    ],
    ['of the security team’s issue where none moved', { product, security }, meant, sec],
  ])('is told %s', (_name, issues, said, issue) => {
    const [event, ...more] = between({ issues: both }, { issues, hearing: said && { meant: said } });
    expect(more).toEqual([]);
    expect(event).toMatchObject({ ...change, issue, data: { from: 'verified', to: 'resolved' } });
  });

  test('is told with where the issue is', () => {
    const after = {
      issues: { security: closed({ resolution: '7', resolutionName: 'Fixed' }) },
      hearing: { meant },
    };
    expect(between({ issues: { security } }, after)).toEqual([
      {
        ...change,
        issue: sec,
        data: {
          from: 'verified',
          to: 'resolved',
          jira: { ...donePlace, resolution: { id: '7', name: 'Fixed' } },
        },
      },
    ]);
  });

  test('is told without an issue where there is none any more', () => {
    const [event] = between({}, { hearing: { meant } });
    expect(event).not.toHaveProperty('issue');
  });

  test.each<[string, Partial<LinkRecord>, string, string]>([
    [
      'what the portal was told last',
      { hearing: { meant: { status: 'assigned', event: 'm0' } } },
      'verified',
      'assigned',
    ],
    [
      'what people had decided',
      { decided: { kind: 'rejected', role: 'product', at: now, event: 'd' } },
      'verified',
      'rejected',
    ],
    [
      'what the portal sent, where that is its newer word',
      { hearing: { meant: { status: 'assigned', event: 'm0' } } },
      'unverified',
      'unverified',
    ],
  ])('comes from %s', (_name, before, status, from) => {
    const after = { facts: { ...facts, status }, hearing: { meant } };
    expect(between(before, after)[0]?.data).toMatchObject({ from });
  });

  test('is not told twice, nor of a finding that is new', () => {
    expect(between({ hearing: { meant } }, { hearing: { meant }, version: 2 })).toEqual([]);
    expect(between(undefined, { state: 'pending', hearing: { meant } })).toEqual([]);
  });
});

test('where an issue stands is told as far as it is known', () => {
  expect(placeOf(undefined)).toEqual({ status: { id: '', name: '', category: 'indeterminate' } });
  expect(placeOf(issueOf({ ...done, resolution: '7' }))).toEqual({ ...donePlace, resolution: { id: '7' } });
});

describe('what another finding of the same issues says', () => {
  const meant = { status: 'resolved', event: 'm1' };

  test.each<[string, Hearing['meant'], LinkRecord['issues'], unknown]>([
    ['on the security team’s issue', meant, both, sec],
    ['on the product team’s where there is no other', meant, { product }, web],
    ['on the issue that had said it', { ...meant, role: 'product' }, both, web],
    ['on none where there is none', meant, {}, undefined],
  ])('opens what was told as over, %s', (_name, told, issues, issue) => {
    expect(openedAgain(recordOf({ hearing: told && { meant: told } }), recordOf({ issues }))).toEqual({
      type: 'finding.status_changed',
      ...(issue ? { issue } : {}),
      data: { from: 'resolved', to: 'verified', jira: issue ? openPlace : placeOf(undefined) },
    });
  });

  test('opens nothing where nothing was told as over, or it still is', () => {
    expect(openedAgain(recordOf(), recordOf())).toBeUndefined();
    expect(openedAgain(recordOf({ hearing: {} }), recordOf({ hearing: {} }))).toBeUndefined();
    expect(openedAgain(recordOf({ hearing: { meant } }), recordOf({ hearing: { meant } }))).toBeUndefined();
  });
});

describe('what people did', () => {
  const rejected: RiskDecision = { kind: 'rejected', role: 'security', at: now, event: 'd1' };
  const by = { role: 'security', at: now, reason: 'fixed' } as const;

  test('a decision is told with its reason and its last day', () => {
    expect(between({ issues: both }, { issues: both, decided: rejected })).toEqual([
      { id: 'd1', type: 'finding.rejected', issue: sec, data: {} },
    ]);
    const decided: RiskDecision = { ...rejected, kind: 'accepted', reason: 'low', until: '2026-02-01' };
    expect(between({}, { decided })).toEqual([
      { id: 'd1', type: 'finding.risk_accepted', data: { reason: 'low', until: '2026-02-01' } },
    ]);
  });

  test('a decision is told again only when it is another; what a group decided was told there', () => {
    expect(between({ decided: rejected }, { decided: { ...rejected, event: 'd2' } })).toHaveLength(1);
    const memberOf = { id: 'g', part: 0 } as unknown as NonNullable<LinkRecord['memberOf']>;
    const before = { ...recordOf(), memberOf };
    expect(eventsBetween(before, recordOf({ decided: rejected }))).toEqual([]);
  });

  test('that they ask for a retest is told once, on their issue', () => {
    const asked = { event: 'a1', by };
    expect(between({ issues: both }, { issues: both, hearing: { asked } })).toEqual([
      { id: 'a1', type: 'finding.retest_requested', issue: sec, data: { reason: 'fixed' } },
    ]);
    expect(between({ hearing: { asked } }, { hearing: { asked: { ...asked, event: 'a2' } } })).toHaveLength(
      1,
    );
    expect(between({ hearing: { asked } }, { hearing: { asked } })).toEqual([]);
  });

  test('a retest that a closed product issue asks for is told on that', () => {
    expect(between({ issues: both }, { issues: both, hearing: { asked: { event: 'a1' } } })).toEqual([
      { id: 'a1', type: 'finding.retest_requested', issue: web, data: {} },
    ]);
    expect(between({}, { hearing: { asked: { event: 'a1' } } })[0]).not.toHaveProperty('issue');
  });

  const seen = (field: string, value: Partial<SeenField>): Hearing => ({
    seen: { product: { [field]: { at: 1, mark: 'm', ...value } } },
  });
  const edit = (before: Hearing | undefined, after: Hearing, issues: LinkRecord['issues'] = both) =>
    between({ issues, hearing: before }, { issues, hearing: after });

  test('an edit is told with Jira’s words before and after', () => {
    expect(edit(seen('summary', { words: 'A' }), seen('summary', { mark: 'n', words: 'B' }))).toEqual([
      { type: 'finding.changed', issue: web, data: { field: 'summary', from: 'A', to: 'B' } },
    ]);
    expect(edit(seen('dueDate', {}), seen('dueDate', { mark: 'n' }))).toEqual([
      { type: 'finding.changed', issue: web, data: { field: 'dueDate', from: null, to: null } },
    ]);
  });

  test('that somebody is assigned, or nobody any more, is told as that', () => {
    const person = { accountId: 'acc-1' };
    const told = (who: { accountId: string } | null) => [
      { type: 'finding.assigned', issue: web, data: { role: 'product', assignee: who } },
    ];
    expect(edit(seen('assignee', {}), seen('assignee', { mark: 'n', person }))).toEqual(told(person));
    expect(edit(seen('assignee', {}), seen('assignee', { mark: 'n' }))).toEqual(told(null));
  });

  test('the first look at a field tells nothing, nor does one that shows the same or has no issue', () => {
    const b = seen('summary', { mark: 'n', words: 'B' });
    expect(edit(undefined, b)).toEqual([]);
    expect(edit({ seen: { security: {} } }, b)).toEqual([]);
    expect(edit(b, seen('summary', { mark: 'n', words: 'b', at: 2 }))).toEqual([]);
    expect(edit(b, {})).toEqual([]);
    expect(edit(seen('summary', { words: 'A' }), b, {})).toEqual([]);
  });
});
