/** What may happen to the app, as data: portal messages, people's actions, faults, and time. */
import fc from 'fast-check';
import { besides } from './parts/parts';
import { type Status, statuses } from './statuses';

export const faultNames = [
  'timeOutBefore',
  'timeOutAfter',
  'createTimesOut',
  'gatewayTimeOutAfter',
  'editTimesOut',
  'linkFails',
  'crash',
  'serverError',
  'rateLimit',
  'bareRateLimit',
  'storageFails',
  'bellLost',
  'deliverTwice',
  'reorder',
] as const;
export type FaultName = (typeof faultNames)[number];

export type Operation =
  | { readonly kind: 'send'; readonly finding: number; readonly status: Status; readonly title: number }
  | { readonly kind: 'sendOld'; readonly finding: number; readonly title: number }
  | {
      readonly kind: 'sendBoth';
      readonly finding: number;
      readonly status: Status;
      readonly title: number;
      readonly newestFirst: boolean;
    }
  | { readonly kind: 'forget'; readonly finding: number }
  | { readonly kind: 'closeProduct'; readonly finding: number }
  | { readonly kind: 'reopenProduct'; readonly finding: number }
  | { readonly kind: 'editSummary'; readonly finding: number }
  | {
      readonly kind: 'regress';
      readonly finding: number;
      readonly closes: 'product' | 'security' | 'both';
      readonly end: 'resolved' | 'rejected' | 'gone';
    }
  | { readonly kind: 'hide'; readonly finding: number; readonly role: 'product' | 'security' | 'both' }
  | { readonly kind: 'archive'; readonly finding: number; readonly closes: boolean }
  | { readonly kind: 'adopt'; readonly otherFirst: boolean; readonly apart: number }
  | { readonly kind: 'poison'; readonly finding: number; readonly in: 'snapshot' | 'todo' | 'record' }
  | { readonly kind: 'fault'; readonly fault: FaultName; readonly nth: number }
  | { readonly kind: 'pass'; readonly seconds: number };

/** The first three are of one connection; the others of another one that uses the same ids. */
export const findings = 5;
export const ofFirst = 3;
const which = fc.oneof(
  { weight: 4, arbitrary: fc.nat(ofFirst - 1) },
  { weight: 1, arbitrary: fc.integer({ min: ofFirst, max: findings - 1 }) },
);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      finding: which,
      status: fc.constantFrom(...statuses),
      title: fc.nat(3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sendOld' as const), finding: which, title: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sendBoth' as const),
      finding: which,
      status: fc.constantFrom(...statuses),
      title: fc.nat(3),
      newestFirst: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), finding: which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('closeProduct' as const), finding: which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopenProduct' as const), finding: which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('editSummary' as const), finding: which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('regress' as const),
      finding: which,
      closes: fc.constantFrom('product' as const, 'security' as const, 'both' as const),
      end: fc.constantFrom('resolved' as const, 'rejected' as const, 'gone' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hide' as const),
      finding: which,
      role: fc.constantFrom('product' as const, 'security' as const, 'both' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('archive' as const),
      finding: fc.nat(ofFirst - 1),
      closes: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('adopt' as const),
      otherFirst: fc.boolean(),
      apart: fc.constantFrom(0, 1, 400),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('poison' as const),
      finding: which,
      in: fc.constantFrom('snapshot' as const, 'todo' as const, 'record' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      fault: fc.constantFrom(...faultNames),
      nth: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      seconds: fc.constantFrom(0, 1, 20, 45, 200, 400),
    }),
  },
);

/** A sequence of operations, and how unpleasant the site is meanwhile. */
export const story = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 14 }),
  besides,
  // Less than what the engine waits before it takes an empty search for the truth (core/claim.ts).
  indexLagMs: fc.constantFrom(0, 5_000, 60_000, 170_000),
  eventDelayMs: fc.constantFrom(0, 1_000, 90_000),
  security: fc.constantFrom('SEC', 'APP', 'OPS'),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
