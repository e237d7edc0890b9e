import { JiraError } from '../http/jira-error';
import type { IndexedIssue } from './indexed-issue';
import type { Condition, FieldName, Operand } from './query';
import type { Candidates } from './searchable';

/** One comparison of a query. */
export type Clause = Extract<Condition, { kind: 'clause' }>;

/** A condition ready to run: a test, and if the index helps the issues that may pass it. */
export interface Compiled {
  readonly test: (issue: IndexedIssue) => boolean;
  readonly candidates?: Candidates;
}

/** A field as error messages name it. */
export function nameOf(field: FieldName): string {
  return field.kind === 'field' ? field.name : `issue.property[${field.key}].${field.path}`;
}

/** Jira's refusal of a value that names nothing. */
export function unknownValue(field: FieldName, text: string): JiraError {
  const name = nameOf(field);
  if (/^(key|issuekey|issue|id|parent)$/i.test(name))
    return new JiraError(400, [`An issue with key '${text}' does not exist for field '${name}'.`]);
  return new JiraError(400, [`The value '${text}' does not exist for the field '${name}'.`]);
}

/** Jira's refusal of a function it does not have. */
export function unknownFunction(operand: Operand): JiraError {
  const name = operand.kind === 'function' ? operand.name : '';
  return new JiraError(400, [`Unable to find JQL function '${name}'.`]);
}

/** Jira's refusal of an operator that the field does not have. */
export function unsupported(clause: Clause): JiraError {
  return new JiraError(400, [
    `The operator '${clause.operator}' is not supported by the '${nameOf(clause.field)}' field.`,
  ]);
}
