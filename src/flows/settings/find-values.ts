/** What of this site a fixed value of a field may mean. */
import type { Ref } from '../../contract/settings';
import type { JiraResult } from '../../core/jira/failure';
import type { FieldMeta } from '../../core/jira/issue';
import type { RefPlace } from '../../core/settings/references';
import type { Named } from '../../core/settings/resolve-ref';
import type { Ports } from '../ports';

/** The values that Jira lists for the field on the screens of these issue types, or the very thing that is looked up. */
export async function findValues(
  { jira }: Ports,
  { ref, of }: RefPlace,
  projectId: string,
  types: readonly string[],
): Promise<JiraResult<readonly Named[]>> {
  const values: Named[] = [];
  for (const type of types) {
    const screen = await jira.createFields(projectId, type);
    if (!screen.ok) return screen;
    const field = screen.value.find(({ id }) => id === of?.field.id);
    const found = field && (await valuesOf(jira, field, ref, of?.within));
    if (found?.ok === false) return found;
    values.push(...(found?.value ?? []));
  }
  return { ok: true, value: [...new Map(values.map((value) => [value.id, value])).values()] };
}

async function valuesOf(
  jira: Ports['jira'],
  { type, allowed }: FieldMeta,
  ref: Ref,
  within: Ref | undefined,
): Promise<JiraResult<readonly Named[]>> {
  const text = ref.id ?? ref.name ?? '';
  switch (type) {
    case 'cascading': {
      if (!within) return { ok: true, value: allowed };
      const upper = allowed.find(({ id, name }) => id === within.id || name === within.name);
      return { ok: true, value: upper?.children ?? [] };
    }
    case 'group':
    case 'groups':
      return named(ref, await firstOf([ref.id, ref.name], (one) => jira.groupOf(one)));
    case 'parent':
      return named(ref, await jira.parentOf(text));
    case 'user':
    case 'users':
      return named(ref, await jira.activeAccount(text));
    default:
      return { ok: true, value: allowed };
  }
}

/** Ids differ from site to site; names may be the same. */
async function firstOf(
  names: readonly (string | undefined)[],
  ask: (name: string) => Promise<JiraResult<string | undefined>>,
): Promise<JiraResult<string | undefined>> {
  for (const name of names) {
    const found = name === undefined ? undefined : await ask(name);
    if (found && (!found.ok || found.value !== undefined)) return found;
  }
  return { ok: true, value: undefined };
}

function named(ref: Ref, found: JiraResult<string | undefined>): JiraResult<readonly Named[]> {
  if (!found.ok) return found;
  return {
    ok: true,
    value: found.value === undefined ? [] : [{ id: found.value, name: ref.name ?? found.value }],
  };
}
