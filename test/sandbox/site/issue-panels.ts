/** Which panels people added to which issue, as Jira remembers it: issue id and module key. */
export interface IssuePanels {
  has(issueId: string, moduleKey: string): boolean;
  add(issueId: string, moduleKey: string): void;
  remove(issueId: string, moduleKey: string): void;
  /** Panels taken off one issue although the project shows them on all. */
  hidden(issueId: string, moduleKey: string): boolean;
  /** For a snapshot; give it back to `createIssuePanels`. */
  saved(): SavedPanels;
}

export interface SavedPanels {
  readonly added: readonly string[];
  readonly hidden: readonly string[];
}

/** The memory of added panels, empty or as it was saved. */
export function createIssuePanels(saved: SavedPanels = { added: [], hidden: [] }): IssuePanels {
  const added = new Set(saved.added);
  const hidden = new Set(saved.hidden);
  const id = (issueId: string, moduleKey: string): string => `${issueId}/${moduleKey}`;
  return {
    has: (issueId, moduleKey) => added.has(id(issueId, moduleKey)),
    hidden: (issueId, moduleKey) => hidden.has(id(issueId, moduleKey)),
    add(issueId, moduleKey) {
      added.add(id(issueId, moduleKey));
      hidden.delete(id(issueId, moduleKey));
    },
    remove(issueId, moduleKey) {
      added.delete(id(issueId, moduleKey));
      hidden.add(id(issueId, moduleKey));
    },
    saved: () => ({ added: [...added], hidden: [...hidden] }),
  };
}
