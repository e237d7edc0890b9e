import type { Expression, PropertyPath } from './expression-parser';

/** Looks up the value of an entity property; undefined where there is none. */
export type PropertyLookup = (path: PropertyPath) => unknown;

const MAX_STEPS = 50_000;
const MISSING = Symbol('not in the payload');
const NOTHING = Symbol('left of ?. was nothing');

/** Evaluates a filter. @throws when the outcome is not a boolean or something goes wrong on the way, as documented. */
export function evaluateFilter(expression: Expression, event: unknown, lookUp: PropertyLookup): boolean {
  const result = new Evaluation(event, lookUp).value(expression);
  if (typeof result !== 'boolean') throw new Error('The expression has to evaluate to a boolean.');
  return result;
}

/** The value at the end of a path inside a property value: a primitive, a list of primitives, or null. */
export function propertyValue(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const name of path) {
    value =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  const isPlain = (part: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof part);
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? value : null;
}

class Evaluation {
  private steps = 0;

  constructor(
    private readonly event: unknown,
    private readonly lookUp: PropertyLookup,
  ) {}

  value(expression: Expression): unknown {
    const value = this.raw(expression);
    if (value === MISSING) throw new Error('The event has no such property.');
    return value === NOTHING ? null : value;
  }

  private raw(expression: Expression): unknown {
    if (++this.steps > MAX_STEPS) throw new Error('The expression is too complex.');
    switch (expression.type) {
      case 'literal':
        return expression.value;
      case 'event':
        return this.event;
      case 'property':
        return this.lookUp(expression.path) ?? null;
      case 'not':
        return !asBoolean(this.value(expression.of));
      case 'member':
        return this.member(expression);
      case 'binary':
        return this.binary(expression);
    }
  }

  private member({ of, name, optional }: Extract<Expression, { type: 'member' }>): unknown {
    const owner = this.raw(of);
    if (owner === NOTHING) return NOTHING;
    if (owner === MISSING || owner === null || owner === undefined) {
      if (optional) return NOTHING;
      throw new Error('A property of nothing was asked for.');
    }
    const key = this.value(name);
    if (key === 'length' && (typeof owner === 'string' || Array.isArray(owner))) return owner.length;
    if (typeof owner !== 'object') throw new Error(`A ${typeof owner} has no property ${String(key)}.`);
    return Object.hasOwn(owner, String(key)) ? (owner as Record<string, unknown>)[String(key)] : MISSING;
  }

  private binary({ operator, left, right }: Extract<Expression, { type: 'binary' }>): boolean {
    if (operator === '&&') return asBoolean(this.value(left)) && asBoolean(this.value(right));
    if (operator === '||') return asBoolean(this.value(left)) || asBoolean(this.value(right));
    const [a, b] = [this.value(left), this.value(right)];
    if (operator === '==') return a === b;
    if (operator === '!=') return a !== b;
    if (typeof a === 'number' && typeof b === 'number') return ordered(operator, a - b);
    if (typeof a === 'string' && typeof b === 'string') return ordered(operator, a < b ? -1 : Number(a > b));
    throw new Error(`${operator} needs two numbers or two strings.`);
  }
}

function ordered(operator: string, difference: number): boolean {
  if (difference === 0) return operator === '<=' || operator === '>=';
  return difference < 0 ? operator.startsWith('<') : operator.startsWith('>');
}

function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('A boolean is needed here.');
  return value;
}
