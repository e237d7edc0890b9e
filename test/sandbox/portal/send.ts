/** What the portal tells the app: snapshots, comments, deletions. */
import { portalClient } from '../start/portal-client';
import {
  analyst,
  nameOf,
  type PortalComment,
  type PortalFinding,
  type PortalState,
  putFinding,
} from './store';

/** Sends findings as they are now. @throws with the app's words */
export async function sendFindings(state: PortalState, findings: readonly PortalFinding[]): Promise<void> {
  await post(state, '/v1/findings', { findings: findings.map(onTheWire) });
}

/** Changes a finding, in the portal first, and sends it. @throws with the app's words */
export async function changeFinding(state: PortalState, finding: PortalFinding, now: number): Promise<void> {
  const changed = { ...finding, updatedAt: new Date(now).toISOString() };
  putFinding(state, changed);
  await sendFindings(state, [changed]);
}

/** Forgets a finding and says so. @throws with the app's words */
export async function deleteFinding(state: PortalState, { id }: PortalFinding): Promise<void> {
  await post(state, '/v1/findings/delete', { ids: [id] });
  state.findings = state.findings.filter((finding) => finding.id !== id);
}

/** Writes a comment; its text may name a person by account. @throws with the app's words */
export async function addComment(
  state: PortalState,
  finding: PortalFinding,
  { body, mention, now }: { readonly body: string; readonly mention: string; readonly now: number },
): Promise<void> {
  state.comments += 1;
  const named = `@[${nameOf(mention)}](accountid:${mention}) `;
  const comment: PortalComment = {
    id: `C-${String(state.comments)}`,
    from: 'portal',
    author: analyst,
    body: mention === '' ? body : named + body,
    at: new Date(now).toISOString(),
  };
  await sendComment(state, finding, comment);
  putFinding(state, { ...finding, comments: [...finding.comments, comment] });
}

/** Changes one of the portal's own comments. @throws with the app's words */
export async function editComment(
  state: PortalState,
  finding: PortalFinding,
  comment: PortalComment,
  now: number,
): Promise<void> {
  await sendComment(state, finding, comment, { updatedAt: new Date(now).toISOString() });
  const comments = finding.comments.map((one) =>
    one.id === comment.id ? { ...comment, edited: true } : one,
  );
  putFinding(state, { ...finding, comments });
}

/** Takes one of the portal's own comments back. @throws with the app's words */
export async function deleteComment(
  state: PortalState,
  finding: PortalFinding,
  comment: PortalComment,
  now: number,
): Promise<void> {
  await sendComment(state, finding, comment, { updatedAt: new Date(now).toISOString(), deleted: true });
  putFinding(state, { ...finding, comments: finding.comments.filter(({ id }) => id !== comment.id) });
}

async function sendComment(
  state: PortalState,
  { id: finding }: PortalFinding,
  { id, body, at }: PortalComment,
  more: object = {},
): Promise<void> {
  const comment = { finding, id, author: { name: analyst }, body, createdAt: at, ...more };
  await post(state, '/v1/comments', { comments: [comment] });
}

async function post({ access }: PortalState, path: string, body: object): Promise<void> {
  if (!access) throw new Error('The portal is not connected to Jira.');
  await portalClient(access).post(path, JSON.stringify(body));
}

function onTheWire({ id, product, title, severity, status, assignee, dueDate, updatedAt }: PortalFinding) {
  return {
    ...{ id, product, title, severity, status, updatedAt },
    assignee: assignee === undefined ? null : { accountId: assignee },
    dueDate: dueDate ?? null,
  };
}
