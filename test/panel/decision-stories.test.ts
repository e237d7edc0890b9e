/** Decisions of people in random order with snapshots, deaths and time: what holds in the end, and what was told. */
import fc from 'fast-check';
import type { PanelAnswer } from '../../src/contract/panel-calls';
import type { DecisionKind } from '../../src/contract/risk-decision';
import { crashAfterCall } from '../sandbox/faults';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

type Step =
  | { readonly kind: 'send'; readonly status: 'verified' | 'assigned'; readonly title: number }
  | { readonly kind: 'decide'; readonly as: DecisionKind }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'die'; readonly on: 'kvs' | 'jira' | 'queue'; readonly nth: number }
  | { readonly kind: 'pass'; readonly seconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('send' as const),
    status: fc.constantFrom('verified' as const, 'assigned' as const),
    title: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    as: fc.constantFrom('rejected' as const, 'accepted' as const),
  }),
  fc.record({ kind: fc.constant('takeBack' as const) }),
  fc.record({
    kind: fc.constant('die' as const),
    on: fc.constantFrom('kvs' as const, 'jira' as const, 'queue' as const),
    nth: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.constantFrom(0, 2, 30, 400) }),
);

/** What must hold: the decision that stands, and how often each kind was decided. */
interface Model {
  sent: string;
  stands?: DecisionKind | undefined;
  rejected: number;
  accepted: number;
}

const until = '2026-03-01';
const codes = { rejected: 'finding.rejected', accepted: 'finding.risk_accepted' } as const;

async function send(world: World, portal: Portal, status: string, title: number): Promise<void> {
  const findings = [finding({ id: 'F-1', status, title: `Title ${String(title)}` })];
  while ((await portal.post('/v1/findings', { findings })).status !== 202) world.clock.advance(10_000);
}

/** A person tries again until there is an answer; a refusal is one. */
async function insist(act: () => Promise<PanelAnswer>): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await act().catch(() => undefined);
    if (answer && !answer.error) return 'done';
    if (answer?.error?.because !== undefined && answer.error.code !== 'unavailable')
      return answer.error.because;
  }
  throw new Error('no answer');
}

async function play(steps: readonly Step[]): Promise<void> {
  const world = createWorld();
  try {
    const portal = await world.connect();
    await world.useSpaces();
    await hear(world, portal);
    await send(world, portal, 'verified', 0);
    await world.settle();
    const model: Model = { sent: 'verified', rejected: 0, accepted: 0 };
    for (const one of steps) {
      // Who decides again within a minute repeats what was not answered.
      world.clock.advance(61_000);
      await playOne(world, portal, model, one);
    }
    world.host.faults.clear();
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * 60 * 60_000 });
    await judge(world, portal, model);
  } finally {
    world.close();
  }
}

async function playOne(world: World, portal: Portal, model: Model, one: Step): Promise<void> {
  const panel = panelOf(world, 'SEC-1');
  switch (one.kind) {
    case 'send':
      await send(world, portal, one.status, one.title);
      if (one.status !== model.sent) model.stands = undefined;
      model.sent = one.status;
      return;
    case 'decide': {
      const said = await insist(() =>
        one.as === 'rejected'
          ? panel.act('panel.reject', {})
          : panel.act('panel.accept', { until, reason: 'Known' }),
      );
      if (said !== 'done') throw new Error(said);
      model[one.as] += 1;
      model.stands = one.as;
      return;
    }
    case 'takeBack':
      await insist(() => panel.act('panel.takeBack', {}));
      model.stands = undefined;
      return;
    case 'die':
      world.host.faults.add(crashAfterCall(one.nth, { on: one.on }));
      return;
    case 'pass':
      await world.host.runUntilIdle({ schedules: true, maxVirtualMs: one.seconds * 1000 });
  }
}

async function judge(world: World, portal: Portal, model: Model): Promise<void> {
  const events = await told(portal);
  const count = (kind: DecisionKind) => events.filter(({ type }) => type === codes[kind]).length;
  const { decision, sync } = await panelOf(world, 'SEC-1').get();
  expect({
    stands: decision?.kind,
    rejected: count('rejected'),
    accepted: count('accepted'),
    ids: new Set(events.map(({ id }) => id)).size,
    state: sync?.state,
    places: [world.statusOf('WEB-1') === 'Done', world.statusOf('SEC-1') === 'Closed'],
  }).toEqual({
    stands: model.stands,
    rejected: model.rejected,
    accepted: model.accepted,
    ids: events.length,
    state: 'synced',
    places: Array(2).fill(model.stands === 'rejected'),
  });
}

test('however decisions, snapshots and deaths mix, the last word holds and each is told once', async () => {
  const runs = Number(process.env.MODEL_RUNS ?? 25);
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), play), {
    numRuns: runs,
    seed: Number(process.env.MODEL_SEED ?? 20_260_115),
    endOnFailure: process.env.MODEL_SHRINK === undefined,
  });
}, 600_000);

test('a decision in the middle of a pass over its finding is neither lost nor told twice', async () => {
  for (const after of [0, 120, 300, 600]) {
    const world = createWorld({ host: { latency: () => 50 } });
    try {
      const portal = await world.connect();
      await world.useSpaces();
      await hear(world, portal);
      await send(world, portal, 'verified', 0);
      await world.settle();
      await send(world, portal, 'verified', 1);
      const decided = world.clock.sleep(after).then(() => panelOf(world, 'SEC-1').act('panel.reject', {}));
      await Promise.all([world.settle(), decided]);
      expect(await decided).toEqual({});
      await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * 60 * 60_000 });
      await judge(world, portal, { sent: 'verified', stands: 'rejected', rejected: 1, accepted: 0 });
    } finally {
      world.close();
    }
  }
});
