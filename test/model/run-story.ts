/** Plays a story in a fresh sandbox, lets the dust settle, and holds the result to the model. */
import {
  crashAfterCall,
  deliverTwice,
  fail,
  failStorage,
  type Fault,
  rateLimit,
  reorder,
  timeOutAfter,
  timeOutBefore,
} from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import {
  editedSummary,
  isOpen,
  type ModelFinding,
  type Seen,
  type SeenIssue,
  unknownFinding,
  violations,
} from './model';
import { type FaultName, findings, type Operation, type Status, type Story } from './operations';

/** Long enough for the hourly pass to have looked at everything. */
const settleMs = 65 * 60_000;
/** What is not right by then gets this many more chances: every retry ends within hours. */
const furtherChances = 2;
/** Long enough for the app to have heard of whatever just happened, if nothing stands in the way. */
const heardSeconds = 400;

/** What is wrong after the story; empty when all is as it must be. */
export async function runStory(story: Story): Promise<string[]> {
  const world = createWorld({
    site: { indexLagMs: story.indexLagMs },
    host: { eventDelayMs: () => story.eventDelayMs },
  });
  try {
    const portal = await world.connect();
    await world.useSpaces({ security: story.security });
    const player = createPlayer(world, portal);
    for (const operation of story.operations) await player.play(operation);
    world.host.faults.clear();
    const wrong = await judgeSettled(world, player);
    if (wrong.length > 0 && process.env.MODEL_TRACE) trace(world);
    return wrong;
  } finally {
    world.close();
  }
}

async function judgeSettled(world: World, player: ReturnType<typeof createPlayer>): Promise<string[]> {
  for (let chances = furtherChances; ; chances -= 1) {
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: settleMs });
    const wrong = await player.judge();
    if (wrong.length === 0 || chances === 0) return wrong;
  }
}

