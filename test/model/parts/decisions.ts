/** People decide on the panel about a finding that its portal goes on reporting. */
import fc from 'fast-check';
import { PEOPLE } from '../../sandbox/jira/seed';
import { panelOf } from '../../support/panel';
import { finding } from '../../support/world';
import { issuesOf, securityIssuesOf } from '../seen';
import { heardSeconds, lookUp, type Part, type Stage } from './stage';

export const decisionOperation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      what: fc.constantFrom('panel.reject' as const, 'panel.takeBack' as const),
      /** The portal reports the finding again at the same moment. */
      races: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reportDecided' as const),
      status: fc.constantFrom('verified' as const, 'assigned' as const),
    }),
  },
);
export type DecisionOperation = typeof decisionOperation extends fc.Arbitrary<infer Of> ? Of : never;

const id = 'D-0';
const tries = 5;

export function decisionPart(stage: Stage): Part<DecisionOperation> {
  const { world } = stage;
  let status: 'verified' | 'assigned' | undefined;
  let decided = false;
  /** Another status went out while something was wrong: whether it came before the decision nobody knows. */
  let unsure = false;
  let reports = 0;
  const whose = () => ({ connection: stage.portal().key, id });

  async function report(now: 'verified' | 'assigned'): Promise<void> {
    reports += 1;
    const snapshot = finding({
      id,
      status: now,
      title: `Report ${String(reports)}`,
      updatedAt: stage.stamp(),
    });
    await stage.insist('/v1/findings', { findings: [snapshot] });
  }

  async function say(now: 'verified' | 'assigned'): Promise<void> {
    await report(now);
    if (now !== status) {
      unsure ||= status !== undefined && stage.isFaulty();
      decided = false;
    }
    status = now;
    await stage.pass(heardSeconds);
  }

  /** As a person would: again, when it did not work. Answers whether it is so now. */
  async function act(key: string, what: 'panel.reject' | 'panel.takeBack'): Promise<boolean> {
    for (let left = tries; left > 0; left -= 1) {
      const answer = await panelOf(world, key, PEOPLE.admin)
        .act(what, {})
        .catch(() => undefined);
      if (answer && !('error' in answer)) return true;
      // What was taken back before it was answered is no longer decided.
      if (answer && what === 'panel.takeBack' && JSON.stringify(answer).includes('undecided')) return true;
      world.clock.advance(5_000);
    }
    return false;
  }

  return {
    async play(operation) {
      if (operation.kind === 'reportDecided') return say(operation.status);
      if (status === undefined) await say('verified');
      const [issue] = issuesOf(world, whose(), 'WEB');
      if (!issue || status === undefined) return;
      if (operation.races) await report(status);
      if (await act(issue.key, operation.what)) decided = operation.what === 'panel.reject';
      else unsure = true;
      if (operation.races) await report(status);
    },
    async judge() {
      if (status === undefined) return [];
      const [one] = await lookUp(stage, [id]);
      const product = issuesOf(world, whose(), 'WEB');
      const issues = [...product, ...securityIssuesOf(world, whose())];
      if (one?.state !== 'synced') return [`${id}: is ${String(one?.state)}`];
      const title = `Report ${String(reports)}`;
      return [
        ...(issues.length === 2 ? [] : [`${id}: has ${String(issues.length)} issues`]),
        ...(unsure ? [] : issues)
          .filter(({ done }) => done !== decided)
          .map(({ key }) => `${id}: ${key} does not follow what people decided`),
        ...product
          .filter(({ summary }) => summary !== title)
          .map(({ key }) => `${id}: ${key} is not "${title}"`),
      ];
    },
  };
}
