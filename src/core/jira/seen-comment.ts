/** A comment as Jira shows it, read into what the app knows. */

export interface SeenComment {
  readonly id: string;
  /** The account that wrote it; undefined: Jira does not say. */
  readonly author: string | undefined;
  /** An app or an automation wrote it. */
  readonly isByApp: boolean;
  /** Who changed it last. */
  readonly editor: string | undefined;
  /** In ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Only a role or a group may read it, or it is internal in a service project. */
  readonly isRestricted: boolean;
  /** The document. */
  readonly body: unknown;
}

/** A comment that the app wrote: by the key of what it was written for, and which version of that. */
export interface OwnComment {
  readonly id: string;
  readonly mark: string;
}
