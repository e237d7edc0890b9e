/** Issues: create, change, move, read, find, link. */
import { route } from '@forge/api';
import { z } from 'zod';
import { type Identity, identityKey } from '../../contract/identity';
import type { JiraResult } from '../../core/jira/failure';
import type { FetchedIssue } from '../../core/jira/issue';
import type { CreatedIssue, IssueEdit, Jira, NewIssue, TransitionStep } from '../../flows/ports-jira';
import { fetchIssues } from './bulk-fetch';
import { type JiraClient, read } from './client';
import { RawIssues, toIssue } from './issue-shape';
import type { ProjectKinds } from './project-kinds';

const linkType = 'Relates';
const searchFields = ['status', 'resolution', 'project', 'issuetype', 'creator', 'issuelinks'];

type IssueCalls = Pick<
  Jira,
  | 'createIssues'
  | 'editIssue'
  | 'setIdentities'
  | 'transitionIssue'
  | 'deleteIssue'
  | 'fetchIssues'
  | 'findByClaim'
  | 'findByOwner'
  | 'findWithIdentity'
  | 'linkIssues'
>;

/** The issue calls over one client. */
export function issueCalls(client: JiraClient, { learn }: Pick<ProjectKinds, 'learn'>): IssueCalls {
  return {
    createIssues: (issues) => createIssues(client, issues),
    editIssue: async (id, edit) =>
      nothing(await client.call('PUT', route`/rest/api/3/issue/${id}`, editBody(edit))),
    setIdentities: (issues) => setIdentities(client, issues),
    transitionIssue: async (id, step) =>
      nothing(await client.call('POST', route`/rest/api/3/issue/${id}/transitions`, stepBody(step))),
    deleteIssue: async (id) => nothing(await client.call('DELETE', route`/rest/api/3/issue/${id}`)),
    async fetchIssues(ids, wish) {
      const found = await fetchIssues(client, ids, wish);
      if (found.ok) for (const { fields } of found.value.values()) learn(fields['project']);
      return found;
    },
    findByClaim: async (claim) => {
      const found = await search(client, `issue.property['${identityKey}'].claim = "${claim}"`);
      return found.ok ? { ok: true, value: found.value.issues } : found;
    },
    findByOwner: (owner, projects, { page, sinceMinutes, fields = [] }) => {
      const recent = sinceMinutes === undefined ? '' : ` AND updated >= -${String(sinceMinutes)}m`;
      const clause = `issue.property['${identityKey}'].owner = "${owner}"`;
      return search(
        client,
        `project in (${projects.map(jqlId).join(', ')}) AND ${clause}${recent} ORDER BY created ASC`,
        page,
        [...searchFields, ...fields],
      );
    },
    findWithIdentity: (projects, fields, page) => {
      // String properties know only = and !=; "is not nobody" is true of every issue that has an owner.
      const clause = `issue.property['${identityKey}'].owner != "nobody"`;
      const jql = `project in (${projects.map(jqlId).join(', ')}) AND ${clause} ORDER BY created ASC`;
      return search(client, jql, page, [...searchFields, ...fields]);
    },
    linkIssues: async (productIssue, securityIssue) =>
      nothing(
        await client.call('POST', route`/rest/api/3/issueLink`, {
          type: { name: linkType },
          inwardIssue: { id: productIssue },
          outwardIssue: { id: securityIssue },
        }),
      ),
  };
}

/** Jira takes the call by pointing to its task, which the platform may follow or not. */
async function setIdentities(
  client: JiraClient,
  issues: readonly { id: string; identity: Identity }[],
): Promise<JiraResult<void>> {
  const answer = await client.call('POST', route`/rest/api/3/issue/properties/multi`, {
    issues: issues.map(({ id, identity }) => ({
      issueID: Number(id),
      properties: { [identityKey]: identity },
    })),
  });
  const isTaken = !answer.ok && answer.failure.kind === 'refused' && answer.failure.status === 303;
  return isTaken ? { ok: true, value: undefined } : nothing(answer);
}

