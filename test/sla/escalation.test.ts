import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { commentsOn, dayMs, days, sleepWithoutSchedules, toldOfClocks } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
});
afterEach(() => {
  world.close();
});

const due = (key: string) => world.fields(key)['duedate'] as unknown;

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

const fix = { days: { critical: 3, high: 7 }, from: 'created' };

test('a finding without a due date gets that of the clock, in Jira, in the identity, on the panel, and told to the portal once', async () => {
  await world.save('sla', { fix });
  await send(finding({ id: 'F-1', severity: 'high' }));
  expect(due('WEB-1')).toBe('2026-01-22');
  expect(await toldOfClocks(portal)).toMatchObject([
    { type: 'finding.due_changed', data: { clock: 'fix', dueDate: '2026-01-22' } },
  ]);
  await send(finding({ id: 'F-1', severity: 'high' }));
  await send(finding({ id: 'F-1', severity: 'critical' }));
  expect(due('WEB-1')).toBe('2026-01-18');
  expect((await toldOfClocks(portal)).slice(1)).toMatchObject([
    { data: { clock: 'fix', dueDate: '2026-01-18', from: '2026-01-22' } },
  ]);
  const { state } = world.site.world;
  const issue = [...state.issues.values()][0];
  expect(JSON.stringify(issue)).toContain('"due":"2026-01-18"');
});

test('steps come on their days: each once, with a real mention, labels, a raised priority and the portal told', async () => {
  await world.save('sla', {
    fix,
    escalation: [
      {
        id: 'soon',
        clock: 'fix',
        days: -2,
        do: [{ kind: 'tell' }, { kind: 'comment', text: 'Please hurry', mention: PEOPLE.engineer }],
      },
      {
        id: 'late',
        clock: 'fix',
        days: 1,
        do: [
          { kind: 'label', label: 'overdue' },
          { kind: 'priority' },
          { kind: 'assign', to: { id: PEOPLE.developer } },
          { kind: 'tell' },
        ],
      },
    ],
  });
  await send(finding({ id: 'F-1', severity: 'high' }));
  await days(world, 4);
  expect(commentsOn(world, 'WEB-1')).toEqual([]);
  await days(world, 1);
  expect(commentsOn(world, 'WEB-1')).toEqual([
    `[${PEOPLE.engineer}] Please hurry|To be fixed by 2026-01-22 (soon)`,
  ]);
  await days(world, 4);
  expect(world.fields('WEB-1')).toMatchObject({
    labels: ['overdue'],
    priority: { name: 'High' },
    assignee: { accountId: PEOPLE.developer },
  });
  expect((await toldOfClocks(portal)).map(({ type }) => type)).toEqual([
    'finding.due_changed',
    'finding.due_soon',
    'finding.overdue',
  ]);
  await send(finding({ id: 'F-1', severity: 'high', title: 'Another title' }));
  await days(world, 14);
  expect(commentsOn(world, 'WEB-1')).toHaveLength(1);
  expect(world.fields('WEB-1')).toMatchObject({ labels: ['overdue'], summary: 'Another title' });
  expect(await toldOfClocks(portal)).toHaveLength(3);
});

const overdue = (n: number, severity = 'high') =>
  finding({ id: `F-${String(n)}`, severity, dueDate: '2026-01-05' });
const late = {
  id: 'late',
  clock: 'fix' as const,
  days: 1,
  do: [{ kind: 'comment' as const, text: 'Overdue' }, { kind: 'tell' as const }],
};

test('schedules that slept a week leave every step to be taken, once', async () => {
  const soon = {
    id: 'soon',
    clock: 'fix',
    days: -1,
    do: [{ kind: 'label', label: 'due-soon' }, { kind: 'tell' }],
  };
  await world.save('sla', { escalation: [soon, late] });
  await send(finding({ id: 'F-1', dueDate: '2026-01-18' }));
  await sleepWithoutSchedules(world, 7 * dayMs);
  for (let more = 0; more < 3; more += 1) await days(world, 1);
  expect(commentsOn(world, 'WEB-1')).toEqual(['Overdue|To be fixed by 2026-01-18 (late)']);
  expect(world.fields('WEB-1')).toMatchObject({ labels: ['due-soon'] });
  expect((await toldOfClocks(portal)).map(({ type }) => type)).toEqual([
    'finding.due_soon',
    'finding.overdue',
  ]);
});

