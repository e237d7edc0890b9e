import { PEOPLE } from './seed';
import { doc, testSite } from './test-site';
import type { TestSite } from './test-site';
import type { JsonObject } from './json';

function mention(accountId: string): JsonObject {
  const node = { type: 'mention', attrs: { id: accountId, text: '@somebody' } };
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [node] }] };
}

/** What happens after the site was prepared. */
function eventsOf(prepare: (site: TestSite) => void, act: (site: TestSite) => void): TestSite['events'] {
  const site = testSite();
  prepare(site);
  site.events.length = 0;
  act(site);
  return site.events;
}

describe('product events', () => {
  test('a created issue is announced with a few fields and addresses of version 2', () => {
    const [event] = eventsOf(
      () => undefined,
      (site) => site.create('WEB', { labels: ['x'], description: doc('long') }),
    );
    expect(event).toMatchObject({ name: 'avi:jira:created:issue', issueId: '10000' });
    const { issue, timestamp, atlassianId } = event?.payload as {
      issue: JsonObject;
      timestamp: string;
      atlassianId: string;
    };
    expect(timestamp).toBe(String(Date.UTC(2026, 7, 6, 16, 30, 39, 194)));
    expect(atlassianId).toBe(event?.accountId);
    const names = [
      'assignee',
      'created',
      'creator',
      'issuetype',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ];
    expect(Object.keys(issue['fields'] as JsonObject).sort()).toEqual(names);
    expect(JSON.stringify(issue)).toContain('/rest/api/2/');
    expect(JSON.stringify(issue)).not.toContain('/rest/api/3/');
  });

  test('an update carries its changelog, and both statuses when the status changed', () => {
    const [event, ...rest] = eventsOf(
      (site) => site.create('WEB'),
      (site) => site.person('developer', 'POST', 'issue/WEB-1/transitions', { transition: { id: '41' } }),
    );
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ name: 'avi:jira:updated:issue', accountId: PEOPLE.developer });
    expect(event?.payload).toMatchObject({
      jiraEventTypeName: 'issue_resolved',
      changelog: {
        items: [
          { field: 'resolution', from: null, toString: 'Done' },
          { field: 'status', fieldId: 'status', fieldtype: 'jira', fromString: 'To Do', toString: 'Done' },
        ],
      },
      associatedStatuses: [{ name: 'To Do' }, { name: 'Done' }],
    });
  });

  test('an assignment is an update and an assignment', () => {
    const events = eventsOf(
      (site) => site.create('WEB'),
      (site) => site.app('PUT', 'issue/WEB-1', { fields: { assignee: { accountId: PEOPLE.engineer } } }),
    );
    expect(events.map((event) => event.name)).toEqual(['avi:jira:updated:issue', 'avi:jira:assigned:issue']);
    expect(events[1]?.payload).toMatchObject({ changelog: { items: [{ from: null, to: PEOPLE.engineer }] } });
  });

  test('an edit that changes nothing raises nothing', () => {
    const events = eventsOf(
      (site) => site.create('WEB'),
      (site) => site.app('PUT', 'issue/WEB-1', { fields: { summary: 'A finding' } }),
    );
    expect(events).toEqual([]);
  });

  test('a comment is announced when it is made and again when it is changed', () => {
    const events = eventsOf(
      (site) => site.create('WEB'),
      (site) => {
        const id = site.app('POST', 'issue/WEB-1/comment', { body: doc('One') }).data['id'] as string;
        site.app('PUT', `issue/WEB-1/comment/${id}`, { body: doc('Two') });
        site.app('DELETE', `issue/WEB-1/comment/${id}`);
      },
    );
    expect(events.map((event) => event.name)).toEqual([
      'avi:jira:commented:issue',
      'avi:jira:commented:issue',
      'avi:jira:deleted:comment',
    ]);
    expect(events[1]?.payload).toMatchObject({ comment: { body: doc('Two') } });
  });

  test('mentions are announced once, without people who mention themselves', () => {
    const events = eventsOf(
      (site) => site.create('WEB'),
      (site) => {
        const made = site.person('developer', 'POST', 'issue/WEB-1/comment', {
          body: mention(PEOPLE.engineer),
        });
        site.person('developer', 'PUT', `issue/WEB-1/comment/${made.data['id'] as string}`, {
          body: mention(PEOPLE.engineer),
        });
        site.person('developer', 'POST', 'issue/WEB-1/comment', { body: mention(PEOPLE.developer) });
        site.person('developer', 'PUT', 'issue/WEB-1', { fields: { description: mention(PEOPLE.engineer) } });
      },
    );
    const mentions = events.filter((event) => event.name.includes('mentioned'));
    expect(mentions.map((event) => event.name)).toEqual([
      'avi:jira:mentioned:comment',
      'avi:jira:mentioned:issue',
    ]);
    for (const event of mentions) expect(event.payload['mentionedAccountIds']).toEqual([PEOPLE.engineer]);
  });

  test('links are announced with ids only and counted as the source’s', () => {
    const events = eventsOf(
      (site) => {
        site.create('WEB');
        site.create('SEC');
      },
      (site) =>
        site.app('POST', 'issueLink', {
          type: { name: 'Relates' },
          inwardIssue: { key: 'WEB-1' },
          outwardIssue: { key: 'SEC-1' },
        }),
    );
    expect(events).toMatchObject([
      {
        name: 'avi:jira:created:issuelink',
        issueId: '10000',
        payload: {
          id: '10000',
          sourceIssueId: '10000',
          destinationIssueId: '10001',
          sourceProjectId: '10000',
          destinationProjectId: '10001',
          issueLinkType: { id: '10003', name: 'Relates' },
        },
      },
    ]);
    expect(events[0]?.payload).not.toHaveProperty('issue');
  });

  test('a deletion is announced for the top issue alone', () => {
    const events = eventsOf(
      (site) => {
        site.create('WEB');
        site.create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key: 'WEB-1' } });
        site.create('SEC');
        const body = {
          type: { name: 'Relates' },
          inwardIssue: { key: 'WEB-1' },
          outwardIssue: { key: 'SEC-1' },
        };
        site.app('POST', 'issueLink', body);
      },
      (site) => site.app('DELETE', 'issue/WEB-1?deleteSubtasks=true'),
    );
    expect(events.map(({ name, issueId }) => [name, issueId])).toEqual([['avi:jira:deleted:issue', '10000']]);
  });

  test('projects announce their life', () => {
    const events = eventsOf(
      () => undefined,
      ({ site }) => {
        site.renameProject('WEB', 'Shop');
        site.archiveProject('WEB');
        site.unarchiveProject('WEB');
        site.trashProject('WEB');
        site.restoreProject('WEB');
        site.deleteProject('WEB');
      },
    );
    const names = ['updated', 'archived', 'unarchived', 'softdeleted', 'restored', 'deleted'];
    expect(events.map((event) => event.name)).toEqual(names.map((name) => `avi:jira:${name}:project`));
    expect(events[0]?.payload).toMatchObject({ project: { key: 'WEB', name: 'Shop' } });
  });

  test('a project that is deleted takes its issues with it, and only the project has an event', () => {
    const deleted = eventsOf(
      (site) => site.create('WEB'),
      ({ site }) => {
        site.deleteProject('WEB');
        expect([...site.world.state.issues.values()]).toEqual([]);
        expect(site.call({ path: '/rest/api/3/project/WEB', as: PEOPLE.admin }).status).toBe(404);
      },
    );
    expect(deleted.map(({ name }) => name)).toEqual(['avi:jira:deleted:project']);
  });

  test('a refused call raises nothing', () => {
    const events = eventsOf(
      (site) => site.create('SEC'),
      (site) => site.app('POST', 'issue/SEC-1/transitions', { transition: { id: '99' } }),
    );
    expect(events).toEqual([]);
  });
});
