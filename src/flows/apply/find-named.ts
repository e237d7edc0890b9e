/** People, groups and issues that mapped fields name: looked up before anything is drafted, each once. */
import { inParallel } from '../../core/data/in-parallel';
import { isRefusal, type JiraResult } from '../../core/jira/failure';
import type { Found, Lookups } from '../../mappings/lookups';
import { draftFields, mappingsFor } from '../../mappings/mappings-for';
import type { MappingInput } from '../../mappings/mapping';
import type { ReadPorts } from '../ports';
import { type Asking, askingSpaces, type Decided } from './decided';
import { type Screens, screenKey } from './read-screens';

type Kind = keyof Lookups;
type Known = Pick<MappingInput, 'templates' | 'accountOf'>;

/** What Jira says of everything that the drafts ask for; what it does not say now is told as not known yet. */
export async function findNamed(
  ports: Pick<ReadPorts, 'jira'>,
  decided: readonly Decided[],
  screens: Screens,
  known: Known,
): Promise<Lookups> {
  const asked = new Map<string, { kind: Kind; name: string }>();
  const note = (kind: Kind) => (name: string) => {
    asked.set(`${kind} ${name}`, { kind, name });
    return null;
  };
  const noting = lookupsBy(note);
  for (const asking of decided.flatMap(askingSpaces)) draftAsking(asking, screens, noting, known);
  const found = new Map<string, Found>();
  await inParallel([...asked], async ([key, { kind, name }]) => {
    const answer = await look(ports, kind, name);
    found.set(key, answer.ok ? answer.value : isRefusal(answer.failure) ? undefined : null);
  });
  const told = (kind: Kind) => (name: string) => found.get(`${kind} ${name}`);
  return lookupsBy(told);
}

function lookupsBy(ask: (kind: Kind) => (name: string) => Found): Lookups {
  return {
    person: ask('person'),
    group: ask('group'),
    parent: ask('parent'),
    projectLead: ask('projectLead'),
    componentLead: ask('componentLead'),
  };
}

/** Drafts what may have to ask Jira: rows, and the assignee with the components that it may depend on. */
function draftAsking(
  { of: { finding, connection, settings }, at: { role, space }, ready, lifecycle }: Asking,
  screens: Screens,
  lookups: Lookups,
  known: Known,
): void {
  const read = screens.get(screenKey(ready));
  if (read?.ok === false) return;
  const screen = read?.value ?? new Map<string, never>();
  const asks = ['assignee', 'components'];
  const mappings = [...mappingsFor(settings, space)].filter(
    ([field, { row }]) => row !== undefined || asks.includes(field),
  );
  const template = { id: finding.kind, mode: 'replace' } as const;
  const input = { finding, lifecycle, connection, role, space, lookups, screen, template, ...known };
  try {
    draftFields(new Map(mappings), input);
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
    case 'projectLead':
      return jira.projectLead(name);
    case 'componentLead': {
      const [project = '', component = ''] = name.split('/');
      return jira.componentLead(project, component);
    }
  }
}

async function accountOf(jira: ReadPorts['jira'], email: string): Promise<JiraResult<string | undefined>> {
  const found = await jira.accountOf(email);
  return found.ok ? { ok: true, value: found.value?.accountId } : found;
}
