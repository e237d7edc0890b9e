import type { CloudClient } from 'jira.js';
import type { Step } from './drive.mjs';

const TEXT = {
  type: 'doc' as const,
  version: 1 as const,
  content: [
    { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Found in the login form' }] },
  ],
};

/** One issue from its creation to its deletion. */
export async function driveIssues(jira: CloudClient, step: Step): Promise<void> {
  const key = await createOne(jira, step, 'PAY', {
    components: [{ name: 'Ledger' }],
    customfield_10050: { value: 'Production' },
    customfield_10052: '2026-09-01',
    duedate: '2026-10-01',
    labels: ['appsec'],
    priority: { name: 'High' },
  });
  const other = await createOne(jira, step, 'SEC', {});
  const mobile = await createOne(jira, step, 'APP', {});
  await driveEdits(jira, step, key);
  await driveLinks(jira, step, key, other);
  await driveWorkflow(jira, step, key);
  await driveSearch(jira, step, key);
  for (const issueIdOrKey of [key, other, mobile])
    await step('read', () =>
      jira.issues.getIssue({
        issueIdOrKey,
        fields: ['*all'],
        properties: ['security-finding'],
        expand: 'changelog,editmeta,transitions,names,schema',
      }),
    );
  await step('delete', () => jira.issues.deleteIssue({ issueIdOrKey: mobile }));
}

async function createOne(
  jira: CloudClient,
  step: Step,
  project: string,
  fields: Record<string, unknown>,
): Promise<string> {
  const created = await step('create', () =>
    jira.issues.createIssue({
      fields: {
        project: { key: project },
        issuetype: { name: 'Task' },
        summary: 'A finding',
        description: TEXT,
        ...fields,
      },
      properties: [{ key: 'security-finding', value: { id: `F-${project}` } }],
      transition: { id: '11' },
    }),
  );
  return created?.key ?? 'NONE-0';
}

async function driveEdits(jira: CloudClient, step: Step, issueIdOrKey: string): Promise<void> {
  await step('edit', () =>
    jira.issues.editIssue({
      issueIdOrKey,
      fields: { summary: 'A changed finding', customfield_10051: TEXT },
      update: {
        labels: [{ add: 'triaged' }, { remove: 'appsec' }],
        components: [{ add: { name: 'Checkout' } }],
      },
    }),
  );
  await step('edit metadata', () => jira.issues.getEditIssueMeta({ issueIdOrKey }));
  const propertyKey = 'sandbox.note';
  await step('put property', () =>
    jira.issueProperties.setIssueProperty({ issueIdOrKey, propertyKey, body: { a: 1 } }),
  );
  await step('read property', () => jira.issueProperties.getIssueProperty({ issueIdOrKey, propertyKey }));
  await step('property keys', () => jira.issueProperties.getIssuePropertyKeys({ issueIdOrKey }));
  await step('delete property', () =>
    jira.issueProperties.deleteIssueProperty({ issueIdOrKey, propertyKey }),
  );
  const comment = await step('comment', () => jira.issueComments.addComment({ issueIdOrKey, body: TEXT }));
  const id = comment?.id ?? '';
  await step('edit comment', () =>
    jira.issueComments.updateComment({ issueIdOrKey, id, body: { body: TEXT } }),
  );
  await step('read comment', () => jira.issueComments.getComment({ issueIdOrKey, id }));
  await step('comments', () => jira.issueComments.getComments({ issueIdOrKey, orderBy: '-created' }));
  await step('comments by ids', () => jira.issueComments.getCommentsByIds({ ids: [Number(id)] }));
  await step('delete comment', () => jira.issueComments.deleteComment({ issueIdOrKey, id }));
}

async function driveLinks(jira: CloudClient, step: Step, source: string, destination: string): Promise<void> {
  const link = {
    type: { name: 'Relates' },
    inwardIssue: { key: source },
    outwardIssue: { key: destination },
  };
  await step('link', () => jira.issueLinks.linkIssues(link));
  const issue = await step('linked issue', () =>
    jira.issues.getIssue({ issueIdOrKey: source, fields: ['issuelinks'] }),
  );
  const links = issue?.fields?.['issuelinks'] as { id: string }[] | undefined;
  const linkId = links?.[0]?.id ?? '';
  await step('read link', () => jira.issueLinks.getIssueLink({ linkId }));
  await step('delete link', () => jira.issueLinks.deleteIssueLink({ linkId }));
}

async function driveWorkflow(jira: CloudClient, step: Step, issueIdOrKey: string): Promise<void> {
  const offered = await step('transitions', () =>
    jira.issues.getTransitions({ issueIdOrKey, expand: 'transitions.fields' }),
  );
  const id = offered?.transitions?.find((transition) => transition.name === 'Finish')?.id ?? '';
  await step('transition', () =>
    jira.issues.doTransition({ issueIdOrKey, transition: { id }, fields: { resolution: { name: 'Fixed' } } }),
  );
  await step('changelog', () => jira.issues.getChangeLogs({ issueIdOrKey }));
  await step('changelogs', () =>
    jira.issues.getBulkChangelogs({ issueIdsOrKeys: [issueIdOrKey], fieldIds: ['status', 'summary'] }),
  );
}

async function driveSearch(jira: CloudClient, step: Step, key: string): Promise<void> {
  const jql = `project in (PAY, SEC) AND findingId = "F-PAY" ORDER BY created DESC`;
  const fields = ['summary', 'status'];
  await step('search', () =>
    jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql, fields, properties: ['security-finding'] }),
  );
  const first = await step('first page', () =>
    jira.issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'project in (PAY, SEC, APP)', maxResults: 2 }),
  );
  const { nextPageToken } = first ?? {};
  await step('next page', () =>
    jira.issueSearch.searchAndReconsileIssuesUsingJql({
      jql: 'project in (PAY, SEC, APP)',
      maxResults: 2,
      nextPageToken: nextPageToken ?? '',
    }),
  );
  await step('count', () => jira.issueSearch.countIssues({ jql }));
  await step('bulk fetch', () =>
    jira.issues.bulkFetchIssues({
      issueIdsOrKeys: [key, 'PAY-999'],
      fields,
      properties: ['security-finding'],
    }),
  );
  const issue = await step('issue id', () => jira.issues.getIssue({ issueIdOrKey: key, fields: ['id'] }));
  await step('match', () =>
    jira.issueSearch.matchIssues({ issueIds: [Number(issue?.id)], jqls: ['project = PAY'] }),
  );
  await step('parse', () =>
    jira.jql.parseJqlQueries({ validation: 'strict', queries: ['project = PAY', 'project = NOPE', 'a b'] }),
  );
}
