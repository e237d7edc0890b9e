/** What happens in some stories beside the findings that all of them are about. */
import fc from 'fast-check';
import { datePart, dateOperation, type DateOperation } from './dates';
import { decisionPart, decisionOperation, type DecisionOperation } from './decisions';
import { groupPart, groupOperation, type GroupOperation } from './groups';
import { reportPart, reportOperation, type ReportOperation } from './reports';
import { rulePart, ruleOperation, type RuleOperation } from './rules';
import type { Part, Stage } from './stage';
import { talkPart, talkOperation, type TalkOperation } from './talk';

/** In a story of one part, so that each of its operations meets others of its kind. */
export const besides = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ part: 'none' as const, operations: [] }) },
  { weight: 2, arbitrary: of('groups', groupOperation, 10) },
  { weight: 1, arbitrary: of('decisions', decisionOperation, 6) },
  { weight: 1, arbitrary: of('rules', ruleOperation, 6) },
  { weight: 1, arbitrary: of('reports', reportOperation, 8) },
  { weight: 1, arbitrary: of('dates', dateOperation, 5) },
  { weight: 3, arbitrary: of('talk', talkOperation, 12) },
);
export type Besides = typeof besides extends fc.Arbitrary<infer Of> ? Of : never;

function of<Name extends string, Operation>(part: Name, operation: fc.Arbitrary<Operation>, most: number) {
  const operations = fc.array(operation, { minLength: 2, maxLength: most });
  return fc.record({ part: fc.constant(part), operations });
}

interface Playing {
  /** Plays the next of its operations, if there is one left. */
  next(): Promise<void>;
  /** Plays those that are left. */
  rest(): Promise<void>;
  judge(): Promise<string[]>;
}

/** The part of a story, on its stage. */
export function playBesides(stage: Stage, { part, operations }: Besides): Playing {
  switch (part) {
    case 'none':
      return playing({ play: () => Promise.resolve(), judge: () => Promise.resolve([]) }, operations);
    case 'groups':
      return playing<GroupOperation>(groupPart(stage), operations);
    case 'decisions':
      return playing<DecisionOperation>(decisionPart(stage), operations);
    case 'rules':
      return playing<RuleOperation>(rulePart(stage), operations);
    case 'reports':
      return playing<ReportOperation>(reportPart(stage), operations);
    case 'dates':
      return playing<DateOperation>(datePart(stage), operations);
    case 'talk':
      return playing<TalkOperation>(talkPart(stage), operations);
  }
}

function playing<Operation>(part: Part<Operation>, operations: readonly Operation[]): Playing {
  const left = [...operations];
  async function next(): Promise<void> {
    const operation = left.shift();
    if (operation !== undefined) await part.play(operation);
  }
  return {
    next,
    async rest() {
      while (left.length > 0) await next();
    },
    judge: () => part.judge(),
  };
}
