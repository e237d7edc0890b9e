/** What of this site a reference may mean: candidates by its kind and the project it belongs to. */
import type { Ref, SettingsDocument, Space } from '../../contract/settings';
import type { JiraResult } from '../../core/jira/failure';
import type { RefPlace } from '../../core/settings/references';
import type { Named } from '../../core/settings/resolve-ref';
import { effectiveSpace, ruleOf } from '../../core/settings/spaces';
import { findValues } from './find-values';
import type { Ports } from '../ports';

const none: JiraResult<Named[]> = { ok: true, value: [] };

/** Things that carry the reference's id or name, or, where lists are short, all of the kind. */
export async function findThings(
  ports: Ports,
  place: RefPlace,
  document: SettingsDocument,
): Promise<JiraResult<readonly Named[]>> {
  const { catalogue } = ports;
  const { kind, ref, space: of } = place;
  if (kind === 'field') return catalogue.fields();
  if (kind === 'resolution') return catalogue.resolutions();
  if (kind === 'person') return people(ports, ref);
  if (kind === 'project') return projects(ports, ref);
  const space = of && spaceOf(document, of);
  const projectId = space?.project?.id;
  if (projectId === undefined) return none;
  switch (kind) {
    case 'issueType':
      return issueTypes(ports, projectId);
    case 'status':
      return statuses(ports, projectId, typesIn(space));
    case 'component':
      return catalogue.components(projectId);
    case 'securityLevel':
      return catalogue.securityLevels(projectId);
    case 'priority':
      return priorities(ports, projectId, space?.issueType?.id);
    case 'fieldValue':
      return findValues(ports, place, projectId, typesIn(space));
  }
}

/** The issue types in use. */
function typesIn(space: Space | undefined): string[] {
  const refs = [space?.issueType, ...Object.values(space?.issueTypeByKind ?? {})];
  return [...new Set(refs.flatMap((ref) => ref?.id ?? []))];
}

/** The settings of the space that a reference belongs to; of a product or a rule what is inherited counts too. */
export function spaceOf(
  document: SettingsDocument,
  { role, product = '', rule }: NonNullable<RefPlace['space']>,
): Space {
  return effectiveSpace(document, role, product, ruleOf(document, rule)).space;
}

async function projects({ catalogue }: Ports, { id, name }: Ref): Promise<JiraResult<Named[]>> {
  const byId = id === undefined ? undefined : await catalogue.project(id);
  if (byId && !byId.ok) return byId;
  const byName = name === undefined ? none : await catalogue.projectsNamed(name);
  if (!byName.ok) return byName;
  return { ok: true, value: together(byId?.value, byName.value) };
}

async function people({ catalogue }: Ports, { id, name }: Ref): Promise<JiraResult<Named[]>> {
  const byId = id === undefined ? undefined : await catalogue.person(id);
  if (byId && !byId.ok) return byId;
  const byName = name === undefined ? none : await catalogue.peopleNamed(name);
  if (!byName.ok) return byName;
  return { ok: true, value: together(byId?.value, byName.value) };
}

function together(first: Named | undefined, others: readonly Named[]): Named[] {
  return first ? [first, ...others.filter(({ id }) => id !== first.id)] : [...others];
}

async function issueTypes({ catalogue }: Ports, projectId: string): Promise<JiraResult<Named[]>> {
  const project = await catalogue.project(projectId);
  if (!project.ok) return project;
  return { ok: true, value: (project.value?.issueTypes ?? []).filter(({ subtask }) => !subtask) };
}

/** Of the issue types in use; of all of them as long as none is chosen. */
async function statuses(
  { catalogue }: Ports,
  projectId: string,
  used: readonly string[],
): Promise<JiraResult<Named[]>> {
  const byType = await catalogue.statuses(projectId);
  if (!byType.ok) return byType;
  const lists = used.length > 0 ? used.map((id) => byType.value.get(id) ?? []) : [...byType.value.values()];
  return { ok: true, value: [...new Map(lists.flat().map((status) => [status.id, status])).values()] };
}

/** The project's own priorities; Jira tells them by the create screen. */
async function priorities(
  { jira }: Ports,
  projectId: string,
  issueTypeId: string | undefined,
): Promise<JiraResult<Named[]>> {
  if (issueTypeId === undefined) return none;
  const fields = await jira.createFields(projectId, issueTypeId);
  if (!fields.ok) return fields;
  return { ok: true, value: [...(fields.value.find(({ id }) => id === 'priority')?.allowed ?? [])] };
}
