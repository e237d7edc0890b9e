/** A call as the limits see it. */
export interface LimitedCall {
  readonly method: string;
  /** The pattern of the endpoint. */
  readonly endpoint: string;
  /** The issue that a write is about, by id. */
  readonly issueId?: string;
  /** Whether the points of this call count against the app. */
  readonly counted: boolean;
}
