import { installVirtualDate, realClock, virtualClock } from '../clock';

test('virtual time stands still until it is moved', () => {
  const clock = virtualClock(1_000);
  clock.advance(500);
  clock.advanceTo(1_200);
  expect(clock.now()).toBe(1_500);
});

test('when everybody sleeps, time jumps to whoever wakes first', async () => {
  const clock = virtualClock(0);
  const woken: [string, number][] = [];
  const sleeper = (name: string, ms: number) => clock.sleep(ms).then(() => woken.push([name, clock.now()]));
  await Promise.all([sleeper('late', 3_600_000), sleeper('early', 10), sleeper('same', 10)]);
  expect(woken).toEqual([
    ['early', 10],
    ['same', 10],
    ['late', 3_600_000],
  ]);
});

test('an alarm rings on the way but makes no time pass itself', async () => {
  const clock = virtualClock(0);
  const rung: number[] = [];
  const alarm = clock.alarm(50);
  void alarm.rings.then(() => rung.push(clock.now()));
  const never = clock.alarm(60);
  void never.rings.then(() => rung.push(-1));
  never.cancel();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(rung).toEqual([]);
  await clock.sleep(100);
  expect(rung).toEqual([50]);
  await clock.alarm(20).rings;
});

test('while something real is under way time does not jump', async () => {
  const clock = virtualClock(0);
  const letGo = clock.hold();
  let woke = false;
  const sleeping = clock.sleep(1_000).then(() => {
    woke = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(woke).toBe(false);
  letGo();
  letGo();
  await sleeping;
  expect(clock.now()).toBe(1_000);
});

test('the date of the process can follow the clock and be put back', () => {
  const clock = virtualClock(Date.UTC(2026, 0, 15));
  const putBack = installVirtualDate(clock);
  try {
    clock.advance(1_000);
    expect(Date.now()).toBe(clock.now());
    expect(new Date().toISOString()).toBe('2026-01-15T00:00:01.000Z');
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(2020, 1, 2).getFullYear()).toBe(2020);
    expect(Date()).toContain('2026');
    expect(Date.parse('1970-01-01T00:00:01Z')).toBe(1_000);
    expect(new Date() instanceof Date).toBe(true);
    expect(realClock.now()).not.toBe(clock.now());
  } finally {
    putBack();
  }
  expect(Date.now()).not.toBe(clock.now());
});

test('the real clock sleeps and rings in real time', async () => {
  const started = realClock.now();
  await realClock.sleep(5);
  await realClock.alarm(realClock.now() + 5).rings;
  realClock.alarm(realClock.now() + 60_000).cancel();
  realClock.hold()();
  expect(realClock.now() - started).toBeGreaterThanOrEqual(9);
});
