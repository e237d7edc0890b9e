/** Which comparisons fit which fields. */
import type { FieldShape } from './finding-fields';
import { type Operator, operators } from './rules';

const equalities = ['is', 'isNot', 'in', 'notIn', 'exists'] as const;
const ranks = ['atLeast', 'atMost'] as const;
/** Comparisons of parts of texts. */
export const textOperators = ['contains', 'startsWith', 'matches'] as const;

/** The comparisons that a field takes; of an attribute nobody knows what it holds. */
export function operatorsOf({ type }: FieldShape): readonly Operator[] {
  switch (type) {
    case 'any':
      return operators;
    case 'text':
      return [...equalities, ...textOperators];
    case 'severity':
    case 'number':
    case 'date':
      return [...equalities, ...ranks];
    case 'boolean':
      return ['is', 'isNot', 'exists'];
    case 'choice':
      return equalities;
  }
}
