import type { SandboxClock } from '../clock';
import type { CallFunction } from './functions';
import type { Identity } from './identity';
import type { Outcome } from './invocation';
import { moduleOf, type Manifest, type ScheduleInterval, type ScheduleModule } from './manifest';
import type { Worker } from './worker';

const INTERVAL_MS: Record<ScheduleInterval, number> = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const FIRST_AFTER_MS = 300_000;
const MAX_SCHEDULES = 5;

export interface ScheduleSetting {
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  readonly identity: Identity;
  readonly worker: Worker;
  readonly callFunction: CallFunction;
}

/**
 * Plans the schedules of the manifest (about 5 minutes after the installation first); answers how to run one at once.
 * After a restart (`fresh` is false) the plan comes from the snapshot.
 */
export function createSchedules(setting: ScheduleSetting, fresh: boolean): (key: string) => Promise<Outcome> {
  const { manifest, clock, worker } = setting;
  const schedules = manifest.modules.scheduledTrigger ?? [];
  if (schedules.length > MAX_SCHEDULES)
    throw new Error(`An app may have at most ${String(MAX_SCHEDULES)} scheduled triggers.`);
  for (const { key } of fresh ? schedules : [])
    worker.add({ kind: 'schedule', dueAt: clock.now() + FIRST_AFTER_MS, data: { key } });
  worker.register('schedule', async (data) => {
    const { key } = data as { key: string };
    const module = schedules.find((schedule) => schedule.key === key);
    if (!module) return;
    const again = { kind: 'schedule', dueAt: clock.now() + INTERVAL_MS[module.interval], data } as const;
    if (
      !worker
        .tasks()
        .some((task) => task.kind === 'schedule' && task.dueAt > clock.now() && sameKey(task.data, key))
    )
      worker.add(again);
    await run(setting, module);
  });
  return (key) => run(setting, moduleOf(manifest, 'scheduledTrigger', key) as ScheduleModule);
}

function sameKey(data: unknown, key: string): boolean {
  return (data as { key: string }).key === key;
}

/** A failure is not retried; the next turn comes anyway. */
function run({ callFunction, identity }: ScheduleSetting, module: ScheduleModule): Promise<Outcome> {
  const body = { context: { cloudId: identity.cloudId, moduleKey: module.key }, contextToken: 'opaque' };
  return callFunction(
    { functionKey: module.function, moduleKey: module.key, moduleType: 'core:scheduledTrigger' },
    body,
  );
}
