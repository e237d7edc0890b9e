/** Whatever is said, changed and deleted on both sides, it comes to rest: each comment once wherever it may be. */
import fc from 'fast-check';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld } from '../support/world';
import { comment, doc, minuteMs, one as found, talking } from './support';

const changes = 100;
const step = fc.record<Step>({
  by: fc.constantFrom('portal', 'WEB-1', 'APP-1'),
  act: fc.constantFrom('write', 'write', 'edit', 'hide', 'delete'),
  pick: fc.nat(),
  waits: fc.boolean(),
});

interface Step {
  readonly by: string;
  readonly act: string;
  readonly pick: number;
  readonly waits: boolean;
}

test('100 random changes on both sides settle with a bounded number of messages', async () => {
  const [steps = []] = fc.sample(fc.array(step, { minLength: changes, maxLength: changes }), {
    numRuns: 1,
    seed: 12,
  });
  const world = createWorld();
  const portal = await world.connect();
  const { edit, heard, pass, post, remove, said, send, settle, write } = talking(
    () => world,
    () => portal,
  );
  await world.useSpaces({ security: 'APP' });
  const comments = { toJira: 'both', fromJira: 'both', between: true, tag: '#internal' } as const;
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull', comments });
  await send(found);
  world.clock.advance(minuteMs);
  /** What each comment of the portal, and of people on an issue, says last; undefined: it may be nowhere else. */
  const ofPortal = new Map<string, string>();
  const ofPeople = new Map<string, { key: string; text: string | undefined }>();
  world.jiraCalls();
  const saidByPortal = async ({ act, pick }: Step, text: string) => {
    const now = new Date(world.clock.now()).toISOString();
    const ids = [...ofPortal.keys()];
    const id = act === 'write' || ids.length === 0 ? `C-${text}` : (ids[pick % ids.length] ?? '');
    const isGone = act === 'delete' || act === 'hide';
    await post(comment({ id, body: text, createdAt: now, updatedAt: now, deleted: isGone }));
    if (isGone) ofPortal.delete(id);
    else ofPortal.set(id, text);
  };
  const saidByPerson = ({ act, pick, by }: Step, text: string) => {
    const own = [...ofPeople].filter(([, { key }]) => key === by).map(([id]) => id);
    const id = own[pick % Math.max(1, own.length)];
    if (act === 'write' || id === undefined) ofPeople.set(write(by, doc(text)), { key: by, text });
    else if (act === 'delete') {
      remove(by, id);
      ofPeople.delete(id);
    } else {
      edit(by, id, doc(act === 'hide' ? `${text} #internal` : text), {}, PEOPLE.admin);
      ofPeople.set(id, { key: by, text: act === 'hide' ? undefined : text });
    }
  };
  for (const [index, one] of steps.entries()) {
    world.clock.advance(1000);
    const text = `Text ${String(index)}`;
    if (one.by === 'portal') await saidByPortal(one, text);
    else saidByPerson(one, text);
    if (one.waits) await settle();
  }
  await pass(150);
  const calls = world.jiraCalls().filter((path) => path.includes('/comment')).length;
  world.jiraCalls();
  await pass(150);
  expect(world.jiraCalls().filter((path) => path.includes('/comment'))).toEqual([]);

  for (const [here, there] of [
    ['WEB-1', 'APP-1'],
    ['APP-1', 'WEB-1'],
  ] as const) {
    const copies = [...ofPeople.values()].flatMap(({ key, text }) =>
      key === there && text !== undefined ? [text] : [],
    );
    const expected = [...ofPortal.values(), ...copies].sort();
    const shown = said(here).flatMap((words) => /wrote:(.*)$/.exec(words)?.[1] ?? []);
    expect(shown.sort()).toEqual(expected);
  }
  const events = await heard();
  const told = new Map<string, string>();
  for (const { type, data } of events) {
    const { id, body = '' } = data.comment as { id: string; body?: string };
    if (type === 'finding.comment_deleted') told.delete(id);
    else told.set(id, body);
  }
  const open = [...ofPeople.values()].flatMap(({ text }) => text ?? []);
  expect([...told.values()].sort()).toEqual(open.sort());
  process.stdout.write(
    `${String(changes)} changes: ${String(calls)} calls about comments, ${String(events.length)} events\n`,
  );
  expect(calls).toBeLessThanOrEqual(5 * changes);
  expect(events.length).toBeLessThanOrEqual(changes);
  world.close();
}, 120_000);