test('switched on, it takes up what is there already, and the preview said how much', async () => {
  await send(
    overdue(1),
    overdue(2),
    finding({ id: 'F-3', severity: 'critical', firstSeen: '2026-01-10T00:00:00Z' }),
  );
  const sla = { fix: { days: { critical: 3 } }, escalation: [late] };
  const preview = await world.admin('sla.preview', { sla });
  expect(preview).toMatchObject({ now: 3, hours: 1, dueDates: 1, looked: 3, complete: true });
  expect(preview.rows[0]).toMatchObject({ finding: 'F-3', due: '2026-01-13', step: 'late' });
  expect(commentsOn(world, 'WEB-1')).toEqual([]);
  await world.save('sla', sla);
  await world.settle();
  await sleepWithoutSchedules(world, 600_000);
  expect(due('WEB-3')).toBe('2026-01-13');
  for (const key of ['WEB-1', 'WEB-2', 'WEB-3']) expect(commentsOn(world, key)).toHaveLength(1);
});

test('another due date of the portal’s is no news to it, and a step comes again only where its day is yet to come', async () => {
  await world.save('sla', { escalation: [late] });
  await send(overdue(1));
  await sleepWithoutSchedules(world, 600_000);
  await send({ ...overdue(1), dueDate: '2026-01-07' });
  await sleepWithoutSchedules(world, 600_000);
  expect(commentsOn(world, 'WEB-1')).toHaveLength(1);
  await send({ ...overdue(1), dueDate: '2026-01-16' });
  expect(due('WEB-1')).toBe('2026-01-16');
  await days(world, 3);
  expect(commentsOn(world, 'WEB-1')).toEqual([
    'Overdue|To be fixed by 2026-01-05 (late)',
    'Overdue|To be fixed by 2026-01-16 (late)',
  ]);
  expect((await toldOfClocks(portal)).map(({ type }) => type)).toEqual([
    'finding.overdue',
    'finding.overdue',
  ]);
});

test('a lower severity moves the due date back, and no step is taken again for that', async () => {
  await world.save('sla', {
    fix: { days: { critical: 1, high: 2, low: 12 }, from: 'created' },
    escalation: [late],
  });
  const of = (severity: string) => finding({ id: 'F-1', severity });
  await send(of('high'));
  await days(world, 4);
  await send(of('low'));
  await days(world, 14);
  await send(of('critical'));
  await days(world, 2);
  expect(commentsOn(world, 'WEB-1')).toHaveLength(1);
  expect((await toldOfClocks(portal)).filter(({ type }) => type === 'finding.overdue')).toHaveLength(1);
});

test('however many are overdue at once, no more than 250 steps are taken in an hour', async () => {
  const many = Array.from({ length: 400 }, (_, n) => finding({ id: `F-${String(n)}`, severity: 'high' }));
  await send(...many);
  await world.clock.sleep(20 * dayMs);
  await world.save('sla', { fix, escalation: [late] });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 40 * 60_000 });
  const said = [...world.site.world.state.issues.values()].filter(({ comments }) => comments.length > 0);
  expect(said.length).toBeGreaterThan(100);
  expect(said.length).toBeLessThanOrEqual(250);
});

test('nobody is pressed about what is resolved, accepted, done or deleted', async () => {
  await world.save('sla', { escalation: [late] });
  const some = [1, 2, 3, 4].map((n) => ({ ...overdue(n), dueDate: '2026-01-20' }));
  await send(...some);
  await send({ ...some[0], status: 'resolved' }, { ...some[1], status: 'permanently_risk_accepted' });
  world.move('WEB-3', 'Done');
  await portal.post('/v1/findings/delete', { ids: ['F-4'] });
  await world.settle();
  await days(world, 10);
  for (const key of ['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4'])
    expect(commentsOn(world, key).filter((words) => words.startsWith('Overdue'))).toEqual([]);
  expect(await toldOfClocks(portal)).toEqual([]);
});

