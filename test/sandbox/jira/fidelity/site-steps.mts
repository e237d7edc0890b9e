import type { CloudClient } from 'jira.js';
import type { Raw, Step } from './drive.mjs';

/** Everything an app reads before it writes: projects, fields, workflows, people and permissions. */
export async function driveSite(jira: CloudClient, step: Step, raw: Raw): Promise<void> {
  await driveProjects(jira, step, raw);
  await driveVocabulary(jira, step, raw);
  await drivePeople(jira, step, raw);
}

async function driveProjects(jira: CloudClient, step: Step, raw: Raw): Promise<void> {
  await step('projects', () => jira.projects.searchProjects({ expand: 'issueTypes,lead', orderBy: 'key' }));
  for (const projectIdOrKey of ['PAY', 'APP', 'SEC']) {
    const project = await step('project', () => jira.projects.getProject({ projectIdOrKey }));
    await step('statuses', () => jira.projects.getAllStatuses({ projectIdOrKey }));
    await step('components', () => jira.projectComponents.getProjectComponents({ projectIdOrKey }));
    await step('component page', () =>
      jira.projectComponents.getProjectComponentsPaginated({ projectIdOrKey }),
    );
    await step('versions', () => jira.projectVersions.getProjectVersions({ projectIdOrKey }));
    await step('roles', () => jira.projectRoles.getProjectRoles({ projectIdOrKey }));
    await step('security levels', () =>
      jira.projectPermissionSchemes.getSecurityLevelsForProject({ projectKeyOrId: projectIdOrKey }),
    );
    await step('project issue types', () => raw('GET', `issuetype/project?projectId=${project?.id ?? ''}`));
    await step('priorities', () => jira.issuePriorities.searchPriorities({ projectId: [project?.id ?? ''] }));
    const types = await step('create types', () =>
      jira.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey }),
    );
    const issueTypeId = types?.issueTypes?.find((type) => type.name === 'Task')?.id ?? '';
    await step('create fields', () =>
      jira.issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey, issueTypeId }),
    );
    const pair = { projectId: project?.id ?? '', issueTypeId };
    await step('workflows', () => jira.workflows.readWorkflows({ projectAndIssueTypes: [pair] }));
  }
}

async function driveVocabulary(jira: CloudClient, step: Step, raw: Raw): Promise<void> {
  await step('fields', () => jira.issueFields.getFields());
  await step('field page', () => jira.issueFields.getFieldsPaginated({ type: ['custom'], query: 'fix' }));
  await step('link types', () => jira.issueLinkTypes.getIssueLinkTypes());
  await step('labels', () => jira.labels.getAllLabels());
  await step('all statuses', () => jira.workflowStatuses.getStatuses());
  await step('status categories', () => jira.workflowStatusCategories.getStatusCategories());
  const page = await step('status page', () => jira.status.search({ maxResults: 5 }));
  await step('statuses by id', () => jira.status.getStatusesById({ id: [page?.values?.[0]?.id ?? ''] }));
  await step('issue types', () => jira.issueTypes.getIssueAllTypes());
  await step('security schemes', () => jira.issueSecuritySchemes.getIssueSecuritySchemes());
  await step('server info', () => jira.serverInfo.getServerInfo());
  await step('resolutions', () => raw('GET', 'resolution/search'));
}

async function drivePeople(jira: CloudClient, step: Step, raw: Raw): Promise<void> {
  const me = await step('myself', () => jira.myself.getCurrentUser());
  const accountId = me?.accountId ?? '';
  await step('user', () => jira.users.getUser({ accountId }));
  await step('users', () => raw('GET', `user/bulk?accountId=${accountId}`));
  await step('user search', () => jira.userSearch.findUsers({ query: 'Product' }));
  await step('assignable', () => jira.userSearch.findAssignableUsers({ project: 'PAY', query: 'Sec' }));
  await step('groups', () => raw('GET', 'group/bulk?groupName=security-champions'));
  await step('my permissions', () =>
    jira.permissions.getMyPermissions({ permissions: 'BROWSE_PROJECTS,ADMINISTER', projectKey: 'SEC' }),
  );
  await step('permission check', () =>
    jira.permissions.getBulkPermissions({
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [] }],
    }),
  );
  await step('permitted projects', () =>
    jira.permissions.getPermittedProjects({ permissions: ['CREATE_ISSUES'] }),
  );
}
