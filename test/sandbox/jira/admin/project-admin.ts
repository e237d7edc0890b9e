import { raiseProjectEvent } from '../events/project-events';
import type { ProjectHappening } from '../events/project-events';
import { removeIssue } from '../rules/delete-issue';
import { must, projectOf } from '../state/lookup';
import type { ProjectRecord, StatusRecord } from '../state/model';
import { nextId } from '../state/site-state';
import type { World } from '../world';
import { replaceWorkflow } from './add-workflow';
import type { WorkflowSpec } from './specs';

/** What an admin does to projects; every method names the project by key. */
export interface ProjectAdmin {
  project(key: string): ProjectRecord;
  archiveProject(key: string): void;
  unarchiveProject(key: string): void;
  trashProject(key: string): void;
  restoreProject(key: string): void;
  /** Deletes a project for good, with its issues; these have no events of their own. */
  deleteProject(key: string): void;
  renameProject(key: string, name: string): void;
  /** Publishes another workflow for the project; issues keep their status. */
  setWorkflow(key: string, spec: WorkflowSpec): void;
  /** Gives a permission to a role. */
  grant(key: string, permission: string, role: string): void;
  /** Takes a permission from a role. */
  revoke(key: string, permission: string, role: string): void;
  addToRole(key: string, role: string, accountId: string): void;
  removeFromRole(key: string, role: string, accountId: string): void;
  addComponent(key: string, name: string, lead?: string): string;
  removeComponent(key: string, name: string): void;
  /** The module ids of the panels that are pinned to the project's issues. */
  pinnedPanels(key: string): readonly string[];
  renameStatus(name: string, to: string): void;
  renamePriority(name: string, to: string): void;
}

/** The admin's hands on the projects of a world. */
export function projectAdmin(world: World): ProjectAdmin {
  const { state } = world;

  function project(key: string): ProjectRecord {
    return must(
      [...state.projects.values()].find((p) => p.key === key),
      `project ${key}`,
    );
  }

  function change(key: string, to: ProjectRecord['state'], what: ProjectHappening): void {
    const record = project(key);
    record.state = to;
    raiseProjectEvent(world, what, record, record.leadAccountId);
  }

  return {
    project,
    archiveProject: (key) => {
      change(key, 'archived', 'archived');
    },
    unarchiveProject: (key) => {
      change(key, 'live', 'unarchived');
    },
    trashProject: (key) => {
      change(key, 'trashed', 'softdeleted');
    },
    restoreProject: (key) => {
      change(key, 'live', 'restored');
    },
    deleteProject(key) {
      const record = project(key);
      for (const issue of [...state.issues.values()])
        if (projectOf(state, issue) === record) removeIssue(world, issue);
      raiseProjectEvent(world, 'deleted', record, record.leadAccountId);
      state.projects.delete(record.id);
    },
    renameProject(key, name) {
      project(key).name = name;
      raiseProjectEvent(world, 'updated', project(key), project(key).leadAccountId);
    },
    setWorkflow(key, spec) {
      for (const id of new Set(project(key).setups.map((setup) => setup.workflowId)))
        replaceWorkflow(world, must(state.workflows.get(id), 'workflow'), spec);
    },
    grant(key, permission, role) {
      const roles = project(key).grants[permission] ?? [];
      project(key).grants[permission] = [...roles.filter((name) => name !== role), role];
    },
    revoke(key, permission, role) {
      project(key).grants[permission] = (project(key).grants[permission] ?? []).filter(
        (name) => name !== role,
      );
    },
    addToRole(key, role, accountId) {
      const accounts = project(key).roles[role] ?? [];
      project(key).roles[role] = [...accounts.filter((id) => id !== accountId), accountId];
    },
    removeFromRole(key, role, accountId) {
      project(key).roles[role] = (project(key).roles[role] ?? []).filter((id) => id !== accountId);
    },
    addComponent(key, name, lead) {
      const id = nextId(state, 'component');
      project(key).components.push({
        id,
        name,
        description: '',
        ...(lead === undefined ? {} : { leadAccountId: lead }),
      });
      return id;
    },
    removeComponent(key, name) {
      const record = project(key);
      record.components = record.components.filter((component) => component.name !== name);
    },
    pinnedPanels: (key) => project(key).pinnedPanels,
    renameStatus: (name, to) => {
      rename([...state.statuses.values()], name, to);
    },
    renamePriority: (name, to) => {
      rename([...state.priorities.values()], name, to);
    },
  };
}

function rename(records: readonly Pick<StatusRecord, 'name'>[], name: string, to: string): void {
  for (const record of records.filter((r) => r.name === name)) record.name = to;
}