test('an acceptance gives its days to the clock, also when it ends by itself', async () => {
  await world.save('sla', { fix });
  const one = finding({ id: 'F-1', severity: 'high' });
  await send(one);
  await days(world, 1);
  await send({ ...one, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-19' });
  await days(world, 6);
  expect(due('WEB-1')).toBe('2026-01-26');
  await send({ ...one, status: 'verified' });
  expect(due('WEB-1')).toBe('2026-01-26');
});

test('a step of the assign clock is over as soon as somebody is assigned', async () => {
  await world.save('sla', {
    assign: { days: { high: 2 }, from: 'created' },
    escalation: [
      { id: 'unassigned', clock: 'assign', days: 0, do: [{ kind: 'comment', text: 'Whose is it?' }] },
    ],
  });
  await send(
    finding({ id: 'F-1', severity: 'high' }),
    finding({ id: 'F-2', severity: 'high', assignee: { accountId: PEOPLE.developer } }),
  );
  await days(world, 4);
  expect(commentsOn(world, 'WEB-1')).toEqual(['Whose is it?|To be assigned by 2026-01-17 (unassigned)']);
  expect(commentsOn(world, 'WEB-2')).toEqual([]);
});

test('of two issues both are labelled, and the product team is called', async () => {
  await world.useSpaces();
  await world.save('sla', {
    escalation: [{ ...late, do: [...late.do, { kind: 'label', label: 'overdue' }] }],
  });
  await send(overdue(1));
  await sleepWithoutSchedules(world, 600_000);
  expect([commentsOn(world, 'WEB-1').length, commentsOn(world, 'SEC-1').length]).toEqual([1, 0]);
  for (const key of ['WEB-1', 'SEC-1']) expect(world.fields(key)).toMatchObject({ labels: ['overdue'] });
});

test('a due date that somebody edited stands, and a new one of the clock is told all the same', async () => {
  await world.save('sla', { fix });
  await send(finding({ id: 'F-1', severity: 'high' }));
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.developer,
    body: { fields: { duedate: '2026-02-20' } },
  });
  await send(finding({ id: 'F-1', severity: 'critical' }));
  expect(due('WEB-1')).toBe('2026-02-20');
  expect((await toldOfClocks(portal)).at(-1)).toMatchObject({ data: { dueDate: '2026-01-18' } });
});

test.each([
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'badTimeZone'],
  [{ workingDays: [] }, 'workingDays', 'atLeast'],
  [{ workingDays: [8] }, 'workingDays.0', 'atMost'],
  [{ holidays: ['24.12.2026'] }, 'holidays.0', 'badDay'],
  [{ fix: { days: { high: -1 } } }, 'fix.days.high', 'atLeast'],
  [
    { escalation: [{ id: 'a', clock: 'fix', days: 0, do: [{ kind: 'comment' }] }] },
    'escalation.0.do.0.text',
    'required',
  ],
  [
    { escalation: [{ id: 'a', clock: 'fix', days: 0, do: [{ kind: 'assign' }] }] },
    'escalation.0.do.0.to',
    'required',
  ],
  [
    { escalation: [{ id: 'a', clock: 'fix', days: 0, do: [{ kind: 'shout' }] }] },
    'escalation.0.do.0.kind',
    'oneOf',
  ],
  [{ escalation: [{ id: 'a', clock: 'assign', days: 0, do: [] }] }, 'escalation.0.clock', 'clockOff'],
  [{ escalation: [late, late] }, 'escalation.1.id', 'notUnique'],
])('%j is refused with the field and what is wrong', async (value, path, code) => {
  const answer = await world.adminAs(PEOPLE.admin, 'settings.save', { section: 'sla', version: 0, value });
  expect(answer).toMatchObject({ error: { code: 'invalid', errors: [{ path, message: { code } }] } });
});
