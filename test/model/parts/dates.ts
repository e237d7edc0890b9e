/** Days pass, some of them with all schedules down: what was due is made up for, once. */
import fc from 'fast-check';
import { Task, taskConnection } from '../../../src/contract/tasks';
import { commentsOn } from '../../sla/support';
import { finding } from '../../support/world';
import { issuesOf } from '../seen';
import { dayMs, heardSeconds, type Part, saveUntilDone, type Stage } from './stage';

export const dateOperation = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('startClocks' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('startTask' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('sleepDays' as const), days: fc.constantFrom(1, 2, 4) }),
  },
);
export type DateOperation = typeof dateOperation extends fc.Arbitrary<infer Of> ? Of : never;

const clocks = {
  fix: { days: { high: 2 }, from: 'created' },
  escalation: [{ id: 'late', clock: 'fix', days: 1, do: [{ kind: 'comment', text: 'Overdue' }] }],
};
const daysUntilLate = 3;
/** Long enough for the hourly schedule to have looked, should a bell be lost. */
const hourlySeconds = 4000;
const clocked = 'E-0';
const task = Task.parse({
  id: 'chore',
  name: 'Chore',
  product: 'chores',
  title: 'Chore',
  severity: 'high',
  every: 'day',
});

export function datePart(stage: Stage): Part<DateOperation> {
  const { world } = stage;
  const today = () => Math.floor(world.clock.now() / dayMs);
  let clocksSince: number | undefined;
  let taskSince: number | undefined;
  const dayOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

  return {
    async play(operation) {
      switch (operation.kind) {
        case 'startClocks':
          if (clocksSince !== undefined) return;
          await saveUntilDone(world, 'sla', clocks);
          await stage.insist('/v1/findings', {
            findings: [finding({ id: clocked, updatedAt: stage.stamp() })],
          });
          await stage.pass(heardSeconds);
          clocksSince = today();
          return;
        case 'startTask':
          if (taskSince !== undefined) return;
          await saveUntilDone(world, 'tasks', [task]);
          taskSince = today();
          await stage.pass(hourlySeconds);
          return;
        case 'sleepDays':
          await world.clock.sleep(operation.days * dayMs);
          await stage.pass(heardSeconds);
      }
    },
    judge() {
      return Promise.resolve([...wrongClocks(), ...wrongTurns()]);
    },
  };

  function wrongClocks(): string[] {
    const overdue = [...world.site.world.state.issues.values()].map(({ key }) => ({
      key,
      said: commentsOn(world, key).filter((words) => words.includes('Overdue')).length,
    }));
    const twice = overdue.filter(({ said }) => said > 1).map(({ key }) => `${key}: was escalated twice`);
    if (clocksSince === undefined) return twice;
    const isLate = today() >= clocksSince + daysUntilLate;
    const whose = { connection: stage.portal().key, id: clocked };
    const lacking = issuesOf(world, whose, 'WEB').filter(
      ({ key }) => (overdue.find((one) => one.key === key)?.said ?? 0) !== (isLate ? 1 : 0),
    );
    return [
      ...twice,
      ...lacking.map(({ key }) => `${key}: was ${isLate ? 'not escalated' : 'escalated early'}`),
    ];
  }

  function wrongTurns(): string[] {
    if (taskSince === undefined) return [];
    const days = Array.from({ length: today() - taskSince + 1 }, (_, n) => dayOf((taskSince ?? 0) + n));
    return days.flatMap((day) => {
      const id = `task:${task.id}:${day}`;
      const { length } = issuesOf(world, { connection: taskConnection, id }, 'WEB');
      return length === 1 ? [] : [`${id}: has ${String(length)} issues`];
    });
  }
}
