import type { Json } from '../json';

interface Step {
  readonly at: number;
  readonly value: Json | undefined;
}

/** What event filters see of issue properties: the value as it was some time ago. */
export interface PropertyTrail {
  /** Notes a change at a time; `value` undefined means the property was removed. */
  note(issueId: string, key: string, value: Json | undefined, at: number): void;
  /** The value as of a time, or undefined when there was none. */
  valueAt(issueId: string, key: string, at: number): Json | undefined;
  /** True when a change of this property was ever noted. */
  knows(issueId: string, key: string): boolean;
}

/** A trail that keeps the last few values of each property. */
export function createPropertyTrail(): PropertyTrail {
  const steps = new Map<string, Step[]>();
  return {
    note(issueId, key, value, at) {
      const name = `${issueId}/${key}`;
      const known = steps.get(name) ?? [];
      steps.set(name, [...known.slice(-7), { at, value }]);
    },
    knows: (issueId, key) => steps.has(`${issueId}/${key}`),
    valueAt(issueId, key, at) {
      return steps.get(`${issueId}/${key}`)?.findLast((step) => step.at <= at)?.value;
    },
  };
}
