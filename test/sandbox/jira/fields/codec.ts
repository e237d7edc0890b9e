import type { Json } from '../json';
import type { FieldRecord, IssueRecord, ProjectRecord } from '../state/model';
import type { Actor, World } from '../world';

/** A refused field value; its message is what Jira writes under `errors`. */
export class FieldError extends Error {}

/** Where a value is going to be stored. */
export interface FieldContext {
  readonly world: World;
  readonly actor: Actor;
  readonly project: ProjectRecord;
  readonly field: FieldRecord;
  readonly issueTypeId: string;
  /** The issue being changed; undefined while it is being created. */
  readonly issue?: IssueRecord;
}

/** The two columns of a changelog item: the id and what a person reads. */
export interface Described {
  readonly id: string | null;
  readonly text: string | null;
}

/** How one kind of field reads requests, answers and tells its history. */
export interface FieldCodec {
  /** The stored value; null clears. @throws FieldError with Jira's text */
  parse(value: Json, context: FieldContext): Json;
  /** The value as an issue shows it. */
  view(stored: Json, world: World, project: ProjectRecord, field: FieldRecord): Json;
  /** The value as the changelog shows it. */
  describe(stored: Json, world: World, project: ProjectRecord, field: FieldRecord): Described;
}
