import {
  InternalServerError,
  InvocationError,
  InvocationErrorCode,
  InvocationLimitReachedError,
  JobDoesNotExistError,
  PayloadTooBigError,
  Queue,
  RateLimitError,
  TooManyEventsError,
  type AsyncEvent,
} from '@forge/events';
import { deliverTwice, reorder } from '../faults';
import { failure, manifestWith, START, testHost, type TestHost } from './support';

const queue = new Queue({ key: 'work' });
const DAY = 86_400_000;

interface Seen {
  readonly n: unknown;
  readonly at: number;
  readonly retry: AsyncEvent['retryContext'];
}

/** Notes every delivery; `result` says what the consumer answers. */
function watch(test: TestHost, result: (event: AsyncEvent) => unknown = () => undefined): Seen[] {
  const seen: Seen[] = [];
  test.main = (event: AsyncEvent) => {
    seen.push({ n: event.body.n, at: test.clock.now() - START, retry: event.retryContext });
    return result(event);
  };
  return seen;
}

const push = (test: TestHost, ...events: Parameters<typeof queue.push>[0][]) =>
  test.inApp(() => queue.push(events.flat()));

test('a consumer receives what was pushed, once its delay is over', async () => {
  const test = testHost();
  const seen = watch(test);
  const { jobId } = await push(test, { body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 60 });
  expect(await test.host.drainQueue()).toBe(1);
  expect(seen).toEqual([{ n: 1, at: 0, retry: undefined }]);
  expect(await test.inApp(() => queue.getStats(jobId))).toEqual({ success: 1, inProgress: 1, failed: 0 });
  await test.host.runUntilIdle();
  expect(seen.at(-1)).toEqual({ n: 2, at: 60_000, retry: undefined });
  expect(await test.inApp(() => queue.getStats(jobId))).toEqual({ success: 2, inProgress: 0, failed: 0 });
});

test('runUntilIdle goes no further than it is told', async () => {
  const test = testHost();
  const seen = watch(test);
  await push(test, { body: { n: 1 }, delayInSeconds: 60 });
  expect(await test.host.runUntilIdle({ maxVirtualMs: 59_000 })).toBe(0);
  expect(await test.host.tick()).toBe(0);
  test.clock.advance(60_000);
  expect(await test.host.tick()).toBe(1);
  expect(seen).toHaveLength(1);
});

test('an InvocationError brings the event back when and with what it says', async () => {
  const test = testHost();
  const seen = watch(test, ({ retryContext }) =>
    retryContext
      ? undefined
      : new InvocationError({
          retryAfter: 120,
          retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
          retryData: { left: 3 },
        }),
  );
  await push(test, { body: { n: 1 } });
  await test.host.runUntilIdle();
  expect(seen[1]).toEqual({
    n: 1,
    at: 120_000,
    retry: {
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { left: 3 },
      retentionWindow: { startTime: new Date(START).toISOString(), remainingTimeMs: DAY - 120_000 },
    },
  });
});

test('a retry comes after at most 900 seconds, and data above 4 KB is lost', async () => {
  const test = testHost();
  const large = { text: 'x'.repeat(5_000) };
  const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
  const seen = watch(test, ({ retryContext }) =>
    retryContext ? undefined : new InvocationError({ retryAfter: 5_000, retryReason, retryData: large }),
  );
  await push(test, { body: { n: 1 } });
  await test.host.runUntilIdle();
  expect(seen[1]).toMatchObject({ at: 900_000 });
  expect(seen[1]?.retry?.retryData).toBeUndefined();
});

