/** What exists in Jira, read as the app. */
import { type Route, route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';
import type { ProjectFacts } from '../../core/checks/facts';
import type { Catalogue } from '../../flows/ports-catalogue';
import { type JiraClient, read } from './client';

const Named = z.object({ id: z.string(), name: z.string() });
type Named = z.infer<typeof Named>;
const pageSize = 100;

/** The catalogue for one invocation: each question is asked once. */
export function createCatalogue(client: JiraClient): Catalogue {
  const answers = new Map<string, Promise<unknown>>();
  function onceEach<T>(question: string, ask: () => Promise<JiraResult<T>>): Promise<JiraResult<T>> {
    const known = answers.get(question) as Promise<JiraResult<T>> | undefined;
    const answer = known ?? ask();
    answers.set(question, answer);
    return answer;
  }
  return {
    project: (id) => onceEach(`project ${id}`, () => project(client, id)),
    projectsNamed: (name) => onceEach(`projects ${name}`, () => projectsNamed(client, name)),
    statuses: (id) => onceEach(`statuses ${id}`, () => statuses(client, id)),
    components: (id) =>
      onceEach(`components ${id}`, () => list(client, route`/rest/api/3/project/${id}/components`)),
    securityLevels: (id) => onceEach(`levels ${id}`, () => securityLevels(client, id)),
    resolutions: () => onceEach('resolutions', () => resolutions(client)),
    fields: () => onceEach('fields', () => list(client, route`/rest/api/3/field`)),
    person: (accountId) => onceEach(`person ${accountId}`, () => person(client, accountId)),
    peopleNamed: (name) => onceEach(`people ${name}`, () => peopleNamed(client, name)),
    permissions: (id, wanted) =>
      onceEach(`permissions ${id} ${wanted.join()}`, () => permissions(client, id, wanted)),
  };
}

const Project = Named.extend({
  key: z.string(),
  archived: z.boolean().default(false),
  issueTypes: z.array(Named.extend({ subtask: z.boolean().default(false) })),
});

function project(client: JiraClient, id: string): Promise<JiraResult<ProjectFacts | undefined>> {
  return unlessMissing(client, route`/rest/api/3/project/${id}`, Project);
}

async function projectsNamed(client: JiraClient, name: string): Promise<JiraResult<Named[]>> {
  const query = new URLSearchParams({ query: name, maxResults: '50' });
  const Page = z.object({ values: z.array(Named) });
  const page = read(await client.call('GET', route`/rest/api/3/project/search?${query}`), Page);
  if (!page.ok) return page;
  const wanted = name.toLowerCase();
  return { ok: true, value: page.value.values.filter((one) => one.name.toLowerCase() === wanted) };
}

async function statuses(
  client: JiraClient,
  projectId: string,
): Promise<JiraResult<ReadonlyMap<string, readonly Named[]>>> {
  const Types = z.array(z.object({ id: z.string(), statuses: z.array(Named) }));
  const types = read(await client.call('GET', route`/rest/api/3/project/${projectId}/statuses`), Types);
  if (!types.ok) return types;
  return { ok: true, value: new Map(types.value.map((type) => [type.id, type.statuses])) };
}

async function securityLevels(client: JiraClient, projectId: string): Promise<JiraResult<Named[]>> {
  const Levels = z.object({ levels: z.array(Named) });
  const answer = await client.call('GET', route`/rest/api/3/project/${projectId}/securitylevel`);
  const levels = read(answer, Levels);
  return levels.ok ? { ok: true, value: levels.value.levels } : levels;
}

async function resolutions(client: JiraClient): Promise<JiraResult<Named[]>> {
  const Page = z.object({ values: z.array(Named), isLast: z.boolean().optional(), total: z.number() });
  const all: Named[] = [];
  for (;;) {
    const query = new URLSearchParams({ startAt: String(all.length), maxResults: String(pageSize) });
    const page = read(await client.call('GET', route`/rest/api/3/resolution/search?${query}`), Page);
    if (!page.ok) return page;
    all.push(...page.value.values);
    if (page.value.values.length === 0 || all.length >= page.value.total) return { ok: true, value: all };
  }
}

const Person = z.object({
  accountId: z.string(),
  displayName: z.string(),
  active: z.boolean().default(true),
});
const toNamed = ({ accountId, displayName }: z.infer<typeof Person>): Named => ({
  id: accountId,
  name: displayName,
});

async function person(client: JiraClient, accountId: string): Promise<JiraResult<Named | undefined>> {
  const query = new URLSearchParams({ accountId });
  const found = await unlessMissing(client, route`/rest/api/3/user?${query}`, Person);
  if (!found.ok) return found;
  return { ok: true, value: found.value?.active ? toNamed(found.value) : undefined };
}

async function peopleNamed(client: JiraClient, name: string): Promise<JiraResult<Named[]>> {
  const query = new URLSearchParams({ query: name, maxResults: '50' });
  const found = read(await client.call('GET', route`/rest/api/3/user/search?${query}`), z.array(Person));
  if (!found.ok) return found;
  return { ok: true, value: found.value.filter(({ active }) => active).map(toNamed) };
}

async function permissions(
  client: JiraClient,
  projectId: string,
  wanted: readonly string[],
): Promise<JiraResult<ReadonlySet<string>>> {
  const Held = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
  const query = new URLSearchParams({ projectId, permissions: wanted.join(',') });
  const mine = await unlessMissing(client, route`/rest/api/3/mypermissions?${query}`, Held);
  if (!mine.ok) return mine;
  const held = Object.entries(mine.value?.permissions ?? {}).filter(
    ([, { havePermission }]) => havePermission,
  );
  return { ok: true, value: new Set(held.map(([permission]) => permission)) };
}

async function list(client: JiraClient, path: Route): Promise<JiraResult<Named[]>> {
  return read(await client.call('GET', path), z.array(Named));
}

/** 404 says that there is nothing, or nothing that the app may see. */
async function unlessMissing<T>(
  client: JiraClient,
  path: Route,
  schema: z.ZodType<T>,
): Promise<JiraResult<T | undefined>> {
  const answer = await client.call('GET', path);
  if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.status === 404)
    return { ok: true, value: undefined };
  return read(answer, schema);
}