/** Ids are numbers; what else the settings may once have taken must stay one value of the search. */
function jqlId(id: string): string {
  return /^\d+$/.test(id) ? id : `"${id.replace(/["\\]/g, '\\$&')}"`;
}

function nothing(result: JiraResult<unknown>): JiraResult<void> {
  return result.ok ? { ok: true, value: undefined } : result;
}

const BulkAnswer = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string() })),
  errors: z.array(
    z.object({
      status: z.number(),
      failedElementNumber: z.number(),
      elementErrors: z.object({
        errorMessages: z.array(z.string()).default([]),
        errors: z.record(z.string(), z.string()).default({}),
      }),
    }),
  ),
});

/** One bulk call. The answer names failures by position and issues in order: together they must cover the request. */
async function createIssues(
  client: JiraClient,
  issues: readonly NewIssue[],
): Promise<JiraResult<CreatedIssue[]>> {
  const answer = await client.call('POST', route`/rest/api/3/issue/bulk`, {
    issueUpdates: issues.map(createBody),
  });
  const allRefused =
    !answer.ok && answer.failure.kind === 'refused'
      ? BulkAnswer.safeParse(answer.failure.body).data
      : undefined;
  const bulk = allRefused ? { ok: true as const, value: allRefused } : read(answer, BulkAnswer);
  if (!bulk.ok) return bulk;
  const errors = new Map(bulk.value.errors.map((error) => [error.failedElementNumber, error]));
  if (bulk.value.issues.length + errors.size !== issues.length)
    return {
      ok: false,
      failure: { kind: 'unknown', detail: 'the answer does not cover all issues of the call' },
    };
  const created = bulk.value.issues[Symbol.iterator]();
  const value = issues.map((_, index): CreatedIssue => {
    const error = errors.get(index);
    if (error)
      return {
        ok: false,
        status: error.status,
        messages: error.elementErrors.errorMessages,
        fields: error.elementErrors.errors,
      };
    const next = created.next();
    return next.done
      ? { ok: false, status: 500, messages: ['Jira left the issue out of its answer.'], fields: {} }
      : { ok: true, ...next.value };
  });
  return { ok: true, value };
}

function createBody(issue: NewIssue): object {
  const { linkTo, transitionId } = issue;
  const add = { add: { type: { name: linkType }, inwardIssue: { id: linkTo } } };
  return {
    fields: issue.fields,
    properties: [{ key: identityKey, value: issue.identity }],
    ...(linkTo === undefined ? {} : { update: { issuelinks: [add] } }),
    ...(transitionId === undefined ? {} : { transition: { id: transitionId } }),
  };
}

function editBody({ fields, labels, identity }: IssueEdit): object {
  const operations = [
    ...(labels?.add ?? []).map((label) => ({ add: label })),
    ...(labels?.remove ?? []).map((label) => ({ remove: label })),
  ];
  return {
    ...(fields === undefined ? {} : { fields }),
    ...(operations.length === 0 ? {} : { update: { labels: operations } }),
    ...(identity === undefined ? {} : { properties: [{ key: identityKey, value: identity }] }),
  };
}

function stepBody({ transitionId, fields, identity }: TransitionStep): object {
  return {
    transition: { id: transitionId },
    ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
    ...(identity === undefined ? {} : { properties: [{ key: identityKey, value: identity }] }),
  };
}

async function search(
  client: JiraClient,
  jql: string,
  page?: string,
  fields: readonly string[] = searchFields,
): Promise<JiraResult<{ issues: FetchedIssue[]; next?: string }>> {
  const answer = await client.call('POST', route`/rest/api/3/search/jql`, {
    jql,
    fields,
    properties: [identityKey],
    maxResults: 100,
    ...(page === undefined ? {} : { nextPageToken: page }),
  });
  const raw = read(answer, RawIssues);
  if (!raw.ok) return raw;
  const { nextPageToken } = raw.value;
  return {
    ok: true,
    value: { issues: raw.value.issues.map(toIssue), ...(nextPageToken ? { next: nextPageToken } : {}) },
  };
}
