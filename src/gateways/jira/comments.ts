/** Comments: read, and written so that no customer of a service project sees what is not meant for them. */
import { route } from '@forge/api';
import { z } from 'zod';
import { internalKey, originKey } from '../../core/comments/origin';
import { slices } from '../../core/data/lists';
import type { JiraFailure, JiraResult } from '../../core/jira/failure';
import { RawComment, toSeen } from '../../core/jira/seen-comment';
import type { IssuePlace, Jira, NewComment } from '../../flows/ports-jira';
import { type JiraClient, read } from './client';
import type { ProjectKinds } from './project-kinds';

const page = 100;
/** Jira asks a price for each: what is new is mostly among so few. */
const firstOfSome = 5;
/** Jira takes 5,000 comments an issue. */
const mostPages = 50;
/** POST /comment/list takes so many. */
const idsACall = 1000;

const Comments = z.object({ comments: z.array(RawComment), total: z.number() });
const Origin = z.object({ key: z.string(), mark: z.string().default('') });

type CommentCalls = Pick<
  Jira,
  'addComment' | 'editComment' | 'removeComment' | 'readComment' | 'listComments' | 'ownComments'
>;

/** The comment calls over one client. */
export function commentCalls(
  client: JiraClient,
  kinds: ProjectKinds,
  self: () => Promise<JiraResult<string>>,
): CommentCalls {
  async function isShown(issueId: string): Promise<JiraResult<boolean>> {
    const issue = await client.call('GET', route`/rest/api/3/issue/${issueId}?fields=project`);
    if (issue.ok) return { ok: true, value: true };
    return isMissing(issue.failure) ? { ok: true, value: false } : issue;
  }

  /** A 404 says that the comment or its issue is not shown: undefined stands for the comment alone. */
  async function orGone<T>(issueId: string, result: JiraResult<T>): Promise<JiraResult<T | undefined>> {
    if (result.ok || !isMissing(result.failure)) return result;
    const shown = await isShown(issueId);
    if (!shown.ok) return shown;
    return shown.value ? { ok: true, value: undefined } : result;
  }

  async function remove(issueId: string, id: string): Promise<JiraResult<void>> {
    const path = route`/rest/api/3/issue/${issueId}/comment/${id}`;
    const gone = await orGone(issueId, await client.call('DELETE', path));
    return gone.ok ? { ok: true, value: undefined } : gone;
  }

  /** What Jira shows to customers although it was to be internal is taken back. */
  async function checked(
    { id: issueId, project }: IssuePlace,
    comment: RawComment,
    isService: boolean,
  ): Promise<JiraResult<{ id: string }>> {
    if (!isService || comment.jsdPublic === false) return { ok: true, value: { id: comment.id } };
    const removed = await remove(issueId, comment.id);
    if (!removed.ok) return { ok: false, failure: { kind: 'unknown', detail: 'an internal comment' } };
    await kinds.noteShowsAll(project);
    return { ok: false, failure: shownToCustomers };
  }

  return {
    async addComment(issue, comment) {
      const isService = await kinds.isService(issue);
      if (!isService.ok) return isService;
      if (isService.value && (await kinds.showsAll(issue.project)))
        return { ok: false, failure: shownToCustomers };
      const path = route`/rest/api/3/issue/${issue.id}/comment`;
      const added = read(await client.call('POST', path, bodyOf(comment, isService.value)), RawComment);
      return added.ok ? checked(issue, added.value, isService.value) : added;
    },
    async editComment(issue, id, comment) {
      const isService = await kinds.isService(issue);
      if (!isService.ok) return isService;
      const path = route`/rest/api/3/issue/${issue.id}/comment/${id}`;
      const body = bodyOf(comment, isService.value);
      const edited = await orGone(issue.id, read(await client.call('PUT', path, body), RawComment));
      if (!edited.ok || !edited.value) return edited.ok ? { ok: true, value: undefined } : edited;
      return checked(issue, edited.value, isService.value);
    },
    removeComment: ({ id: issueId }, id) => remove(issueId, id),
    async readComment(issueId, id) {
      const path = route`/rest/api/3/issue/${issueId}/comment/${id}`;
      const found = await orGone(issueId, read(await client.call('GET', path), RawComment));
      return found.ok ? { ok: true, value: found.value && toSeen(found.value) } : found;
    },
    async listComments(issueId, isEnough) {
      const goesOn = (newest: readonly RawComment[]) => !isEnough?.(newest.map(toSeen));
      const found = await list(client, issueId, goesOn, isEnough ? firstOfSome : page);
      return found.ok ? { ok: true, value: found.value.map(toSeen) } : found;
    },
    async ownComments(issue, since) {
      const me = await self();
      if (!me.ok) return me;
      const listed = await list(client, issue.id, (newest) => (newest.at(-1)?.created ?? 0) >= since);
      if (!listed.ok) return listed;
      const own = listed.value.filter(({ author }) => author?.accountId === me.value);
      const found = await withProperties(
        client,
        own.map(({ id }) => id),
      );
      if (!found.ok) return found;
      const isService = await kinds.isService(issue);
      if (!isService.ok) return isService;
      const ours = new Map<string, { id: string; mark: string }>();
      for (const comment of found.value) {
        const origin = originIn(comment);
        if (!origin) continue;
        const kept = await checked(issue, comment, isService.value);
        if (!kept.ok) return kept;
        ours.set(origin.key, { id: comment.id, mark: origin.mark });
      }
      return { ok: true, value: ours };
    },
  };
}

