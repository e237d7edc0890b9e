import type { EntityDefinition } from '../manifest';
import { badRequest, Refusal } from './refusal';

/** One condition as the packages send it: `{property, condition, values}`; a range has no property. */
export interface Condition {
  readonly property?: string;
  readonly condition: string;
  readonly values: readonly unknown[];
}

/** Conditions joined by and, or by or, never by both. */
export interface Filters {
  readonly and?: readonly Condition[];
  readonly or?: readonly Condition[];
}

type Scalar = string | number | boolean;

const TYPES: Readonly<Record<string, readonly string[]>> = {
  BEGINS_WITH: ['string'],
  CONTAINS: ['string'],
  NOT_CONTAINS: ['string'],
  BETWEEN: ['string', 'integer', 'float'],
  GREATER_THAN: ['string', 'integer', 'float'],
  GREATER_THAN_EQUAL_TO: ['string', 'integer', 'float'],
  LESS_THAN: ['string', 'integer', 'float'],
  LESS_THAN_EQUAL_TO: ['string', 'integer', 'float'],
  EQUAL_TO: ['string', 'integer', 'float', 'boolean'],
  NOT_EQUAL_TO: ['string', 'integer', 'float', 'boolean'],
  EXISTS: ['string', 'integer', 'float', 'boolean'],
  NOT_EXISTS: ['string', 'integer', 'float', 'boolean'],
};

const MAX_CONDITIONS = 100;

/** True when the record (undefined where there is none) meets the filters; no filters are always met. */
export function meets(filters: Filters | undefined, value: unknown): boolean {
  const record =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const test = (condition: Condition): boolean => holds(condition, record[condition.property ?? '']);
  if (filters?.and) return filters.and.every(test);
  if (filters?.or) return filters.or.some(test);
  return true;
}

/** True when one value meets one condition. An attribute that is missing equals nothing and is below and above nothing. */
export function holds({ condition, values }: Condition, value: unknown): boolean {
  const [first, second] = values as readonly (Scalar | undefined)[];
  if (condition === 'EXISTS') return value !== undefined;
  if (condition === 'NOT_EXISTS') return value === undefined;
  if (condition === 'NOT_EQUAL_TO') return value !== first;
  if (condition === 'NOT_CONTAINS') return !(typeof value === 'string' && value.includes(String(first)));
  if (value === undefined || first === undefined || typeof value !== typeof first) return false;
  const scalar = value as Scalar;
  switch (condition) {
    case 'EQUAL_TO':
      return scalar === first;
    case 'BEGINS_WITH':
      return String(scalar).startsWith(String(first));
    case 'CONTAINS':
      return String(scalar).includes(String(first));
    case 'BETWEEN':
      return second !== undefined && scalar >= first && scalar <= second;
    case 'GREATER_THAN':
      return scalar > first;
    case 'GREATER_THAN_EQUAL_TO':
      return scalar >= first;
    case 'LESS_THAN':
      return scalar < first;
    default:
      return scalar <= first;
  }
}

/** @throws Refusal for filters that storage does not take. */
export function checkFilters(entity: EntityDefinition, filters: Filters | undefined): void {
  if (!filters) return;
  if (filters.and && filters.or)
    throw badRequest(
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be present at the same level.',
    );
  const conditions = filters.and ?? filters.or ?? [];
  if (conditions.length === 0)
    throw badRequest('EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  if (conditions.length > MAX_CONDITIONS)
    throw badRequest('INVALID_FILTER_VALUES', 'At most 100 conditions are allowed.');
  for (const condition of conditions) checkCondition(entity, condition.property ?? '', condition);
}

/** @throws Refusal when the condition does not suit the attribute. */
export function checkCondition(
  entity: EntityDefinition,
  attribute: string,
  { condition, values }: Condition,
): void {
  const type = entity.attributes[attribute]?.type;
  if (!type) throw badRequest('INVALID_FILTER_CONDITION', `${entity.name} has no attribute ${attribute}.`);
  if (type === 'any')
    throw new Refusal(
      422,
      'INVALID_FILTER_CONDITION',
      `${attribute} is of type any, which conditions do not support.`,
    );
  if (!TYPES[condition]?.includes(type))
    throw badRequest('INVALID_FILTER_CONDITION', `${condition} is not supported for ${attribute} (${type}).`);
  if (condition === 'BETWEEN' && values.length < 2)
    throw badRequest('INSUFFICIENT_FILTER_VALUES', 'The specified condition needs at least two values.');
  if (values.some((value) => value === undefined || value === null))
    throw badRequest('INVALID_FILTER_VALUES', `${condition} on ${attribute} lacks a value.`);
}
