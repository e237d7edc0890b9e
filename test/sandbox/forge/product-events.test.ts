import { InvocationError, InvocationErrorCode } from '@forge/events';
import { crashAfterCall, deliverTwice, reorder } from '../faults';
import api, { route } from '@forge/api';
import type { HostOptions } from './host';
import type { TriggerModule } from './manifest';
import { APP_ACCOUNT, manifestWith, START, testHost, type TestHost } from './support';

const UPDATED = 'avi:jira:updated:issue';
const OWNER = "event.runtime.issue.properties['security-finding'].owner";

type Event = Record<string, unknown> & { retryContext?: object };

function hostWith(
  trigger: Partial<TriggerModule>,
  options: Pick<HostOptions, 'latency' | 'eventDelayMs'> = {},
): TestHost {
  const module: TriggerModule = { key: 'events', function: 'main', events: [UPDATED], ...trigger };
  return testHost({ manifest: manifestWith({ modules: { trigger: [module] } }), ...options });
}

function watch(
  test: TestHost,
  result: (event: Event) => unknown = () => undefined,
): { event: Event; at: number }[] {
  const seen: { event: Event; at: number }[] = [];
  test.main = (event: Event) => {
    seen.push({ event, at: test.clock.now() - START });
    return result(event);
  };
  return seen;
}

const issueEvent = { name: UPDATED, payload: { issue: { id: '1', key: 'A-1' } }, issueId: '1' };

test('an event of the site reaches the triggers that name it', async () => {
  const test = hostWith({});
  const seen = watch(test);
  test.jira.raise(issueEvent);
  test.jira.raise({ name: 'avi:jira:created:issue' });
  await test.host.runUntilIdle();
  expect(seen).toEqual([
    { at: 0, event: { issue: { id: '1', key: 'A-1' }, eventType: UPDATED, selfGenerated: false } },
  ]);
});

test('an event takes its time', async () => {
  const test = hostWith({}, { eventDelayMs: () => 180_000 });
  const seen = watch(test);
  test.jira.raise(issueEvent);
  expect(await test.host.tick()).toBe(0);
  await test.host.runUntilIdle();
  expect(seen.map(({ at }) => at)).toEqual([180_000]);
});

test('what the app caused itself is marked, or kept away with ignoreSelf', async () => {
  const self = { ...issueEvent, accountId: APP_ACCOUNT };
  const marked = hostWith({});
  const seen = watch(marked);
  marked.jira.raise(self);
  await marked.host.runUntilIdle();
  expect(seen).toMatchObject([{ event: { selfGenerated: true } }]);
  const ignoring = hostWith({ filter: { ignoreSelf: true } });
  const others = watch(ignoring);
  ignoring.jira.raise(self);
  ignoring.jira.raise(issueEvent);
  await ignoring.host.runUntilIdle();
  expect(others).toHaveLength(1);
});

test('a filter on an issue property keeps the events of other issues away', async () => {
  const test = hostWith({ filter: { expression: `${OWNER} == 'dev/portal'` } });
  const seen = watch(test);
  const raise = async (property: unknown): Promise<number> => {
    test.jira.properties['security-finding'] = property;
    test.jira.raise(issueEvent);
    await test.host.runUntilIdle();
    return seen.length;
  };
  expect(await raise(undefined)).toBe(0);
  expect(await raise({ owner: 'dev/other' })).toBe(0);
  expect(await raise({ owner: { nested: 'dev/portal' } })).toBe(0);
  expect(await raise({ owner: 'dev/portal' })).toBe(1);
  test.jira.raise({ name: UPDATED });
  await test.host.runUntilIdle();
  expect(seen).toHaveLength(1);
});

test('the filter looks at the property when the event is raised, not when it arrives', async () => {
  const test = hostWith({ filter: { expression: `${OWNER} != null` } }, { eventDelayMs: () => 1_000 });
  const seen = watch(test);
  test.jira.raise(issueEvent);
  test.jira.properties['security-finding'] = { owner: 'late' };
  await test.host.runUntilIdle();
  expect(seen).toEqual([]);
});

test('values of properties come with the event where the manifest asks for them; what is not there is absent', async () => {
  const paths = [
    "issue.properties['security-finding'].owner",
    "issue.properties['security-finding'].cve",
    "issue.properties['security-finding'].none",
  ];
  const test = hostWith({ payload: { include: { propertyPaths: paths } } });
  const seen = watch(test);
  test.jira.properties['security-finding'] = { owner: 'dev/portal', cve: ['CVE-1', 'CVE-2'] };
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen[0]?.event.payloadIncludeProperties).toEqual({
    "issue.properties['security-finding'].owner": 'dev/portal',
    "issue.properties['security-finding'].cve": ['CVE-1', 'CVE-2'],
  });
});

