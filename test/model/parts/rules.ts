/** Two sets of rules, switched between: by one of them only two issues a day are made of certain findings. */
import fc from 'fast-check';
import { finding } from '../../support/world';
import { issuesOf } from '../seen';
import { dayMs, lookUp, type Part, saveUntilDone, type Stage } from './stage';

export const ruleOperation = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('useRules' as const),
      set: fc.constantFrom('usual' as const, 'capped' as const, 'capped' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sendCapped' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
);
export type RuleOperation = typeof ruleOperation extends fc.Arbitrary<infer Of> ? Of : never;

const perDay = 2;
const usual = {
  id: 'usual',
  name: 'Usual',
  enabled: true,
  when: { all: [] },
  then: { create: 'both' as const },
};
const capped = {
  id: 'capped',
  name: 'Capped',
  enabled: true,
  when: { all: [{ field: 'tags', op: 'contains' as const, value: 'capped' }] },
  then: { create: 'both' as const, cap: { perDay } },
};

export function rulePart(stage: Stage): Part<RuleOperation> {
  const { world } = stage;
  const ids: string[] = [];
  let set: 'usual' | 'capped' = 'usual';
  /** Days (UTC) on which other rules held at any time. */
  const free = new Set<string>();
  const today = () => new Date(world.clock.now()).toISOString().slice(0, 10);
  let usualSince = world.clock.now();

  function noteFreeDays(): void {
    for (let at = usualSince; at <= world.clock.now() + dayMs; at += dayMs) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (day <= today()) free.add(day);
    }
  }

  return {
    async play(operation) {
      if (operation.kind === 'useRules') {
        // What nothing was sent on is no day of other rules.
        if (set === 'usual' && ids.length > 0) noteFreeDays();
        usualSince = world.clock.now();
        set = operation.set;
        if (set === 'usual') free.add(today());
        const others = [{ ...usual, when: { field: 'lifecycle', op: 'is' as const, value: 'open' } }];
        await saveUntilDone(world, 'rules', set === 'capped' ? [capped, ...others] : others);
        return;
      }
      const findings = Array.from({ length: operation.count }, () => {
        const id = `Q-${String(ids.length)}`;
        ids.push(id);
        return finding({ id, tags: ['capped'], updatedAt: stage.stamp() });
      });
      await stage.insist('/v1/findings', { findings });
    },
    async judge() {
      if (set === 'usual') noteFreeDays();
      const seen = await lookUp(stage, ids);
      const made = ids.flatMap((id) => {
        const issues = issuesOf(world, { connection: stage.portal().key, id }, 'WEB');
        return issues.map(({ key }) => ({ id, day: String(world.fields(key)['created']).slice(0, 10) }));
      });
      const days = [...new Set(made.map(({ day }) => day))].filter((day) => !free.has(day));
      return [
        ...seen.flatMap(({ id, state }) =>
          state === 'synced' || (state === 'held' && set === 'capped') ? [] : [`${id}: is still ${state}`],
        ),
        ...seen
          .filter(
            ({ id, state }) => made.filter((one) => one.id === id).length !== (state === 'synced' ? 1 : 0),
          )
          .map(({ id, state }) => `${id}: is ${state}, and its issues are not`),
        ...days
          .filter((day) => made.filter((one) => one.day === day).length > perDay)
          .map((day) => `more than ${String(perDay)} issues were made on ${day}`),
      ];
    },
  };
}
