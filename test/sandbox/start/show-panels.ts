import type { ForgeHost } from '../forge/host';
import { PEOPLE } from '../jira/seed';
import { callAdminPage } from './call-admin-page';
import { jiraClient } from './jira-client';

/** Shows the app's panel on every issue of the two teams' projects, as the set-up list offers it to the admin. */
export async function showPanels(host: ForgeHost, origin: string): Promise<void> {
  const { appId, environmentId } = host.identity;
  const jira = jiraClient(origin, PEOPLE.admin);
  const keys = ['WEB', 'SEC'];
  const projects = await Promise.all(keys.map(async (key) => (await jira.project(key)).id));
  await jira.showPanel(`ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/finding`, keys);
  await callAdminPage(host, 'setUp.panelShown', { projects });
}
