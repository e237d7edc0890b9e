/** The create screens that rows of the mapping need: what type a field has, and which values Jira lists for it. */
import type { FieldMeta } from '../../core/jira/issue';
import type { JiraResult } from '../../core/jira/failure';
import type { ReadySpace } from '../../core/settings/spaces';
import type { ReadPorts } from '../ports';
import { askingSpaces, type Decided } from './decided';

export type Screen = ReadonlyMap<string, FieldMeta>;
/** By `screenKey`; where no row needs one there is none. */
export type Screens = ReadonlyMap<string, JiraResult<Screen>>;

export function screenKey({ projectId, issueTypeId }: Pick<ReadySpace, 'projectId' | 'issueTypeId'>): string {
  return `${projectId}/${issueTypeId}`;
}

/** Each once. */
export async function readScreens(ports: ReadPorts, decided: readonly Decided[]): Promise<Screens> {
  const wanted = new Map(
    decided
      .flatMap(askingSpaces)
      .filter(({ at }) => at.space.mapping.length > 0)
      .map(({ ready }) => [screenKey(ready), ready] as const),
  );
  const screens = new Map<string, JiraResult<Screen>>();
  for (const [key, { projectId, issueTypeId }] of wanted) {
    const fields = await ports.jira.createFields(projectId, issueTypeId);
    const byId = fields.ok ? new Map(fields.value.map((field) => [field.id, field])) : undefined;
    screens.set(key, byId ? { ok: true, value: byId } : (fields as JiraResult<Screen>));
  }
  return screens;
}
