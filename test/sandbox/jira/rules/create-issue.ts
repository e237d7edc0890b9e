import { raiseCreated, raiseIssueEvent } from '../events/issue-events';
import { JiraError } from '../http/jira-error';
import { idOf, objectOr, stringOf } from '../json';
import type { Json, JsonObject } from '../json';
import { findProject, must, setupOf } from '../state/lookup';
import type { IssueRecord, IssueTypeSetup, ProjectRecord } from '../state/model';
import { addToSet, nextId } from '../state/site-state';
import type { Actor, World } from '../world';
import { mentionsIn } from './adf';
import { readFieldChanges } from './field-changes';
import type { FieldChanges } from './field-changes';
import { makeLinks, readLinkOperations } from './link-operations';
import { canSeeProject, hasProjectPermission } from './permissions';
import { putProperty, readProperties } from './properties';
import { carryOut, checkTransition, requiredText } from './transitions';

/** What became of the transition that a create body asked for. */
export interface NestedOutcome {
  readonly status: number;
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

export interface CreatedIssue {
  readonly issue: IssueRecord;
  readonly transition?: NestedOutcome;
}

const HANDLED_HERE = new Set(['project', 'issuetype']);

/** Creates an issue from a request body. @throws JiraError 400 with every refused field */
export function createIssue(world: World, actor: Actor, body: JsonObject): CreatedIssue {
  const fields = objectOr(body['fields']);
  const project = projectFor(world, actor, fields['project']);
  const setup = setupFor(world, project, fields['issuetype']);
  const changes = checkFields(world, actor, body, project, setup);
  const links = readLinkOperations(world, actor, changes.links);
  const properties = readProperties(body['properties']);
  const issue = insertIssue(world, actor, project, setup, changes.values);
  for (const { key, value } of properties) putProperty(world, issue, key, value);
  const transition =
    body['transition'] === undefined ? undefined : firstTransition(world, actor, issue, body);
  world.index.note(issue);
  raiseCreated(world, issue, actor.accountId);
  announceMentions(world, actor, issue);
  makeLinks(world, actor, issue, links);
  return { issue, ...(transition ? { transition } : {}) };
}

function projectFor(world: World, actor: Actor, value: Json | undefined): ProjectRecord {
  const reference = objectOr(value);
  const name = idOf(reference['id']) ?? stringOf(reference['key']);
  const project = name === undefined ? undefined : findProject(world.state, name);
  if (!project || !canSeeProject(world, actor.accountId, project))
    throw new JiraError(400, [], { project: 'Specify a valid project ID or key' });
  if (project.state !== 'live') throw new JiraError(400, [], { project: 'The project is archived.' });
  if (!hasProjectPermission(world, actor.accountId, project, 'CREATE_ISSUES'))
    throw new JiraError(400, [], { project: 'You cannot create issues in this project.' });
  return project;
}

function setupFor(world: World, project: ProjectRecord, value: Json | undefined): IssueTypeSetup {
  const reference = objectOr(value);
  const id = idOf(reference['id']);
  const name = stringOf(reference['name']);
  if (id === undefined && name === undefined)
    throw new JiraError(400, [], { issuetype: 'Specify an issue type' });
  const setup = project.setups.find((s) => {
    const type = must(world.state.issueTypes.get(s.issueTypeId), 'issue type');
    return id === undefined ? type.name === name : type.id === id;
  });
  if (!setup) throw new JiraError(400, [], { issuetype: 'The issue type selected is invalid.' });
  return setup;
}

function checkFields(
  world: World,
  actor: Actor,
  body: JsonObject,
  project: ProjectRecord,
  setup: IssueTypeSetup,
): FieldChanges {
  const changes = readFieldChanges(world, actor, body, {
    project,
    issueTypeId: setup.issueTypeId,
    open: new Set(setup.createScreen.map((field) => field.fieldId)),
    skip: HANDLED_HERE,
  });
  const errors = { ...changes.errors };
  for (const { fieldId, required } of setup.createScreen) {
    const missing = (changes.values.get(fieldId) ?? null) === null;
    if (
      required &&
      missing &&
      !HANDLED_HERE.has(fieldId) &&
      !(fieldId in errors) &&
      !hasDefault(project, fieldId)
    )
      errors[fieldId] = requiredText(world, fieldId);
  }
  const level = world.state.issueTypes.get(setup.issueTypeId)?.hierarchyLevel ?? 0;
  if (level < 0 && !changes.values.get('parent') && !('parent' in errors))
    errors['parent'] = 'Could not find issue by id or key.';
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return changes;
}

function hasDefault(project: ProjectRecord, fieldId: string): boolean {
  return fieldId === 'reporter' || (fieldId === 'priority' && project.defaultPriorityId !== null);
}

function insertIssue(
  world: World,
  actor: Actor,
  project: ProjectRecord,
  setup: IssueTypeSetup,
  values: ReadonlyMap<string, Json>,
): IssueRecord {
  const now = world.clock.now();
  const workflow = must(world.state.workflows.get(setup.workflowId), 'workflow');
  const initial = must(workflow.transitions.find((t) => t.type === 'INITIAL')?.to, 'initial status');
  const defaults: Record<string, Json> = { reporter: actor.accountId };
  if (project.priorityIds && project.defaultPriorityId !== null)
    defaults['priority'] = project.defaultPriorityId;
  const given = [...values].filter(([, value]) => value !== null);
  const issue: IssueRecord = {
    id: nextId(world.state, 'issue'),
    key: `${project.key}-${String(project.nextIssueNumber)}`,
    projectId: project.id,
    issueTypeId: setup.issueTypeId,
    statusId: initial,
    creatorId: actor.accountId,
    createdAt: now,
    updatedAt: now,
    statusChangedAt: now,
    resolvedAt: null,
    values: { ...defaults, ...Object.fromEntries(given) },
    properties: {},
    comments: [],
    history: [],
  };
  project.nextIssueNumber += 1;
  world.state.issues.set(issue.id, issue);
  world.state.keys.set(issue.key, issue.id);
  const parent = issue.values['parent'];
  if (typeof parent === 'string') addToSet(world.state.children, parent, issue.id);
  return issue;
}

function firstTransition(world: World, actor: Actor, issue: IssueRecord, body: JsonObject): NestedOutcome {
  try {
    // The fields of the body belong to the create screen; the transition gets none of them.
    carryOut(world, issue, checkTransition(world, actor, issue, { transition: body['transition'] }));
    return { status: 200, errorMessages: [], errors: {} };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    const { errorMessages, errors } = error.body as {
      errorMessages: string[];
      errors: Record<string, string>;
    };
    return { status: error.status, errorMessages, errors };
  }
}

function announceMentions(world: World, actor: Actor, issue: IssueRecord): void {
  const mentioned = mentionsIn(issue.values['description']).filter((id) => id !== actor.accountId);
  if (mentioned.length > 0)
    raiseIssueEvent(world, 'avi:jira:mentioned:issue', issue, actor.accountId, {
      mentionedAccountIds: mentioned,
    });
}

/** The setup of an issue's type. @throws when the state is broken */
export function setupOfIssue(world: World, issue: IssueRecord): IssueTypeSetup {
  const project = must(world.state.projects.get(issue.projectId), 'project');
  return must(setupOf(project, issue.issueTypeId), 'issue type');
}