/** What the app did, for whoever looks into a failure. */
function trace(world: World): void {
  const lines = world.host.journal.entries
    .filter(({ kind }) => kind !== 'storage')
    .map(({ at, kind, text }) => `${new Date(at).toISOString().slice(11, 19)} ${kind} ${text}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function createPlayer(world: World, portal: Portal) {
  const model: ModelFinding[] = Array.from({ length: findings }, () => unknownFinding);
  let clock = 0;
  let faulty = false;
  const idOf = (index: number) => `F-${String(index)}`;
  const stamp = () => new Date(Date.UTC(2026, 0, 1) + clock * 1000).toISOString();
  const change = (index: number, over: Partial<ModelFinding>) => {
    model[index] = { ...(model[index] ?? unknownFinding), ...over };
  };

  /** A portal sends again until it is told 202. */
  async function insist(path: string, body: object): Promise<void> {
    // Calls of a portal do not arrive within the same millisecond.
    world.clock.advance(1_000);
    for (let tries = 0; tries < 20; tries += 1) {
      const { status } = await portal.post(path, body);
      if (status === 202) return;
      world.clock.advance(10_000);
    }
    throw new Error(`the portal got no 202 for ${path}`);
  }

  const snapshot = (index: number, status: string, title: string, updatedAt = stamp()) =>
    finding({ id: idOf(index), status, title, updatedAt });
  const send = (...findings: object[]) => insist('/v1/findings', { findings });

  function noteSent(index: number, status: Status, title: string): void {
    const { movedByPeople, sent, ...before } = model[index] ?? unknownFinding;
    change(index, {
      status,
      title,
      everOpen: before.everOpen || isOpen(status),
      everSent: true,
      forgotten: false,
      movedByPeople: movedByPeople && sent.includes(status),
      securityByPeople: before.securityByPeople && sent.includes(status),
      sent: [...sent, status],
    });
  }

  const actions: {
    [Kind in Operation['kind']]: (operation: Extract<Operation, { kind: Kind }>) => Promise<void>;
  } = {
    async send({ finding: index, status, title: n }) {
      clock += 10;
      const title = `Title ${String(n)}`;
      await send(snapshot(index, status, title));
      noteSent(index, status, title);
    },
    async sendBoth({ finding: index, status, title: n, newestFirst }) {
      clock += 10;
      const older = snapshot(index, 'assigned', 'Older title of the same request');
      clock += 10;
      const title = `Title ${String(n)}`;
      const newer = snapshot(index, status, title);
      await send(...(newestFirst ? [newer, older] : [older, newer]));
      noteSent(index, 'assigned', 'Older title of the same request');
      noteSent(index, status, title);
    },
    async sendOld({ finding: index, title }) {
      if (!model[index]?.everSent) return;
      await send(snapshot(index, 'verified', `Old title ${String(title)}`, '2025-12-01T00:00:00Z'));
      // It may be worked off before the newer one is known: then it makes issues, and the newer one corrects them.
      change(index, { everOpen: true });
    },
    async forget({ finding: index }) {
      if (!model[index]?.everSent) return;
      // A deletion is ordered by its arrival, which is later than any updatedAt of these stories.
      await insist('/v1/findings/delete', { ids: [idOf(index)] });
      clock = Math.floor((world.clock.now() - Date.UTC(2026, 0, 1)) / 1000) + 1;
      change(index, { forgotten: true, movedByPeople: false });
    },
    closeProduct: ({ finding: index }) => movePerson(index, 'Done'),
    reopenProduct: ({ finding: index }) => movePerson(index, 'To Do'),
    editSummary({ finding: index }) {
      const [issue] = issuesOf(world, idOf(index), 'WEB');
      if (!issue) return Promise.resolve();
      const body = { fields: { summary: editedSummary } };
      world.site.call({ method: 'PUT', path: `/rest/api/3/issue/${issue.key}`, as: PEOPLE.developer, body });
      change(index, { edited: true, editStands: !faulty });
      return Promise.resolve();
    },
    async regress({ finding: index, closes, end }) {
      const { status } = model[index] ?? unknownFinding;
      if (!isOpen(status) || status === undefined) return;
      if (closes !== 'product') closeSecurity(index);
      if (closes !== 'security') await movePerson(index, 'Done');
      await pass(heardSeconds);
      if (end === 'gone') await actions.forget({ kind: 'forget', finding: index });
      else await actions.send({ kind: 'send', finding: index, status: end, title: 0 });
      await pass(heardSeconds);
      await actions.send({ kind: 'send', finding: index, status, title: 0 });
      // Without any fault the app surely heard each of it: whoever closed what, it is open again.
      if (!faulty) change(index, { movedByPeople: false, securityByPeople: false });
    },
    fault({ fault, nth }) {
      faulty = true;
      world.host.faults.add(...faultsOf(fault, nth));
      return Promise.resolve();
    },
    pass: ({ seconds }) => pass(seconds),
  };

  async function pass(seconds: number): Promise<void> {
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: seconds * 1000 });
  }

  /** By the transition that Jira offers to a done status, if there is one. */
  function closeSecurity(index: number): void {
    const [issue] = securityIssuesOf(world, idOf(index));
    if (!issue || issue.done) return;
    const path = `/rest/api/3/issue/${issue.key}/transitions`;
    const { transitions } = world.site.call({ path, as: PEOPLE.admin }).data as unknown as {
      transitions: { to: { name: string; statusCategory: { key: string } } }[];
    };
    const done = transitions.find(({ to }) => to.statusCategory.key === 'done');
    if (!done) return;
    world.move(issue.key, done.to.name, PEOPLE.admin);
    change(index, { securityByPeople: true });
  }

  function movePerson(index: number, status: string): Promise<void> {
    const [issue] = issuesOf(world, idOf(index), 'WEB');
    if (issue && world.statusOf(issue.key) !== status) {
      world.move(issue.key, status, PEOPLE.developer);
      change(index, { movedByPeople: true });
    }
    return Promise.resolve();
  }

  return {
    play: (operation: Operation) =>
      (actions[operation.kind] as (operation: Operation) => Promise<void>)(operation),
    async judge(): Promise<string[]> {
      const ids = model.map((_, index) => idOf(index));
      const { json } = await portal.post('/v1/findings/lookup', { ids });
      const states = json as { state: string }[];
      const { pendingChunks } = await world.admin('activity.list', {});
      const wrong = pendingChunks > 0 ? [`${String(pendingChunks)} chunks still wait`] : [];
      return wrong.concat(
        model.flatMap((one, index) =>
          violations(idOf(index), one, look(world, idOf(index), states[index]?.state ?? '')),
        ),
      );
    },
  };
}

function look(world: World, id: string, state: string): Seen {
  return { state, product: issuesOf(world, id, 'WEB'), security: securityIssuesOf(world, id) };
}

function securityIssuesOf(world: World, id: string): SeenIssue[] {
  return ['SEC', 'APP', 'OPS'].flatMap((project) => issuesOf(world, id, project));
}

/** Issues that carry the finding's identity, whatever search sees of them. */
function issuesOf(world: World, id: string, project: string): SeenIssue[] {
  const { issues } = world.site.world.state;
  const ours = [...issues.values()].filter(({ key, properties }) => {
    const identity = properties['security-finding'] as { id?: string } | undefined;
    return key.startsWith(`${project}-`) && identity?.id === id;
  });
  return ours.map(({ key }) => {
    const fields = world.fields(key) as unknown as {
      summary: string;
      status: { statusCategory: { key: string } };
      issuelinks: unknown[];
    };
    const { summary, status, issuelinks } = fields;
    return { key, summary, done: status.statusCategory.key === 'done', links: issuelinks.length };
  });
}

function faultsOf(name: FaultName, nth: number): Fault[] {
  switch (name) {
    case 'timeOutBefore':
      return [timeOutBefore({ nth })];
    case 'timeOutAfter':
      return [timeOutAfter({ nth })];
    case 'gatewayTimeOutAfter':
      return [timeOutAfter({ nth }, '504')];
    case 'editTimesOut':
      return [timeOutAfter({ method: 'PUT' })];
    case 'linkFails':
      return [fail(503, { path: /issueLink/ })];
    case 'crash':
      return [crashAfterCall(nth)];
    case 'serverError':
      return [fail(503, { nth, times: 2 })];
    case 'rateLimit':
      return [rateLimit({ nth, retryAfter: 30, reason: 'jira-quota-tenant-based' })];
    case 'bareRateLimit':
      return [rateLimit({ nth, times: 2 })];
    case 'storageFails':
      return [failStorage(429, 'TOO_MANY_REQUESTS', { nth: nth * 5 })];
    case 'bellLost':
      return [fail(500, { on: 'queue' })];
    case 'deliverTwice':
      return [deliverTwice(undefined, 2)];
    case 'reorder':
      return [reorder()];
  }
}