test('a consumer that throws is tried again later and later, for a day', async () => {
  const test = testHost();
  const seen = watch(test, () => {
    throw new Error('broken');
  });
  const { jobId } = await push(test, { body: { n: 1 } });
  await test.host.runUntilIdle({ maxVirtualMs: 2 * DAY });
  expect(seen.slice(0, 7).map(({ at }) => at / 1_000)).toEqual([0, 30, 90, 210, 450, 930, 1_830]);
  expect(seen[1]?.retry).toMatchObject({ retryCount: 1, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
  expect(seen.at(-1)?.at).toBeLessThanOrEqual(DAY);
  expect(seen.at(-1)?.at).toBeGreaterThan(DAY - 900_000);
  expect(await test.inApp(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 0, failed: 1 });
});

test('a cancelled job delivers nothing more, retries included', async () => {
  const test = testHost();
  const seen = watch(test, () => new InvocationError());
  const { jobId } = await push(test, { body: { n: 1 } });
  await test.host.drainQueue();
  await test.inApp(() => queue.cancel(jobId));
  await test.host.runUntilIdle();
  expect(seen).toHaveLength(1);
  expect(await test.inApp(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 0, failed: 0 });
  expect(await failure(test.inApp(() => queue.getStats('unknown')))).toBeInstanceOf(JobDoesNotExistError);
});

test('a concurrency key limits how many run at a time, also across queues', async () => {
  const modules = {
    consumer: [
      { key: 'worker', queue: 'work', function: 'main' },
      { key: 'other', queue: 'other', function: 'main' },
    ],
  };
  const test = testHost({ manifest: manifestWith({ modules }) });
  let running = 0;
  const most: number[] = [];
  test.main = async () => {
    running += 1;
    most.push(running);
    await test.clock.sleep(10_000);
    running -= 1;
  };
  const concurrency = { key: 'finding', limit: 2 };
  await test.inApp(async () => {
    await queue.push([1, 2, 3].map((n) => ({ body: { n }, concurrency })));
    await new Queue({ key: 'other' }).push({ body: { n: 4 }, concurrency });
  });
  await test.host.runUntilIdle();
  expect(Math.max(...most)).toBe(2);
  expect(most).toHaveLength(4);
  expect(test.clock.now()).toBe(START + 20_000);
});

test('without a concurrency key everything runs at once, and what becomes due meanwhile starts on time', async () => {
  const test = testHost();
  const seen = watch(test, () => test.clock.sleep(10_000));
  await push(test, { body: { n: 1 } }, { body: { n: 2 } }, { body: { n: 3 }, delayInSeconds: 5 });
  await test.host.runUntilIdle();
  expect(seen.map(({ at }) => at)).toEqual([0, 0, 5_000]);
  expect(test.clock.now()).toBe(START + 15_000);
});

test('the queue refuses what is too much', async () => {
  const test = testHost();
  const events = (count: number, size = 1) =>
    Array.from({ length: count }, (_, n) => ({ body: { n, fill: 'x'.repeat(size) } }));
  expect(await failure(push(test, events(51)))).toBeInstanceOf(TooManyEventsError);
  expect(await failure(push(test, events(2, 110_000)))).toBeInstanceOf(PayloadTooBigError);
  for (let n = 0; n < 10; n += 1) await push(test, events(50));
  expect(await failure(push(test, events(1)))).toBeInstanceOf(RateLimitError);
  test.clock.advance(60_000);
  await push(test, events(1));
  expect(test.host.tasks).toHaveLength(501);
});

test('the host itself enforces the limits that the package checks first', async () => {
  const test = testHost();
  const { __requestAtlassianAsApp: post } = await import('@forge/api');
  const status = (payload: object[]) =>
    test.inApp(async () => {
      const body = JSON.stringify({ queueName: 'work', jobId: 'j', payload });
      const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
      return (await post(path, { method: 'POST', body })).status;
    });
  const event = { body: { n: 1 } };
  expect(await status([event])).toBe(201);
  expect(await status(Array.from({ length: 51 }, () => event))).toBe(400);
  expect(await status([{ body: { fill: 'x'.repeat(205_000) } }])).toBe(413);
  expect(await status([{ ...event, delayInSeconds: 901 }])).toBe(400);
});

test('an event for a long-running consumer may have 100 KB', async () => {
  const modules = {
    function: [{ key: 'long', handler: 'index.main', timeoutSeconds: 900 }],
    consumer: [{ key: 'worker', queue: 'work', function: 'long' }],
  };
  const test = testHost({ manifest: manifestWith({ modules }) });
  await push(test, { body: { fill: 'x'.repeat(100_000) } });
  expect(await failure(push(test, { body: { fill: 'x'.repeat(103_000) } }))).toBeInstanceOf(
    PayloadTooBigError,
  );
});

test('a queue without a consumer is a mistake', async () => {
  const test = testHost();
  expect(await failure(test.inApp(() => new Queue({ key: 'nobody' }).push({ body: {} })))).toBeInstanceOf(
    InternalServerError,
  );
});

test('a chain of pushes ends after 1,000', async () => {
  const test = testHost();
  let pushes = 0;
  let refusal: unknown;
  test.main = async () => {
    try {
      await queue.push({ body: { n: pushes }, delayInSeconds: 1 });
      pushes += 1;
    } catch (error) {
      refusal = error;
    }
  };
  await push(test, { body: { n: 0 } });
  await test.host.runUntilIdle();
  expect(pushes).toBe(999);
  expect(refusal).toBeInstanceOf(InvocationLimitReachedError);
});

test('an event may come twice, but counts once', async () => {
  const test = testHost();
  const seen = watch(test);
  test.host.faults.add(deliverTwice('queue'));
  const { jobId } = await push(test, { body: { n: 1 } }, { body: { n: 2 } });
  await test.host.runUntilIdle();
  expect(seen.map(({ n }) => n)).toEqual([1, 1, 2]);
  expect(await test.inApp(() => queue.getStats(jobId))).toEqual({ success: 2, inProgress: 0, failed: 0 });
});

test('events may come in another order', async () => {
  const test = testHost();
  const seen = watch(test);
  const putRight = test.host.faults.add(reorder('queue'));
  await push(test, { body: { n: 1 } }, { body: { n: 2 } }, { body: { n: 3 } });
  await test.host.runUntilIdle();
  expect(seen.map(({ n }) => n)).toEqual([3, 2, 1]);
  putRight();
  await push(test, { body: { n: 4 } }, { body: { n: 5 } });
  await test.host.runUntilIdle();
  expect(seen.map(({ n }) => n)).toEqual([3, 2, 1, 4, 5]);
});
