/** The issue action *Link a finding* as a person uses it: calls of its resolver, on an issue, as that person. */
import type { FindingSearch, OfferedFinding } from '../../src/contract/link-finding-calls';
import type { PanelAnswer, PanelError } from '../../src/contract/panel-calls';
import { PEOPLE } from '../sandbox/jira/seed';
import type { World } from './world';

export interface LinkAction {
  search(text?: string): Promise<FindingSearch & { readonly error?: PanelError }>;
  /** The ids of what a search finds. */
  ids(text?: string): Promise<string[]>;
  link(ref: string): Promise<PanelAnswer>;
  /** Links what a search for this id finds first. */
  linkId(id: string): Promise<PanelAnswer>;
}

/** The action on an issue (its key), in front of an account. */
export function linkActionOn(world: World, key: string, accountId: string = PEOPLE.engineer): LinkAction {
  const { id } = world.site.issue(key);
  const call = (name: string, input: unknown) =>
    world.host.invokeResolver('jira:issueAction', 'link-finding', name, input, {
      accountId,
      extension: { issue: { id, key } },
    });
  const search = async (text = '') =>
    (await call('finding.search', { text })) as FindingSearch & { readonly error?: PanelError };
  const found = async (text?: string): Promise<readonly OfferedFinding[]> => {
    const { findings, error } = await search(text);
    if (error) throw new Error(error.code);
    return findings;
  };
  const link = async (ref: string) => (await call('finding.link', { ref })) as PanelAnswer;
  return {
    search,
    ids: async (text) => (await found(text)).map((one) => one.id),
    link,
    async linkId(wanted) {
      const [first] = await found(wanted);
      if (!first) throw new Error(`${wanted} is not offered`);
      return link(first.ref);
    },
  };
}

/** An issue that a person made by hand; answers its key. */
export function issueByHand(world: World, project: string, fields: object = {}): string {
  const { key } = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.admin,
    body: {
      fields: {
        project: { key: project },
        issuetype: { name: 'Task' },
        summary: 'Known for long',
        ...fields,
      },
    },
  }).value as unknown as { key: string };
  return key;
}

/** Puts an issue (its key) under a security level of its project, by the level's name. */
export function putUnderLevel(world: World, key: string, name: string): void {
  const [project = ''] = key.split('-');
  const path = `/rest/api/3/project/${project}/securitylevel`;
  const { levels } = world.site.call({ path, as: PEOPLE.admin }).value as unknown as {
    levels: { id: string; name: string }[];
  };
  const id = levels.find((level) => level.name === name)?.id;
  const body = { fields: { security: { id } } };
  const { status } = world.site.call({
    method: 'PUT',
    path: `/rest/api/3/issue/${key}`,
    as: PEOPLE.admin,
    body,
  });
  if (status !== 204) throw new Error(`${key} takes no level ${name}`);
}
