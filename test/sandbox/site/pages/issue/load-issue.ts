import { path, type JiraAs } from '../../jira-as';
import type { CommentView, FieldMeta, HistoryView, IssueView, TransitionView } from '../../jira-views';

/** What the person may do with the issue. */
export type IssuePermission =
  'EDIT_ISSUES' | 'DELETE_ISSUES' | 'MOVE_ISSUES' | 'ADD_COMMENTS' | 'TRANSITION_ISSUES';

/** Everything the issue page shows, read as the person who looks. */
export interface LoadedIssue {
  readonly issue: IssueView;
  /** The account of the person who looks. */
  readonly viewer: string;
  readonly transitions: readonly TransitionView[];
  readonly comments: readonly CommentView[];
  readonly history: readonly HistoryView[];
  readonly editable: Readonly<Record<string, FieldMeta>>;
  readonly may: ReadonlySet<IssuePermission>;
  /** Parts that Jira did not answer, in its own words. */
  readonly problems: readonly string[];
}

const PERMISSIONS: readonly IssuePermission[] = [
  'EDIT_ISSUES',
  'DELETE_ISSUES',
  'MOVE_ISSUES',
  'ADD_COMMENTS',
  'TRANSITION_ISSUES',
];

/** The issue, or undefined when this person cannot see it. */
export async function loadIssue(jira: JiraAs, key: string): Promise<LoadedIssue | undefined> {
  const found = await jira.get<IssueView>(path`/rest/api/3/issue/${key}`);
  if (!found.ok) return undefined;
  const issue = found.body;
  const base = path`/rest/api/3/issue/${issue.id}`;
  const [transitions, comments, history, editable, may] = await Promise.all([
    jira.get<{ transitions: readonly TransitionView[] }>(`${base}/transitions?expand=transitions.fields`),
    jira.get<{ comments: readonly CommentView[] }>(`${base}/comment?maxResults=100`),
    jira.get<{ values: readonly HistoryView[] }>(`${base}/changelog?maxResults=100`),
    jira.get<{ fields: Readonly<Record<string, FieldMeta>> }>(`${base}/editmeta`),
    jira.get<{ permissions: Readonly<Record<string, { havePermission: boolean }>> }>(
      path`/rest/api/3/mypermissions?issueId=${issue.id}&permissions=${PERMISSIONS.join(',')}`,
    ),
  ]);
  return {
    issue,
    viewer: jira.accountId,
    transitions: transitions.ok ? transitions.body.transitions : [],
    comments: comments.ok ? comments.body.comments : [],
    history: history.ok ? [...history.body.values].reverse() : [],
    editable: editable.ok ? editable.body.fields : {},
    may: new Set(may.ok ? PERMISSIONS.filter((name) => may.body.permissions[name]?.havePermission) : []),
    problems: [transitions, comments, history, editable, may].flatMap((reply) =>
      reply.ok ? [] : reply.problem,
    ),
  };
}
