/** Gadget and project page, as each person: what Jira hides is neither shown, nor counted, nor hinted at. */
import type * as Gadget from '../../static/gadget/data/read-figures';
import type * as Pages from '../../static/project-page/src/data/find';
import type * as People from '../../static/project-page/src/data/people';
import * as query from '../../static/project-page/src/logic/query';
import { severities } from '../../static/shared/jql/conditions';
import type { Scope } from '../../static/shared/jql/scope';
import { PEOPLE } from '../sandbox/jira/seed';
import { installBridge, readAs } from '../support/bridge';
import { createWorld, finding, type World } from '../support/world';

installBridge();

type Who = keyof typeof PEOPLE;
let world: World;
let pages: typeof Pages;
let gadget: typeof Gadget;
let people: typeof People;

/** F-1 has an issue with each team, and that of the security team, SEC-1, is hidden by its level; so has F-2, hidden from nobody there. */
beforeAll(async () => {
  world = createWorld();
  [pages, gadget, people] = await Promise.all([
    import('../../static/project-page/src/data/find'),
    import('../../static/gadget/data/read-figures'),
    import('../../static/project-page/src/data/people'),
  ]);
  const portal = await world.connect();
  await world.useSpaces();
  const secret = finding({ id: 'F-1', product: 'vault', title: 'Secret door', severity: 'critical' });
  await portal.post('/v1/findings', { findings: [secret, finding({ id: 'F-2', title: 'Plain door' })] });
  await world.settle();
  const hidden = keyOf('SEC', 'Secret door');
  edit(hidden, { security: { id: levelId('Leads only') }, assignee: { accountId: PEOPLE.admin } });
}, 60_000);
afterAll(() => {
  world.close();
});

function keyOf(project: string, title: string): string {
  const jql = `project = ${project} AND summary ~ "${title}"`;
  const path = `/rest/api/3/search/jql?fields=summary&jql=${encodeURIComponent(jql)}`;
  const { issues } = world.site.call({ path, as: PEOPLE.admin }).value as unknown as {
    issues: { key: string }[];
  };
  return issues[0]?.key ?? '';
}

function levelId(wanted: string): string {
  const { value } = world.site.call({ path: '/rest/api/3/project/SEC/securitylevel', as: PEOPLE.admin });
  const { levels } = value as unknown as { levels: { id: string; name: string }[] };
  return levels.find(({ name }) => name === wanted)?.id ?? '';
}

function edit(key: string, fields: Record<string, Record<string, string>>): void {
  const put = {
    method: 'PUT',
    path: `/rest/api/3/issue/${key}`,
    as: PEOPLE.admin,
    body: { fields },
  } as const;
  expect(world.site.call(put).status).toBe(204);
}

const projectId = (key: string): string => world.ref('project', key).id ?? '';

/** Everything that the project page of a project would read for the person. */
async function projectPage(who: Who, key: string) {
  const id = projectId(key);
  const jql = query.inOrder(query.conditionsOf(id, { ...query.noFilter, state: 'any' }), query.worstFirst);
  return readAs(world, PEOPLE[who], async () => ({
    page: await pages.findRows(jql),
    numbers: await pages.readNumbers(id),
    exported: await pages.findAll(
      jql,
      () => undefined,
      () => false,
    ),
    people: await people.findPeople(id, 'a').catch((error: unknown) => String(error)),
  }));
}

async function figures(who: Who, scope: Scope) {
  return readAs(world, PEOPLE[who], () =>
    gadget.readFigures({ scope, side: 'any' }, 'UTC', world.clock.now()),
  );
}

describe.each<[Who, string, readonly string[]]>([
  ['admin', 'WEB', ['Plain door', 'Secret door']],
  ['admin', 'SEC', ['Plain door', 'Secret door']],
  ['engineer', 'WEB', ['Plain door', 'Secret door']],
  ['engineer', 'SEC', ['Plain door']],
  ['developer', 'WEB', ['Plain door', 'Secret door']],
])('the project page: the %s in %s', (who, key, titles) => {
  it('lists, counts and exports what they may see, and no more', async () => {
    const { answer } = await projectPage(who, key);
    const shown = answer.page.rows.map(({ summary }) => titles.find((title) => summary.includes(title)));
    expect(shown.sort()).toEqual(titles);
    expect(answer.exported.rows).toHaveLength(titles.length);
    expect(answer.numbers.severities.reduce((sum, [, count]) => sum + count, 0)).toBe(titles.length);
    // Who can be assigned in the project is no secret to whoever works in it.
    const said = JSON.stringify({ ...answer, people: [] });
    if (!titles.includes('Secret door')) expect(said).not.toMatch(/Secret door|vault|F-1|Site admin/);
  });
});

test.each<[Who, string]>([
  ['developer', 'SEC'],
  ['outsider', 'SEC'],
  ['outsider', 'WEB'],
])('the project page tells the %s nothing of %s, which they may not browse', async (who, key) => {
  const { answer } = await projectPage(who, key);
  expect({ ...answer, people: [] }).toEqual({
    page: { rows: [] },
    numbers: { severities: severities.map((severity) => [severity, 0]), overdue: 0 },
    exported: { rows: [], isCut: false },
    people: [],
  });
  expect(JSON.stringify(answer.people)).not.toMatch(/Site admin|Security engineer/);
});

const scopes = {
  all: () => ({ kind: 'all' }),
  'project SEC': () => ({ kind: 'project', project: projectId('SEC') }),
  'product vault': () => ({ kind: 'product', product: 'vault' }),
  'JQL of SEC': () => ({ kind: 'jql', jql: 'project = SEC' }),
} as const satisfies Record<string, () => Scope>;

describe.each<[Who, Readonly<Record<keyof typeof scopes, number | 'empty' | 'unanswerable'>>]>([
  ['admin', { all: 4, 'project SEC': 2, 'product vault': 2, 'JQL of SEC': 2 }],
  ['engineer', { all: 3, 'project SEC': 1, 'product vault': 1, 'JQL of SEC': 1 }],
  ['developer', { all: 2, 'project SEC': 'empty', 'product vault': 1, 'JQL of SEC': 'empty' }],
  ['outsider', { all: 'empty', 'project SEC': 'empty', 'product vault': 'empty', 'JQL of SEC': 'empty' }],
])('the gadget of the %s', (who, seen) => {
  it.each(Object.entries(scopes))('counts of %s what they may see', async (name, scope) => {
    const { answer, calls } = await figures(who, scope());
    const expected = seen[name as keyof typeof scopes];
    expect(answer.step === 'ready' ? answer.figures.open.count : answer.step).toBe(expected);
    expect(calls.length).toBeLessThanOrEqual(36);
    if (typeof expected !== 'number') expect(Object.keys(answer)).toEqual(['step']);
  });
});

test('a JQL that Jira refuses is told without what Jira says of it', async () => {
  const { answer } = await figures('outsider', { kind: 'jql', jql: 'universe = "Secret"' });
  expect(answer).toEqual({ step: 'unanswerable' });
});
