/** People, groups and issues that mapped fields name: looked up before anything is drafted, each once. */
import { inParallel } from '../../core/data/in-parallel';
import { isRefusal, type JiraResult } from '../../core/jira/failure';
import type { Found, Lookups } from '../../mappings/lookups';
import { draftFields, mappingsFor } from '../../mappings/mappings-for';
import type { Templates } from '../../mappings/templates/templates';
import type { ReadPorts } from '../ports';
import { type Decided, type Mapped, mappedSpaces } from './decided';
import { type Screens, screenKey } from './read-screens';

type Kind = keyof Lookups;

/** What Jira says of everything that the drafts ask for; what it does not say now is told as not known yet. */
export async function findNamed(
  ports: Pick<ReadPorts, 'jira'>,
  decided: readonly Decided[],
  screens: Screens,
  templates: Templates | undefined,
): Promise<Lookups> {
  const asked = new Map<string, { kind: Kind; name: string }>();
  const note = (kind: Kind) => (name: string) => {
    asked.set(`${kind} ${name}`, { kind, name });
    return null;
  };
  const noting: Lookups = { person: note('person'), group: note('group'), parent: note('parent') };
  for (const mapped of decided.flatMap(mappedSpaces)) draftRows(mapped, screens, noting, templates);
  const found = new Map<string, Found>();
  await inParallel([...asked], async ([key, { kind, name }]) => {
    const answer = await look(ports, kind, name);
    found.set(key, answer.ok ? answer.value : isRefusal(answer.failure) ? undefined : null);
  });
  const told = (kind: Kind) => (name: string) => found.get(`${kind} ${name}`);
  return { person: told('person'), group: told('group'), parent: told('parent') };
}

function draftRows(
  { of: { finding, connection, settings }, at: { role, space }, ready, lifecycle }: Mapped,
  screens: Screens,
  lookups: Lookups,
  templates: Templates | undefined,
): void {
  const screen = screens.get(screenKey(ready));
  if (!screen?.ok) return;
  const rows = new Map([...mappingsFor(settings, space)].filter(([, { row }]) => row !== undefined));
  const input = { finding, lifecycle, connection, role, space, lookups, templates, screen: screen.value };
  try {
    draftFields(rows, { ...input, accountOf: () => null });
  } catch {
    // One that the app cannot digest: its job says so.
  }
}

function look(
  { jira }: Pick<ReadPorts, 'jira'>,
  kind: Kind,
  name: string,
): Promise<JiraResult<string | undefined>> {
  switch (kind) {
    case 'person':
      return name.includes('@') ? accountOf(jira, name) : jira.activeAccount(name);
    case 'group':
      return jira.groupOf(name);
    case 'parent':
      return jira.parentOf(name);
  }
}

async function accountOf(jira: ReadPorts['jira'], email: string): Promise<JiraResult<string | undefined>> {
  const found = await jira.accountOf(email);
  return found.ok ? { ok: true, value: found.value?.accountId } : found;
}
