/** Screens and workflows: read once an hour per project and issue type, remembered in storage. */
import { at } from '../../core/data/look-up';
import { route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';
import type { StatusCategory, Workflow } from '../../core/jira/workflow';
import type { FieldMeta } from '../../core/jira/issue';
import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import { readableOne } from '../store/readable';
import { workflowsSeenByUser } from './as-user';
import { type JiraClient, read } from './client';
import { RawField, toField } from './issue-shape';

const freshMs = 60 * 60_000;
/** A refusal is asked again sooner: an admin may just have granted the permission. */
const refusedMs = 10 * 60_000;
const pageSize = 200;

type MetadataCalls = Pick<Jira, 'createFields' | 'workflow' | 'learnWorkflow' | 'forget'>;

/** The metadata calls over one client and the app's cache. */
export function metadataCalls(client: JiraClient, cache: Cache): MetadataCalls {
  // Older versions remember screens without the types of fields under another key.
  const fieldsKey = (project: string, type: string) => `form:${project}:${type}`;
  const workflowKey = (project: string, type: string) => `workflow:${project}:${type}`;
  const learntKey = (project: string, type: string) => `learnt:${project}:${type}`;
  const asApp = (project: string, type: string) =>
    cache.through(workflowKey(project, type), freshMs, refusedMs, () => workflow(client, project, type));
  return {
    createFields: (project, type) =>
      cache.through(fieldsKey(project, type), freshMs, 0, () => createFields(client, project, type)),
    async workflow(project, type) {
      const own = await asApp(project, type);
      if (!isRefused(own)) return own;
      const key = learntKey(project, type);
      const learnt = readableOne(storedShapes.learntWorkflow, { key, value: await cache.kept(key) });
      return learnt ? { ok: true, value: learnt } : own;
    },
    async learnWorkflow(project, type) {
      const own = await asApp(project, type);
      if (!isRefused(own)) return own;
      const learnt = toGraph(await workflowsSeenByUser(project, type));
      if (learnt.ok)
        await cache.keep(learntKey(project, type), toStored(storedShapes.learntWorkflow, learnt.value));
      return learnt;
    },
    async forget(project, type) {
      await cache.drop(fieldsKey(project, type));
      await cache.drop(workflowKey(project, type));
    },
  };
}

function isRefused(result: JiraResult<unknown>): boolean {
  return !result.ok && result.failure.kind === 'refused';
}

const Fields = z.object({
  fields: z.array(RawField.extend({ fieldId: z.string() })),
  total: z.number(),
});

async function createFields(
  client: JiraClient,
  project: string,
  type: string,
): Promise<JiraResult<FieldMeta[]>> {
  const all: FieldMeta[] = [];
  for (let startAt = 0; ; startAt += pageSize) {
    const query = new URLSearchParams({ startAt: String(startAt), maxResults: String(pageSize) });
    const path = route`/rest/api/3/issue/createmeta/${project}/issuetypes/${type}?${query}`;
    const page = read(await client.call('GET', path), Fields);
    if (!page.ok) return page;
    all.push(...page.value.fields.map((field) => toField(field.fieldId, field)));
    if (page.value.fields.length === 0 || all.length >= page.value.total) return { ok: true, value: all };
  }
}

const categories: Record<string, StatusCategory> = {
  TODO: 'new',
  IN_PROGRESS: 'indeterminate',
  DONE: 'done',
};

const Workflows = z.object({
  statuses: z.array(
    z.object({ id: z.string(), name: z.string(), statusReference: z.string(), statusCategory: z.string() }),
  ),
  workflows: z.array(
    z.object({
      statuses: z.array(z.object({ statusReference: z.string() })),
      transitions: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
          toStatusReference: z.string().nullish(),
          links: z.array(z.object({ fromStatusReference: z.string().nullish() })).default([]),
        }),
      ),
    }),
  ),
});

async function workflow(
  client: JiraClient,
  projectId: string,
  issueTypeId: string,
): Promise<JiraResult<Workflow>> {
  const body = { projectAndIssueTypes: [{ projectId, issueTypeId }] };
  return toGraph(await client.call('POST', route`/rest/api/3/workflows`, body));
}

function toGraph(answer: JiraResult<unknown>): JiraResult<Workflow> {
  const raw = read(answer, Workflows);
  if (!raw.ok) return raw;
  const graph = toWorkflow(raw.value);
  if (graph) return { ok: true, value: graph };
  return {
    ok: false,
    failure: {
      kind: 'refused',
      status: 404,
      messages: ['Jira shows no workflow for this issue type.'],
      fields: {},
    },
  };
}

/** References become status ids. A looped transition has no target of its own and leads nowhere else. */
function toWorkflow({ statuses, workflows }: z.infer<typeof Workflows>): Workflow | undefined {
  const raw = workflows[0];
  if (!raw) return undefined;
  const byReference = new Map(statuses.map((status) => [status.statusReference, status]));
  const idOf = (reference: string | null | undefined) => at(byReference, reference ?? undefined)?.id;
  const initial = idOf(raw.transitions.find(({ type }) => type === 'INITIAL')?.toStatusReference);
  return {
    ...(initial === undefined ? {} : { initial }),
    statuses: raw.statuses.flatMap(({ statusReference }) => {
      const status = byReference.get(statusReference);
      return status
        ? [
            {
              id: status.id,
              name: status.name,
              category: categories[status.statusCategory] ?? 'indeterminate',
            },
          ]
        : [];
    }),
    transitions: raw.transitions.flatMap(({ id, name, type, toStatusReference, links }) => {
      const to = idOf(toStatusReference);
      if (to === undefined || type === 'INITIAL') return [];
      const from = links.flatMap(({ fromStatusReference }) => idOf(fromStatusReference) ?? []);
      return [{ id, name, to, ...(type === 'DIRECTED' ? { from } : {}) }];
    }),
  };
}
