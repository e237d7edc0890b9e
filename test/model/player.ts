/** Plays what happens to the findings that every story is about, and holds them to the model. */
import { PEOPLE } from '../sandbox/jira/seed';
import { finding, type Portal, type World } from '../support/world';
import { type Adoption, adoptionWrong, createByHand, nameExisting } from './adoption';
import { editedSummary, type ModelFinding, unknownFinding, violations } from './model';
import { findings, ofFirst, type Operation } from './operations';
import { heardSeconds, sendUntilAccepted, type Stage } from './parts/stage';
import { closeByHand } from './people';
import { poisonIn } from './poison';
import { hide, issuesOf, look, securityIssuesOf, type Whose } from './seen';
import { isOpen, type Status } from './statuses';
import { faultsOf } from './story-faults';

/** Long enough for the hourly pass to miss what is hidden. */
const hiddenSeconds = 4000;
/** Long enough to find the one that kills among a few. */
const poisonedSeconds = 3 * 3600;

export interface Player {
  readonly stage: Stage;
  play(operation: Operation): Promise<void>;
  /** What is wrong by now. */
  judge(): Promise<string[]>;
}

/** On a fresh world, with the credentials of two portals. */
export function createPlayer(world: World, [first, other]: readonly [Portal, Portal]): Player {
  let portal = first;
  const model: ModelFinding[] = Array.from({ length: findings }, () => unknownFinding);
  let clock = 0;
  let faulty = false;
  const adoptions: Adoption[] = [];
  /** What was wrong while the story went on. */
  const noticed: string[] = [];
  const portalOf = (index: number) => (index < ofFirst ? portal : other);
  const idOf = (index: number) => `F-${String(index % ofFirst)}`;
  const whoseOf = (index: number): Whose => ({ connection: portalOf(index).key, id: idOf(index) });
  /** Another finding of the same portal, so that one request can hold both. */
  const neighbourOf = (index: number) =>
    [index + 1, index - 1].find((one) => model[one] !== undefined && portalOf(one) === portalOf(index));
  const stamp = () => new Date(Date.UTC(2026, 0, 1) + clock * 1000).toISOString();
  const change = (index: number, over: Partial<ModelFinding>) => {
    model[index] = { ...(model[index] ?? unknownFinding), ...over };
  };

  const insist = (path: string, body: object, to = portal) => sendUntilAccepted(world, to, path, body);
  const snapshot = (index: number, status: string, title: string, updatedAt = stamp()) =>
    finding({ id: idOf(index), status, title, updatedAt });
  const send = (index: number, ...findings: object[]) =>
    insist('/v1/findings', { findings }, portalOf(index));

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
      await send(index, snapshot(index, status, title));
      noteSent(index, status, title);
    },
    async sendBoth({ finding: index, status, title: n, newestFirst }) {
      clock += 10;
      const older = snapshot(index, 'assigned', 'Older title of the same request');
      clock += 10;
      const title = `Title ${String(n)}`;
      const newer = snapshot(index, status, title);
      await send(index, ...(newestFirst ? [newer, older] : [older, newer]));
      noteSent(index, 'assigned', 'Older title of the same request');
      noteSent(index, status, title);
    },
    async sendOld({ finding: index, title }) {
      if (!model[index]?.everSent) return;
      await send(index, snapshot(index, 'verified', `Old title ${String(title)}`, '2025-12-01T00:00:00Z'));
      // It may be worked off before the newer one is known: then it makes issues, and the newer one corrects them.
      change(index, { everOpen: true });
    },
    async forget({ finding: index }) {
      if (model[index]?.everSent) await forgetAll(index);
    },
    closeProduct: ({ finding: index }) => movePerson(index, 'Done'),
    reopenProduct: ({ finding: index }) => movePerson(index, 'To Do'),
    editSummary({ finding: index }) {
      const [issue] = issuesOf(world, whoseOf(index), 'WEB');
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
    /** Nobody sees the issues for a while; what the portal says meanwhile is made up for. */
    async hide({ finding: index, role }) {
      if (faulty) return;
      const status = await madeSure(index);
      const product = role === 'security' ? [] : issuesOf(world, whoseOf(index), 'WEB');
      const security = role === 'product' ? [] : securityIssuesOf(world, whoseOf(index));
      const show = hide(world, [...product, ...security]);
      await actions.send({ kind: 'send', finding: index, status, title: 1 });
      await pass(hiddenSeconds);
      show();
    },
    /** What was accepted waits while its connection is archived; people's work is followed. */
    async archive({ finding: index, closes }) {
      if (faulty) return;
      const status = await madeSure(index);
      await actions.send({ kind: 'send', finding: index, status, title: 2 });
      await world.admin('connections.archive', { connection: portal.key });
      const summaries = () => issuesOf(world, whoseOf(index), 'WEB').map(({ summary }) => summary);
      const before = summaries().join();
      if (closes) await movePerson(index, 'Done');
      await pass(heardSeconds);
      if (summaries().join() !== before) noticed.push(`${idOf(index)} went on while archived`);
      const made = await world.admin('connections.restore', { connection: portal.key });
      if (!('secret' in made)) throw new Error('no secret');
      portal = world.portalWith(made.connection, made.baseUrl, made.secret);
    },
    async adopt({ otherFirst, apart }) {
      const adoption = { id: `A-${String(adoptions.length)}`, key: createByHand(world) };
      adoptions.push(adoption);
      const order = otherFirst ? [other, portal] : [portal, other];
      for (const from of order) {
        clock += 10;
        await insist('/v1/findings', { findings: [nameExisting(adoption, 'verified', stamp())] }, from);
        await pass(apart);
      }
      await pass(heardSeconds);
      clock += 10;
      // Whoever did not get the issue has nothing to say about it.
      await insist('/v1/findings', { findings: [nameExisting(adoption, 'resolved', stamp())] }, other);
    },
    /** Whatever the app cannot digest, what came with it goes on; once it can, nothing is lost. */
    async poison({ finding: index, in: what }) {
      const beside = neighbourOf(index);
      if (faulty || beside === undefined) return;
      const besides = await madeSure(beside);
      const status = await madeSure(index);
      const [issue] = issuesOf(world, whoseOf(index), 'WEB');
      if (!issue || issue.done) return;
      const mend = poisonIn(world, what, { ...whoseOf(index), issue: issue.key });
      if (what === 'todo') await forgetAll(index, beside);
      else {
        clock += 10;
        const title = 'Beside poison';
        await send(index, snapshot(index, status, 'POISON'), snapshot(beside, besides, title));
        noteSent(index, status, 'POISON');
        noteSent(beside, besides, title);
      }
      // What cannot be read is known at once; whose work kills, only after some deaths.
      await pass(what === 'record' ? heardSeconds : poisonedSeconds);
      const [neighbour] = issuesOf(world, whoseOf(beside), 'WEB');
      const wentOn = what === 'todo' ? neighbour?.done : neighbour?.summary.includes('Beside poison');
      if (!wentOn && !model[beside]?.edited) noticed.push(`${idOf(beside)} waits for what came with it`);
      mend();
      await pass(heardSeconds);
      if (what === 'record') await actions.send({ kind: 'send', finding: index, status, title: 0 });
    },
    fault({ fault, nth }) {
      faulty = true;
      world.host.faults.add(...faultsOf(fault, nth));
      return Promise.resolve();
    },
    pass: ({ seconds }) => pass(seconds),
  };

  /** In one request, so all of one portal. */
  async function forgetAll(...indexes: readonly [number, ...number[]]): Promise<void> {
    // A deletion is ordered by its arrival, which is later than any updatedAt of these stories.
    await insist('/v1/findings/delete', { ids: indexes.map(idOf) }, portalOf(indexes[0]));
    clock = Math.floor((world.clock.now() - Date.UTC(2026, 0, 1)) / 1000) + 1;
    for (const index of indexes) {
      // To be gone is to be resolved: who says so afterwards says nothing new.
      const sent = [...(model[index] ?? unknownFinding).sent, 'resolved' as const];
      change(index, { forgotten: true, movedByPeople: false, sent });
    }
  }

  /** The finding is open and has its issues; answers its status. */
  async function madeSure(index: number): Promise<Status> {
    const { status = 'verified', forgotten } = model[index] ?? unknownFinding;
    const open = isOpen(status) && !forgotten ? status : 'verified';
    await actions.send({ kind: 'send', finding: index, status: open, title: 0 });
    await pass(heardSeconds);
    return open;
  }

  const pass = (seconds: number) =>
    world.host.runUntilIdle({ schedules: true, maxVirtualMs: seconds * 1000 }).then(() => undefined);

  function closeSecurity(index: number): void {
    const [issue] = securityIssuesOf(world, whoseOf(index));
    if (!issue || issue.done) return;
    if (closeByHand(world, issue.key)) change(index, { securityByPeople: true });
  }

  function movePerson(index: number, status: string): Promise<void> {
    const [issue] = issuesOf(world, whoseOf(index), 'WEB');
    if (issue && world.statusOf(issue.key) !== status) {
      world.move(issue.key, status, PEOPLE.developer);
      change(index, { movedByPeople: true });
    }
    return Promise.resolve();
  }

  const stage: Stage = {
    world,
    portal: () => portal,
    insist: (path, body) => insist(path, body, portal),
    pass,
    stamp: () => new Date(world.clock.now() + 1).toISOString(),
    isFaulty: () => faulty,
  };
  return {
    stage,
    play: (operation: Operation) =>
      (actions[operation.kind] as (operation: Operation) => Promise<void>)(operation),
    async judge(): Promise<string[]> {
      const { pendingChunks } = await world.admin('activity.list', {});
      const wrong = pendingChunks > 0 ? [`${String(pendingChunks)} chunks still wait`] : [];
      for (const [index, one] of model.entries()) {
        const { json } = await portalOf(index).post('/v1/findings/lookup', { ids: [idOf(index)] });
        const [{ state } = { state: '' }] = json as { state: string }[];
        wrong.push(...violations(idOf(index), one, look(world, whoseOf(index), state)));
      }
      for (const one of adoptions) wrong.push(...(await adoptionWrong(world, one, portal, other)));
      return [...noticed, ...wrong];
    },
  };
}
