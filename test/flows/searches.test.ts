/** What people search for by the app's aliases, as the page Searches offers it. */
import { membersSearch, searches } from '../../static/admin/src/logic/searches';
import { PEOPLE } from '../sandbox/jira/seed';
import { panelOf } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

async function send(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

function found(jql: string): string[] {
  const path = `/rest/api/3/search/jql?fields=summary&jql=${encodeURIComponent(jql)}`;
  const { status, value } = world.site.call({ path, as: PEOPLE.engineer });
  if (status !== 200) throw new Error(`${jql}: ${JSON.stringify(value)}`);
  const { issues } = value as unknown as { issues: { fields: { summary: string } }[] };
  return issues.map(({ fields }) => fields.summary);
}

test('the ready searches find what they say', async () => {
  await send(
    finding({ title: 'late', severity: 'low', dueDate: '2026-01-14' }),
    finding({ title: 'today', severity: 'low', dueDate: '2026-01-15' }),
    finding({ title: 'worst', severity: 'critical' }),
    finding({ title: 'taken', severity: 'critical', assignee: { accountId: PEOPLE.developer } }),
    finding({ title: 'exploited', kev: true }),
    finding({ title: 'not exploited', kev: false }),
    finding({ title: 'one of many', id: 'F-7', group: 'openssl' }),
  );
  expect(found(searches.overdue)).toEqual(['late']);
  expect(found(searches.unassigned)).toEqual(['worst']);
  expect(found(searches.exploited)).toEqual(['exploited']);
  expect(found(membersSearch(' F-7 '))).toEqual(['one of many']);
});

test('an accepted risk is found by its last day, whoever set it, and no longer once it is open again', async () => {
  const accepted = { status: 'temporarily_risk_accepted' };
  const both = [finding({ id: 'F-1', title: 'this month' }), finding({ id: 'F-2', title: 'next month' })];
  await send(...both);
  await send(
    { ...both[0], ...accepted, acceptedUntil: '2026-01-31' },
    { ...both[1], ...accepted, acceptedUntil: '2026-02-01' },
  );
  expect(found(searches.ending)).toEqual(['this month']);
  await send({ ...both[0], acceptedUntil: '2026-01-31' });
  expect(found(searches.ending)).toEqual([]);
  await panelOf(world, 'WEB-1').act('panel.accept', { until: '2026-01-20', reason: 'Known' });
  await world.settle();
  expect(found(searches.ending)).toEqual(['this month']);
});

test('a finding or group that becomes known to be exploited is found, and no longer once that is taken back', async () => {
  const known = finding({ id: 'F-1', title: 'alone' });
  const member = finding({ id: 'F-2', title: 'less', severity: 'low', group: 'openssl' });
  await send(known, member, finding({ id: 'F-3', title: 'worse', group: 'openssl' }));
  expect(found(searches.exploited)).toEqual([]);
  await send({ ...known, kev: true }, { ...member, kev: true });
  expect(found(searches.exploited).sort()).toEqual(['alone', 'worse (+1)']);
  await send({ ...known, kev: false }, { ...member, status: 'resolved', kev: true });
  expect(found(searches.exploited)).toEqual([]);
});
