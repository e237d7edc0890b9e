/** Jira names a limit of half a minute for one issue, again and again: while it stands, no other call goes out. */
import { rateLimit } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

const count = 12;
const bad = 4;
const ids = Array.from({ length: count }, (_, index) => `F-${String(index)}`);

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  world.close();
});

const send = (over: object) =>
  portal.post('/v1/findings', {
    findings: ids.map((id, index) =>
      finding({ id, title: index === bad ? 'The one it refuses' : `Another ${id}`, ...over }),
    ),
  });
const hours = (number: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: number * 3_600_000 });
const callsNow = () => world.host.journal.entries.filter(({ kind }) => kind === 'jira').length;

/** State and statuses of all findings but the bad one, each but once, and of that one. */
async function looked() {
  const { json } = await portal.post('/v1/findings/lookup', { ids });
  const found = (json as { state: string; issues: Record<string, { status: string }> }[]).map(
    ({ state, issues }) => [state, ...Object.values(issues).map(({ status }) => status)].join(' '),
  );
  const others = found.filter((_, index) => index !== bad);
  return { others: [...new Set(others)], bad: found[bad] };
}

async function heldReasons() {
  const { held } = (await world.admin('activity.list', {})) as { held: { reason: { code: string } }[] };
  return held.map(({ reason }) => reason.code);
}

it.each([30, undefined])(
  'to create it: all others have both issues, it waits for an admin and comes when the limit ends; seconds: %s',
  async (retryAfter) => {
    const limit = {
      method: 'POST',
      path: /\/issue\/bulk$/,
      body: /The one it refuses/,
      times: Infinity,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
    const end = world.host.faults.add(rateLimit(limit));
    await send({});
    await hours(3);
    expect(await looked()).toEqual({ others: ['synced To Do Open'], bad: 'held' });
    expect(await heldReasons()).toEqual(['createNeverClear']);
    const before = callsNow();
    await hours(1);
    expect(callsNow() - before).toBeLessThan(20);
    end();
    await hours(2);
    expect(await looked()).toEqual({ others: ['synced To Do Open'], bad: 'synced To Do Open' });
  },
);

it.each([
  ['move', 'POST', '/transitions', { status: 'resolved' }, 'Done Closed'],
  ['edit', 'PUT', '', { description: 'Changed.' }, 'To Do Open'],
] as const)(
  'to %s it: all others are as they should be, it waits for an admin and follows when the limit ends',
  async (_what, method, of, over, wanted) => {
    await send({});
    await world.settle();
    const { id } = world.site.issue(`WEB-${String(bad + 1)}`);
    const path = new RegExp(`/issue/${id}${of}$`);
    const end = world.host.faults.add(rateLimit({ method, path, times: Infinity, retryAfter: 30 }));
    await send(over);
    await hours(3);
    const now = await looked();
    expect(now.others).toEqual([`synced ${wanted}`]);
    expect(now.bad).toMatch(/^held To Do /);
    expect(await heldReasons()).toEqual(['readNeverClear']);
    const before = callsNow();
    await hours(1);
    expect(callsNow() - before).toBeLessThan(20);
    end();
    await hours(2);
    expect(await looked()).toEqual({ others: [`synced ${wanted}`], bad: `synced ${wanted}` });
  },
);
