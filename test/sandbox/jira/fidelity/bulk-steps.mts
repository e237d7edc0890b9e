import type { CloudClient } from 'jira.js';
import type { Step } from './drive.mjs';

/** Work on many issues at once. */
export async function driveBulk(jira: CloudClient, step: Step): Promise<void> {
  const fields = { project: { key: 'WEB' }, issuetype: { name: 'Bug' } };
  const created = await step('bulk create', () =>
    jira.issues.createIssues({
      issueUpdates: [
        { fields: { ...fields, summary: 'First' } },
        { fields: { ...fields, issuetype: { name: 'No such type' }, summary: 'Second' } },
        { fields: { ...fields, summary: 'Third' } },
      ],
    }),
  );
  const ids = (created?.issues ?? []).map((issue) => issue.id);
  const inputs = [{ selectedIssueIdsOrKeys: ids, transitionId: '41' }];
  const submitted = await step('bulk transition', () =>
    jira.issueBulkOperations.submitBulkTransition({
      bulkTransitionInputs: inputs,
      sendBulkNotification: false,
    }),
  );
  await follow(jira, step, submitted?.taskId);
  await driveMove(jira, step, ids.slice(0, 1));
  await step('properties of many', () =>
    jira.issueProperties.bulkSetIssuePropertiesByIssue({
      issues: ids.map((id) => ({ issueID: Number(id), properties: { 'sandbox.note': { seen: true } } })),
    }),
  );
  await drivePanels(jira, step);
  const removed = await step('bulk delete', () =>
    jira.issueBulkOperations.submitBulkDelete({ selectedIssueIdsOrKeys: ids, sendBulkNotification: false }),
  );
  await follow(jira, step, removed?.taskId);
}

async function driveMove(jira: CloudClient, step: Step, issueIdsOrKeys: string[]): Promise<void> {
  const target = await step('move target', () => jira.projects.getProject({ projectIdOrKey: 'OPS' }));
  const issueTypeId = target?.issueTypes?.find((type) => type.name === 'Bug')?.id ?? '';
  const defaults = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
  };
  const moved = await step('bulk move', () =>
    jira.issueBulkOperations.submitBulkMove({
      targetToSourcesMapping: { [`OPS,${issueTypeId}`]: { ...defaults, issueIdsOrKeys } },
    }),
  );
  await follow(jira, step, moved?.taskId);
}

async function follow(jira: CloudClient, step: Step, taskId = ''): Promise<void> {
  const progress = await step('bulk progress', () =>
    jira.issueBulkOperations.getBulkOperationProgress({ taskId }),
  );
  if (progress?.status !== 'COMPLETE') throw new Error(`The task is ${String(progress?.status)}`);
}

async function drivePanels(jira: CloudClient, step: Step): Promise<void> {
  const moduleId = 'ari:cloud:ecosystem::extension/app-id/environment-id/static/finding-panel';
  const pinned = await step('pin panel', () =>
    jira.issuePanels.bulkPinUnpinProjectsAsync({
      moduleId,
      projectList: [{ projectIdOrKey: 'SEC', action: 'PIN' }],
    }),
  );
  await step('task', () => jira.tasks.getTask({ taskId: pinned?.taskId ?? '' }));
}