test.each([
  [undefined, 0],
  ['IGNORE', 0],
  ['RECEIVE', 1],
  ['RECEIVE_AND_LOG', 1],
] as const)('a filter that fails, with onError %s, lets %d events through', async (onError, count) => {
  const test = hostWith({ filter: { expression: 'event.nothing.here', ...(onError ? { onError } : {}) } });
  const seen = watch(test);
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen).toHaveLength(count);
  if (count > 0) expect(seen[0]?.event.filterError).toMatchObject({ message: expect.any(String) as string });
});

test('an app may use at most five property paths', () => {
  const paths = (count: number) =>
    Array.from({ length: count }, (_, n) => `issue.properties['p'].a${String(n)}`);
  const include = (count: number) => () =>
    hostWith({
      filter: { expression: `${OWNER} != null` },
      payload: { include: { propertyPaths: paths(count) } },
    });
  expect(include(4)).not.toThrow();
  expect(include(5)).toThrow('at most 5');
});

test('properties of other things than issues are not known here', () => {
  expect(() => hostWith({ filter: { expression: "event.runtime.project.properties['x'] == 'y'" } })).toThrow(
    'project',
  );
});

test('an event above 200 kB is not delivered', async () => {
  const test = hostWith({});
  const seen = watch(test);
  const raise = (length: number): void => {
    test.jira.raise({ ...issueEvent, payload: { text: 'x'.repeat(length) } });
  };
  raise(199_000);
  raise(200_000);
  await test.host.runUntilIdle();
  expect(seen).toHaveLength(1);
  expect(test.host.journal.entries.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('larger than 200 kB'),
  );
});

test('an InvocationError brings an event back, four times at most', async () => {
  const test = hostWith({});
  const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
  const seen = watch(test, () => new InvocationError({ retryAfter: 60, retryReason, retryData: { n: 1 } }));
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen.map(({ at }) => at)).toEqual([0, 60_000, 120_000, 180_000, 240_000]);
  expect(seen.map(({ event }) => event.retryContext)[4]).toEqual({
    retryCount: 4,
    retryReason,
    retryData: { n: 1 },
  });
});

test('a handler that throws is not called again', async () => {
  const test = hostWith({});
  const seen = watch(test, () => {
    throw new Error('broken');
  });
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen).toHaveLength(1);
});

test('after 25 seconds an event handler is stopped and called again by the platform', async () => {
  const test = hostWith({}, { latency: () => 30_000 });
  const seen = watch(test, ({ retryContext }) =>
    retryContext ? undefined : api.asApp().requestJira(route`/rest/api/3/myself`),
  );
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen).toMatchObject([
    { at: 0 },
    { event: { retryContext: { retryReason: 'FUNCTION_TIME_OUT', retryCount: 1 } } },
  ]);
});

test('an event whose handler died comes again', async () => {
  const test = hostWith({});
  const seen = watch(test, () =>
    api
      .asApp()
      .requestJira(route`/rest/api/3/myself`)
      .then(() => undefined),
  );
  test.host.faults.add(crashAfterCall(1));
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  expect(seen).toMatchObject([{}, { event: { retryContext: { retryReason: 'FUNCTION_OUT_OF_MEMORY' } } }]);
});

test('an event may come twice, and events in another order', async () => {
  const test = hostWith({});
  const seen = watch(test);
  test.host.faults.add(deliverTwice('event'), reorder('event'));
  for (const n of [1, 2]) test.jira.raise({ ...issueEvent, payload: { n } });
  await test.host.runUntilIdle();
  expect(seen.map(({ event }) => event.n)).toEqual([2, 1, 1]);
});

test('the handler of an event acts for nobody', async () => {
  const test = hostWith({});
  const contexts: unknown[] = [];
  test.main = (_event, context) => contexts.push(context);
  test.jira.raise(issueEvent);
  await test.host.runUntilIdle();
  const { cloudId, installationId } = test.host.identity;
  expect(contexts).toEqual([
    {
      principal: undefined,
      installContext: `ari:cloud:jira::site/${cloudId}`,
      installation: { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [{ cloudId }] },
    },
  ]);
});

test('the app hears of its own installation', async () => {
  const test = hostWith({ events: ['avi:forge:installed:app'] });
  const seen = watch(test);
  test.host.install('admin-1');
  await test.host.runUntilIdle();
  expect(seen).toMatchObject([
    {
      event: {
        id: test.host.identity.installationId,
        installerAccountId: 'admin-1',
        eventType: 'avi:forge:installed:app',
      },
    },
  ]);
});
