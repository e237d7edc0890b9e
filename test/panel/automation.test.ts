import { failStorage } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await hear(world, portal);
  await portal.post('/v1/findings', {
    findings: [finding({ id: 'F-1', url: 'https://portal.example/F-1' })],
  });
  await world.settle();
});
afterEach(() => {
  world.close();
});

type Who = keyof typeof PEOPLE;
const run = (action: string, inputs: object, who: Who = 'engineer', consents = true) =>
  world.host.runAction(action, inputs as Record<string, unknown>, { accountId: PEOPLE[who], consents });
const output = { id: 'F-1', product: 'shop', severity: 'high', url: 'https://portal.example/F-1' };
const last = async () => (await told(portal)).at(-1);

test('a rule marks a false positive in the name of its connection’s user, and later steps see the finding', async () => {
  expect(await run('mark-false-positive', { issue: 'SEC-1', reason: 'A test page' })).toEqual({
    status: 'success',
    outputs: { ...output, title: expect.any(String) as string, status: 'rejected' },
  });
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Closed');
  expect(await last()).toMatchObject({
    type: 'finding.rejected',
    by: { accountId: PEOPLE.engineer },
    data: { reason: 'A test page' },
  });
});

test.each([
  ['90', '2026-04-15'],
  ['0', '2026-01-15'],
  [' 2026-02-28 ', '2026-02-28'],
])('a rule accepts the risk until “%s”', async (until, day) => {
  const result = await run('accept-risk', { issue: 'WEB-1', until, reason: "Won't Do" });
  expect(result).toMatchObject({ status: 'success', outputs: { status: 'temporarily_risk_accepted' } });
  expect((await panelOf(world, 'WEB-1').get()).decision).toMatchObject({ kind: 'accepted', until: day });
  await world.settle();
  expect(await last()).toMatchObject({ type: 'finding.risk_accepted', data: { until: day } });
});

test('a rule asks for a retest, for whoever may browse the issue', async () => {
  expect(await run('ask-retest', { issue: 'WEB-1' }, 'developer')).toMatchObject({
    status: 'success',
    outputs: { ...output, status: 'verified' },
  });
  await world.settle();
  expect(await last()).toMatchObject({
    type: 'finding.retest_requested',
    by: { accountId: PEOPLE.developer },
  });
});

test.each<[string, object, Who, RegExp]>([
  [
    'accept-risk',
    { issue: 'WEB-1', until: 'next week', reason: 'x' },
    'engineer',
    /until: “next week” is neither a day/,
  ],
  [
    'accept-risk',
    { issue: 'WEB-1', until: '2026-13-45', reason: 'x' },
    'engineer',
    /until: “2026-13-45” is neither a day/,
  ],
  [
    'accept-risk',
    { issue: 'WEB-1', until: '366', reason: 'x' },
    'engineer',
    /^until: choose a day from 2026-01-15 to 2027-01-15\.$/,
  ],
  ['accept-risk', { issue: 'WEB-1', until: '9', reason: ' ' }, 'engineer', /reason: is required/],
  ['mark-false-positive', { issue: 'WEB-1', reason: 'x'.repeat(2001) }, 'engineer', /reason: .*2000/],
  [
    'accept-risk',
    { issue: 'WEB-1', until: '9', reason: 'x' },
    'developer',
    /permission to edit the security issue/,
  ],
  ['mark-false-positive', { issue: 'WEB-1' }, 'developer', /permission to edit the security issue/],
  ['ask-retest', { issue: 'WEB-1' }, 'outsider', /^No finding belongs to this issue\.$/],
  ['ask-retest', { issue: 'SEC-1' }, 'developer', /^No finding belongs to this issue\.$/],
  ['ask-retest', { issue: 'WEB-99' }, 'developer', /^No finding belongs to this issue\.$/],
])('%s fails in words, case %#', async (action, inputs, who, words) => {
  const result = await run(action, inputs, who);
  expect(result).toEqual({ status: 'failed', errors: [expect.stringMatching(words)] });
  await world.settle();
  expect((await told(portal)).filter(({ by }) => by)).toEqual([]);
});

test('where the connection’s user has not allowed the app, the error says what to do', async () => {
  const result = await run('mark-false-positive', { issue: 'SEC-1' }, 'engineer', false);
  expect(result).toEqual({
    status: 'failed',
    errors: [expect.stringMatching(/has not allowed Security Findings/)],
  });
});

test('a failure of the platform fails the rule in words, and changes nothing', async () => {
  world.host.faults.add(failStorage(500, 'UNKNOWN', { times: 100 }));
  expect(await run('mark-false-positive', { issue: 'SEC-1' })).toEqual({
    status: 'failed',
    errors: ['This did not work just now. Run the rule again in a moment.'],
  });
  world.host.faults.clear();
  expect((await panelOf(world, 'SEC-1').get()).decision).toBeUndefined();
});
