import { requestJira } from '@forge/bridge';

/** The issue on the other side, as its viewer may see it. */
export interface LinkedIssue {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  /** Key of the status category: new, indeterminate, done. */
  readonly category: string;
}

/** `hidden`: the viewer may not see it, or it is gone; then the panel shows nothing of it. */
export type Linked =
  | { readonly state: 'none' | 'hidden' | 'unreadable' }
  | { readonly state: 'visible'; readonly issue: LinkedIssue };

interface IssueAnswer {
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
  };
}

/** Reads the linked issue from Jira as the person who looks, so that Jira decides what this person learns of it. */
export async function readLinkedIssue(id: string | undefined): Promise<Linked> {
  if (id === undefined) return { state: 'none' };
  try {
    const path = `/rest/api/3/issue/${encodeURIComponent(id)}?fields=summary,status`;
    const answer = await requestJira(path, { headers: { accept: 'application/json' } });
    if ([401, 403, 404].includes(answer.status)) return { state: 'hidden' };
    if (!answer.ok) return { state: 'unreadable' };
    const { key, fields } = (await answer.json()) as IssueAnswer;
    const { name, statusCategory } = fields.status;
    return {
      state: 'visible',
      issue: { key, summary: fields.summary, status: name, category: statusCategory.key },
    };
  } catch {
    // The finding itself is there; that the other issue could not be read is said beside it.
    return { state: 'unreadable' };
  }
}
