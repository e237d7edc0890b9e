/** What people do on the portal's pages. Each form ends on a page that says how it went. */
import { type Answer, redirect } from '../site/http/answer';
import { type Exchange, formOf } from '../site/http/exchange';
import { leaveNote } from '../site/session';
import { portalClient } from '../start/portal-client';
import { behaviourOf } from './behaviour';
import { addComment, changeFinding, deleteComment, deleteFinding, editComment, sendFindings } from './send';
import type { PortalFinding, PortalState } from './store';

type Do = (state: PortalState, exchange: Exchange, now: number) => Promise<string>;

/** Does it and goes to `to`, with what came of it as a note; what the app refuses is said in its words. */
export function form(act: Do, to: (exchange: Exchange) => string) {
  return async (state: PortalState, exchange: Exchange, now: number): Promise<Answer> => {
    const back = redirect(to(exchange));
    try {
      return leaveNote(back, { kind: 'success', text: await act(state, exchange, now) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return leaveNote(back, { kind: 'error', text });
    }
  };
}

/** The page of the finding that the address names. */
export function itsPage({ params }: Exchange): string {
  return `/findings/${encodeURIComponent(params['id'] ?? '')}`;
}

/** The finding that an address names. @throws when there is none */
export function findingOf({ findings }: PortalState, { params }: Exchange): PortalFinding {
  const found = findings.find(({ id }) => id === params['id']);
  if (!found) throw new Error(`The portal has no finding ${params['id'] ?? ''}.`);
  return found;
}

export const setBehaviour: Do = (state, exchange) => {
  state.behaviour = behaviourOf(formOf(exchange).get('behaviour'));
  return Promise.resolve('From now on the portal answers so.');
};

export const connect: Do = async (state, exchange) => {
  const values = formOf(exchange);
  const text = (name: string): string => values.get(name)?.trim() ?? '';
  const access = { baseUrl: text('baseUrl'), secret: text('secret'), signing: text('signing') };
  await portalClient(access).get('/v1/ping');
  state.access = access;
  return 'The portal is connected.';
};

export const createFinding: Do = async (state, exchange, now) => {
  const values = formOf(exchange);
  const id = values.get('id') ?? '';
  if (state.findings.some((one) => one.id === id)) throw new Error(`There is a finding ${id} already.`);
  const finding: PortalFinding = {
    id,
    product: values.get('product') ?? '',
    title: values.get('title') ?? '',
    severity: values.get('severity') ?? 'high',
    status: 'verified',
    updatedAt: new Date(now).toISOString(),
    issues: {},
    comments: [],
  };
  await sendFindings(state, [finding]);
  state.findings = [...state.findings, finding];
  return `${id} was sent to Jira.`;
};

export const editFinding: Do = async (state, exchange, now) => {
  const values = formOf(exchange);
  const { assignee: _who, dueDate: _when, ...before } = findingOf(state, exchange);
  const [assignee, dueDate] = [values.get('assignee') ?? '', values.get('dueDate') ?? ''];
  const finding = {
    ...before,
    status: values.get('status') ?? before.status,
    severity: values.get('severity') ?? before.severity,
    ...(assignee === '' ? {} : { assignee }),
    ...(dueDate === '' ? {} : { dueDate }),
  };
  await changeFinding(state, finding, now);
  return 'Saved and sent to Jira.';
};

export const removeFinding: Do = async (state, exchange) => {
  await deleteFinding(state, findingOf(state, exchange));
  return 'The finding is deleted, and Jira was told.';
};

export const writeComment: Do = async (state, exchange, now) => {
  const values = formOf(exchange);
  const body = values.get('body') ?? '';
  await addComment(state, findingOf(state, exchange), { body, mention: values.get('mention') ?? '', now });
  return 'The comment was sent to Jira.';
};

export const changeComment: Do = async (state, exchange, now) => {
  const values = formOf(exchange);
  const finding = findingOf(state, exchange);
  const comment = finding.comments.find(({ id }) => id === exchange.params['comment']);
  if (comment?.from !== 'portal') throw new Error('The portal has no such comment.');
  if (values.get('do') === 'delete') {
    await deleteComment(state, finding, comment, now);
    return 'The comment was deleted, and Jira was told.';
  }
  await editComment(state, finding, { ...comment, body: values.get('body') ?? '' }, now);
  return 'The comment was changed, and Jira was told.';
};
