/** A person of the site, calling Jira's REST API over HTTP. */
import { eventually } from '../eventually';
import { adfOf } from '../site/html/adf';

interface Named {
  readonly id: string;
  readonly name: string;
}
export interface JiraClient {
  project(key: string): Promise<Named>;
  issueType(project: string, name: string): Promise<Named & { readonly statuses: readonly Named[] }>;
  priorities(projectId: string): Promise<Named[]>;
  status(key: string): Promise<{ readonly name: string; readonly category: string }>;
  isLinked(key: string, other: string): Promise<boolean>;
  moveTo(key: string, status: string): Promise<void>;
  comment(key: string, text: string): Promise<void>;
  /** The documents of an issue's comments, as JSON. */
  comments(key: string): Promise<string[]>;
  /** Shows a panel of an app (its module id) on all issues of projects (keys); resolves when Jira is done with it. */
  showPanel(moduleId: string, projects: readonly string[]): Promise<void>;
  /** Makes an issue by hand; answers its key. */
  create(project: string, issueType: string, summary: string): Promise<string>;
}

interface Issue {
  readonly fields: {
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly issuelinks: readonly {
      readonly inwardIssue?: { readonly key: string };
      readonly outwardIssue?: { readonly key: string };
    }[];
  };
}

/** Calls as this account; anything but success throws with Jira's words. */
export function jiraClient(origin: string, accountId: string): JiraClient {
  const authorization = `Basic ${Buffer.from(`${accountId}:`).toString('base64')}`;
  async function call<T>(path: string, body?: object): Promise<T> {
    const answer = await fetch(`${origin}/rest/api/3/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  const named = ({ id, name }: Named): Named => ({ id, name });
  const issue = (key: string) => call<Issue>(`issue/${key}?fields=status,issuelinks`);
  return {
    project: async (key) => named(await call<Named>(`project/${key}`)),
    async issueType(project, name) {
      const types = await call<(Named & { statuses: Named[] })[]>(`project/${project}/statuses`);
      const type = types.find((one) => one.name === name);
      if (!type) throw new Error(`${project} has no issue type ${name}.`);
      return { ...named(type), statuses: type.statuses.map(named) };
    },
    async priorities(projectId) {
      const page = await call<{ values: Named[] }>(`priority/search?projectId=${projectId}`);
      return page.values.map(named);
    },
    async status(key) {
      const { status } = (await issue(key)).fields;
      return { name: status.name, category: status.statusCategory.key };
    },
    async isLinked(key, other) {
      const { issuelinks } = (await issue(key)).fields;
      return issuelinks.some((link) => (link.inwardIssue ?? link.outwardIssue)?.key === other);
    },
    async showPanel(moduleId, projects) {
      const projectList = projects.map((projectIdOrKey) => ({ projectIdOrKey, action: 'PIN' }));
      const { taskId } = await call<{ taskId: string }>('forge/panel/action/bulk/async', {
        moduleId,
        projectList,
      });
      await eventually('the panel is shown', async () => {
        const { status } = await call<{ status: string }>(`task/${taskId}`);
        return status === 'COMPLETE' ? true : undefined;
      });
    },
    async create(project, issueType, summary) {
      const fields = { project: { key: project }, issuetype: { name: issueType }, summary };
      return (await call<{ key: string }>('issue', { fields })).key;
    },
    async moveTo(key, status) {
      const { transitions } = await call<{ transitions: { id: string; to: Named }[] }>(
        `issue/${key}/transitions`,
      );
      const transition = transitions.find(({ to }) => to.name === status);
      if (!transition) throw new Error(`${key} offers no way to ${status}.`);
      await call(`issue/${key}/transitions`, { transition: { id: transition.id } });
    },
    async comment(key, text) {
      await call(`issue/${key}/comment`, { body: adfOf(text) });
    },
    async comments(key) {
      const { comments } = await call<{ comments: { body: unknown }[] }>(`issue/${key}/comment`);
      return comments.map(({ body }) => JSON.stringify(body));
    },
  };
}
