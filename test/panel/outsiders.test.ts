/** Surfaces × users × what Jira hides: nobody learns of an issue, finding, person or comment that Jira would not show them. */
import type { PanelCall } from '../../src/contract/panel-calls';
import { PEOPLE } from '../sandbox/jira/seed';
import { issueByHand, linkActionOn, putUnderLevel } from '../support/link-action';
import { hear, panelOf } from '../support/panel';
import { createWorld, finding, type World } from '../support/world';

type Who = keyof typeof PEOPLE;
const users = ['developer', 'engineer', 'outsider'] as const satisfies readonly Who[];
const hidings = ['project', 'security level', 'comment'] as const;
const [pairTitle, loneTitle, reason, whisper] = [
  'Zebra crossing',
  'Quagga stripes',
  'the vault',
  'whispered',
];

let world: World;
let byHand: { readonly WEB: string; readonly SEC: string };
beforeEach(async () => {
  world = createWorld();
  const portal = await world.connect();
  await world.useSpaces({ product: null });
  await hear(world, portal);
  // It has no issue of the product team's.
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-lone', title: loneTitle })] });
  await world.settle();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-pair', title: pairTitle })] });
  await world.settle();
  await panelOf(world, 'SEC-2').act('panel.accept', { until: '2026-02-01', reason });
  await world.settle();
  byHand = { WEB: issueByHand(world, 'WEB'), SEC: issueByHand(world, 'SEC') };
});
afterEach(() => {
  world.close();
});

function hide(what: (typeof hidings)[number]): void {
  if (what === 'security level')
    for (const key of ['SEC-1', 'SEC-2', byHand.SEC]) putUnderLevel(world, key, 'Leads only');
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: whisper }] };
  const body = {
    body: { type: 'doc', version: 1, content: [paragraph] },
    visibility: { type: 'role', value: 'Administrators' },
  };
  if (what === 'comment')
    for (const key of ['WEB-1', 'SEC-2'])
      world.site.call({ method: 'POST', path: `/rest/api/3/issue/${key}/comment`, as: PEOPLE.admin, body });
}

const surfaces: Readonly<Record<string, (who: Who) => Promise<unknown[]>>> = {
  panel: async (who) => {
    const actions: [Exclude<PanelCall, 'panel.get'>, object][] = [
      ['panel.takeBack', {}],
      ['panel.reject', {}],
      ['panel.link', { key: 'SEC-1' }],
      ['panel.link', { key: 'SEC-404' }],
    ];
    const answers: unknown[] = [];
    for (const key of ['WEB-1', 'SEC-2', 'SEC-1']) {
      const panel = panelOf(world, key, PEOPLE[who]);
      answers.push(await panel.get());
      for (const [name, input] of actions) answers.push(await panel.act(name, input));
    }
    return answers;
  },
  'link action': async (who) => {
    const on = (key: string) => linkActionOn(world, key, PEOPLE[who]);
    return [
      await on(byHand.WEB).search(),
      await on(byHand.WEB).search('F-lone'),
      await on(byHand.SEC).search('F-pair'),
      await on('SEC-1').search('F-lone'),
    ];
  },
  automation: async (who) => {
    const answers: unknown[] = [];
    for (const issue of ['WEB-1', 'SEC-2', 'SEC-1', 'SEC-404'])
      for (const action of ['ask-retest', 'mark-false-positive'])
        answers.push(await world.host.runAction(action, { issue }, { accountId: PEOPLE[who] }));
    return answers;
  },
};

/** What Jira does not show this person, as it would stand in an answer. */
function unseen(who: Who): string[] {
  const sees = (key: string) =>
    world.site.call({ path: `/rest/api/3/issue/${key}`, as: PEOPLE[who] }).status === 200;
  const hidden = ['WEB-1', 'SEC-1', 'SEC-2', byHand.WEB, byHand.SEC].filter((key) => !sees(key));
  return [
    whisper,
    ...hidden.flatMap((key) => [`"${key}"`, `"${world.site.issue(key).id}"`]),
    ...(sees('SEC-2') ? [] : [reason]),
    ...(sees('SEC-1') ? [] : [loneTitle, 'F-lone']),
    ...(sees('WEB-1') || sees('SEC-2') ? [] : [pairTitle, 'F-pair', PEOPLE.engineer]),
  ];
}

describe.each(hidings)('what is hidden: %s', (what) => {
  describe.each(users)('%s', (who) => {
    test.each(Object.keys(surfaces))('%s', async (surface) => {
      hide(what);
      const told = JSON.stringify(await surfaces[surface]?.(who));
      expect(unseen(who).filter((secret) => told.includes(secret))).toEqual([]);
    });
  });
});

test('whoever Jira shows it to is told', async () => {
  const told = async (surface: string) => JSON.stringify(await surfaces[surface]?.('engineer'));
  expect(await told('link action')).toContain(loneTitle);
  expect(await told('panel')).toContain(reason);
  expect(await told('automation')).toContain(pairTitle);
});
