/** Issues that an older version of the app made learn what they can be searched by since. */
import { Identity } from '../../src/contract/identity';
import { mark } from '../../src/core/data/hash';
import { packRecord, unpackRecord } from '../../src/gateways/store/packed';
import { searches } from '../../static/admin/src/logic/searches';
import { crashAfterCall, fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const hour = 60 * 60_000;
let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const later = (hours = 2) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: hours * hour });
const writes = () =>
  world.jiraCalls().filter((call) => /^(PUT|DELETE|POST (?!.*(bulkfetch|search|mypermissions)))/.test(call));
const bulk = 'POST /rest/api/3/issue/properties/multi';

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

function found(jql: string): string[] {
  const path = `/rest/api/3/search/jql?fields=summary&jql=${encodeURIComponent(jql)}`;
  const { value } = world.site.call({ path, as: PEOPLE.engineer });
  return (value as unknown as { issues: { key: string }[] }).issues.map(({ key }) => key).sort();
}

/** Leaves issues and records as a version left them that knew nothing of these searches. */
function forget(): void {
  const old = new Map<string, string>();
  for (const [id, { properties }] of world.site.world.state.issues) {
    const { kev: _, acceptedUntil: __, ...rest } = Identity.parse(properties['security-finding']);
    const identity = { ...rest, v: rest.members === undefined ? 1 : 2 };
    const path = `/rest/api/3/issue/${id}/properties/security-finding`;
    const { status } = world.site.call({ method: 'PUT', path, body: identity, as: PEOPLE.admin });
    if (status !== 200) throw new Error(`identity of ${id}: ${String(status)}`);
    const { claim: ___, ...sent } = identity;
    old.set(id, mark(sent));
  }
  world.host.kvs.rewrite((key, value) => {
    if (key === 'set-up') return { v: 1, panels: {} };
    if (typeof value !== 'object' || value === null || !('findingId' in value) || !('body' in value))
      return value;
    const record = unpackRecord(String(value.body)) as { issues: Record<string, OldIssue> };
    for (const { id, sent } of Object.values(record.issues)) sent['_identity'] = old.get(id) ?? '';
    return { ...value, body: packRecord(record) };
  });
  world.jiraCalls();
}
interface OldIssue {
  readonly id: string;
  readonly sent: Record<string, string>;
}

const accepted = { status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-31' };

test('issues of older versions are found by the newer searches, and nothing else of them changes', async () => {
  await send(finding({ id: 'A', kev: true }), finding({ id: 'B' }), finding({ id: 'C' }));
  await send(finding({ id: 'B', ...accepted }));
  const before = [found(searches.exploited), found(searches.ending)];
  expect(before).toEqual([
    ['SEC-1', 'WEB-1'],
    ['SEC-2', 'WEB-2'],
  ]);
  forget();
  expect([found(searches.exploited), found(searches.ending)]).toEqual([[], []]);
  await later();
  expect([found(searches.exploited), found(searches.ending)]).toEqual(before);
  expect(writes()).toEqual([bulk]);
  // What they say by now is known: neither the job nor the next snapshot writes it again.
  await later(48);
  await send(finding({ id: 'A', kev: true }), finding({ id: 'B', ...accepted }));
  expect(writes()).toEqual([]);
});

test('where every issue can be found already, Jira is not asked at all', async () => {
  await send(finding({ id: 'A', kev: true }), finding({ id: 'B' }));
  world.host.kvs.rewrite((key, value) => (key === 'set-up' ? { v: 1, panels: {} } : value));
  world.jiraCalls();
  await later();
  expect(world.jiraCalls().filter((call) => call.includes('properties'))).toEqual([]);
});

test('findings that share their issue are found too', async () => {
  const grouped = { group: 'openssl' };
  await send(
    finding({ id: 'A', ...grouped }),
    finding({ id: 'B', kev: true, severity: 'critical', ...grouped }),
  );
  expect(found(searches.exploited)).toEqual(['SEC-1', 'WEB-1']);
  forget();
  await later();
  expect(found(searches.exploited)).toEqual(['SEC-1', 'WEB-1']);
});

test.each([
  ['dies once Jira was told', () => crashAfterCall(1, { path: /properties\/multi/ })],
  ['is limited', () => fail(429, { path: /properties\/multi/ })],
  ['is refused in bulk', () => fail(400, { path: /properties\/multi/, times: 3 })],
])('a job that %s goes on where it was', async (_, fault) => {
  await send(finding({ id: 'A', kev: true }));
  forget();
  world.host.faults.add(fault());
  await later(3);
  expect(found(searches.exploited)).toEqual(['SEC-1', 'WEB-1']);
});
