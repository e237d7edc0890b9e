/** What Jira says of people, groups and issues that values name. */

/** The id; undefined: there is no such thing; null: Jira has not said yet. */
export type Found = string | null | undefined;

export interface Lookups {
  /** The active account of an e-mail address or an account id. */
  readonly person: (addressOrId: string) => Found;
  /** The id of a group by its id or exact name. */
  readonly group: (idOrName: string) => Found;
  /** The id of an issue that may stand above others, by its key or id. */
  readonly parent: (keyOrId: string) => Found;
  /** The account that leads a project, by its id. */
  readonly projectLead: (project: string) => Found;
  /** The account that leads a component, by the ids of both, `project/component`. */
  readonly componentLead: (component: string) => Found;
}

/** For drafts that name nobody. */
export const noLookups: Lookups = {
  person: () => undefined,
  group: () => undefined,
  parent: () => undefined,
  projectLead: () => undefined,
  componentLead: () => undefined,
};
