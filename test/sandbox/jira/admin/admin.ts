import type { JiraStandInCall, SiteAnswer } from './site-call';
import { callSite } from './site-call';
import { moveIssue } from '../rules/move-issue';
import { findIssue, must } from '../state/lookup';
import type { FieldRecord, IssueRecord, ProjectRecord } from '../state/model';
import { nextId } from '../state/site-state';
import type { SiteOptions } from '../options';
import type { World } from '../world';
import { addProject } from './add-project';
import { projectAdmin } from './project-admin';
import type { ProjectAdmin } from './project-admin';
import type { ProjectSpec, UserSpec } from './specs';

/** What an admin of the site, or a test in the admin's place, does by hand. */
export interface SiteAdmin extends ProjectAdmin {
  addUser(spec: UserSpec): string;
  /** Makes a group of people; its id is answered. */
  addGroup(name: string): string;
  addProject(spec: ProjectSpec): ProjectRecord;
  /** Takes an option from a custom field; issues that had it have none. */
  removeOption(field: string, value: string): void;
  /** Deletes a custom field with its values. */
  removeField(field: string): void;
  setOption<K extends keyof SiteOptions>(name: K, value: SiteOptions[K]): void;
  /** The stored issue by id or key (also a former one). @throws when there is none */
  issue(idOrKey: string): IssueRecord;
  /** Moves an issue as a person would; the key changes. */
  moveIssue(idOrKey: string, projectKey: string, by: string, issueType?: string): string;
  /** Answers the next writes to this issue with 409. */
  conflictOn(idOrKey: string, times?: number): void;
  /** Makes search overlook an issue for some time. */
  hideFromSearch(idOrKey: string, ms: number): void;
  /** Gives or takes a global permission. */
  setGlobalPermission(accountId: string, permission: string, held: boolean): void;
  /** One REST call, parsed; the short way for tests. */
  call(call: JiraStandInCall): SiteAnswer;
}

/** The admin's hands on a world. */
export function createAdmin(world: World): SiteAdmin {
  return {
    ...projectAdmin(world),
    addUser({ accountId, displayName, email, emailVisible, globalPermissions }) {
      world.state.users.set(accountId, {
        accountId,
        displayName,
        email: email ?? `${displayName.toLowerCase().replaceAll(' ', '.')}@example.com`,
        emailVisible: emailVisible ?? true,
        accountType: 'atlassian',
        active: true,
        globalPermissions: [...(globalPermissions ?? ['USER_PICKER'])],
      });
      return accountId;
    },
    addGroup(name) {
      const id = `00000000-0000-4000-8000-${nextId(world.state, 'group').padStart(12, '0')}`;
      world.state.groups.set(id, { id, name });
      return id;
    },
    addProject: (spec) => addProject(world, spec),
    removeOption(name, value) {
      const field = customField(world, name);
      field.options = field.options.filter((option) => option.value !== value);
    },
    removeField(name) {
      const { id } = customField(world, name);
      world.state.fields.delete(id);
      for (const { setups } of world.state.projects.values())
        for (const setup of setups) {
          setup.createScreen = setup.createScreen.filter(({ fieldId }) => fieldId !== id);
          setup.fieldIds = setup.fieldIds.filter((fieldId) => fieldId !== id);
        }
      for (const { values } of world.state.issues.values()) Reflect.deleteProperty(values, id);
    },
    setOption(name, value) {
      world.options[name] = value;
      if (name === 'propertyIndex') world.index.rebuild(world.state.issues.values());
    },
    issue: (idOrKey) => issueOf(world, idOrKey),
    moveIssue(idOrKey, projectKey, by, issueType) {
      const issue = issueOf(world, idOrKey);
      const target = [...world.state.projects.values()].find((project) => project.key === projectKey);
      const type = issueType ?? must(world.state.issueTypes.get(issue.issueTypeId), 'issue type').name;
      const setup = target?.setups.find((s) => world.state.issueTypes.get(s.issueTypeId)?.name === type);
      const actor = { accountId: by, caller: { kind: 'user', accountId: by } } as const;
      moveIssue(
        world,
        actor,
        issue,
        must(target, `project ${projectKey}`),
        must(setup, `type ${type}`).issueTypeId,
      );
      return issue.key;
    },
    conflictOn(idOrKey, times = 1) {
      world.conflicts.set(issueOf(world, idOrKey).id, times);
    },
    hideFromSearch(idOrKey, ms) {
      world.index.hide(issueOf(world, idOrKey).id, world.clock.now() + ms);
    },
    setGlobalPermission(accountId, permission, held) {
      const user = must(world.state.users.get(accountId), `user ${accountId}`);
      const others = user.globalPermissions.filter((name) => name !== permission);
      user.globalPermissions = held ? [...others, permission] : others;
    },
    call: (call) => callSite(world, call),
  };
}

function customField(world: World, name: string): FieldRecord {
  return must(
    [...world.state.fields.values()].find((field) => field.custom && field.name === name),
    `field ${name}`,
  );
}

function issueOf(world: World, idOrKey: string): IssueRecord {
  return must(findIssue(world.state, idOrKey), `issue ${idOrKey}`);
}