const shownToCustomers: JiraFailure = {
  kind: 'refused',
  status: 200,
  messages: [],
  fields: {},
  isShownToCustomers: true,
};

function isMissing(failure: JiraFailure): boolean {
  return failure.kind === 'refused' && failure.status === 404;
}

function bodyOf({ document, origin }: NewComment, isService: boolean): object {
  const properties = [
    ...(origin ? [{ key: originKey, value: { v: 1, ...origin } }] : []),
    ...(isService ? [{ key: internalKey, value: { internal: true } }] : []),
  ];
  return { body: document, ...(properties.length > 0 ? { properties } : {}) };
}

/** The comments of an issue, newest first, as far as those before them are wanted, too; each once, also if others come meanwhile. */
async function list(
  client: JiraClient,
  issueId: string,
  goesOn: (newest: readonly RawComment[]) => boolean,
  first = page,
): Promise<JiraResult<RawComment[]>> {
  const all = new Map<string, RawComment>();
  let startAt = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const query = new URLSearchParams({
      orderBy: '-created',
      startAt: String(startAt),
      maxResults: String(pages === 0 ? first : page),
    });
    const path = route`/rest/api/3/issue/${issueId}/comment?${query}`;
    const found = read(await client.call('GET', path), Comments);
    if (!found.ok) return found;
    const { comments, total } = found.value;
    for (const comment of comments) all.set(comment.id, comment);
    startAt += comments.length;
    if (comments.length === 0 || startAt >= total || !goesOn([...all.values()])) break;
  }
  return { ok: true, value: [...all.values()] };
}

async function withProperties(client: JiraClient, ids: readonly string[]): Promise<JiraResult<RawComment[]>> {
  const all: RawComment[] = [];
  for (const some of slices(ids, idsACall)) {
    const path = route`/rest/api/3/comment/list?expand=properties`;
    const found = read(
      await client.call('POST', path, { ids: some.map(Number) }),
      z.object({ values: z.array(RawComment) }),
    );
    if (!found.ok) return found;
    all.push(...found.value.values);
  }
  return { ok: true, value: all };
}

function originIn({ properties }: RawComment): z.infer<typeof Origin> | undefined {
  return Origin.safeParse(properties.find(({ key }) => key === originKey)?.value).data;
}
