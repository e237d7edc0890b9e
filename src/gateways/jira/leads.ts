/** Who leads projects and components: read once an hour a project. */
import { route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';
import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { type JiraClient, read } from './client';

const hourMs = 60 * 60_000;

const Lead = z.object({ accountId: z.string() }).nullish();
const Project = z.object({ lead: Lead });
const Components = z.array(z.object({ id: z.string(), lead: Lead }));

/** The calls over one client and the app's cache. What names people lies where found accounts lie, to be forgotten with them. */
export function leadCalls(client: JiraClient, cache: Cache): Pick<Jira, 'projectLead' | 'componentLead'> {
  const leadsOf = (project: string) =>
    cache.through(`assignee:components:${project}`, hourMs, hourMs, async () => {
      const answer = await client.call('GET', route`/rest/api/3/project/${project}/components`);
      const all = read(answer, Components);
      return all.ok ? { ok: true, value: byComponent(all.value) } : all;
    });
  const leadOf = (project: string) =>
    cache.through(`assignee:project:${project}`, hourMs, hourMs, async () => {
      const found = read(await client.call('GET', route`/rest/api/3/project/${project}`), Project);
      return found.ok ? { ok: true, value: found.value.lead?.accountId ?? null } : found;
    });
  return {
    async projectLead(project): Promise<JiraResult<string | undefined>> {
      const lead = await leadOf(project);
      return lead.ok ? { ok: true, value: lead.value ?? undefined } : lead;
    },
    async componentLead(project, component): Promise<JiraResult<string | undefined>> {
      const leads = await leadsOf(project);
      return leads.ok ? { ok: true, value: new Map(leads.value).get(component) } : leads;
    },
  };
}

/** As pairs, for the ids are Jira's. */
function byComponent(all: z.infer<typeof Components>): [string, string][] {
  return all.flatMap(({ id, lead }): [string, string][] => (lead ? [[id, lead.accountId]] : []));
}
