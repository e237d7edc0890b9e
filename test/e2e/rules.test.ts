import { eventually } from '../sandbox/eventually';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { findings, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { portalClient } from '../sandbox/start/portal-client';
import { useStage } from './support/stage';

let portal: Awaited<ReturnType<typeof makeBusy>>;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

/** The projects of the issues of a finding, by the space. */
async function projectsOf(id: string): Promise<Record<string, string>> {
  const body = JSON.stringify({ ids: [id] });
  const [found] = (await portalClient(portal).post('/v1/findings/lookup', body)) as LookupAnswer;
  const issues = Object.entries(found?.issues ?? {});
  return Object.fromEntries(issues.map(([role, { key }]) => [role, key.split('-')[0] ?? '']));
}
type LookupAnswer = { issues: Record<string, { key: string }> }[];

it(
  'a rule is built, simulated and saved, and what comes then is exactly what the simulation said',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('rules');
    await app.getByRole('heading', { name: 'Rules', exact: true, level: 1 }).waitFor();
    expect(await inspect(page, 'rules')).toEqual([]);

    await app.getByRole('button', { name: 'Add a rule' }).click();
    await app.getByRole('button', { name: 'Move up: New rule' }).click();
    await app.getByRole('button', { name: 'Edit: New rule' }).click();
    const card = app.getByRole('listitem', { name: 'New rule' });
    await card.getByRole('textbox', { name: 'Name' }).fill('Shop to operations');
    const edited = app.getByRole('listitem', { name: 'Shop to operations' });
    await choose(edited, 'Field', 'Product');
    await choose(edited, 'Comparison', 'starts with');
    await edited.getByRole('textbox', { name: 'Value', exact: true }).fill('sho');
    await choose(edited, 'Which issues', 'an issue in the product team space');
    await edited.getByRole('button', { name: 'Own values for the Product team space' }).click();
    expect(await inspect(page, 'rules-editor')).toEqual([]);

    const simulation = app.getByRole('region', { name: 'Simulate' });
    await simulation.getByRole('button', { name: 'Simulate' }).click();
    await simulation.getByText(/Compared with the rules in force, for the last/).waitFor();
    await simulation.getByText(/fewer issues? in SEC/).waitFor();
    expect(await inspect(page, 'rules-simulated')).toEqual([]);

    await app.getByRole('button', { name: 'Save' }).click();
    const saved = async () => (await callAsAdmin(sandbox, 'settings.get', {})).document;
    await eventually('the rule is saved', async () =>
      (await saved()).rules.find(({ name }) => name === 'Shop to operations'),
    );
    const { job } = await callAsAdmin(sandbox, 'rules.simulate', { rules: (await saved()).rules });
    const told = await eventually('the simulation is done', async () => {
      const { result } = await callAsAdmin(sandbox, 'jobs.get', { job });
      return result && 'difference' in result ? result : undefined;
    });
    expect(told.difference.spaces).toEqual([]);
    expect(told.findings.find(({ id }) => id === 'SHOP-101')).toMatchObject({ product: { project: 'WEB' } });
    await sendFindings(portal, [{ ...findings[0], id: 'RULE-1', product: 'shop' }]);
    expect(await projectsOf('RULE-1')).toEqual({ product: 'WEB' });
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'saved settings are offered to existing findings with what that does, and applied',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    await sendFindings(portal, [
      { ...findings[0], id: 'INFO-1', product: 'shop', severity: 'info', status: 'verified' },
    ]);
    const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
    const rules = document.rules.filter(({ name }) => name !== 'Shop to operations');
    await callAsAdmin(sandbox, 'settings.save', { section: 'rules', version: versions.rules, value: rules });
    const app = await admin('rules');
    await app.getByRole('button', { name: 'Known exploited (KEV)' }).click();
    await app.getByRole('button', { name: 'Add a rule' }).click();
    await app.getByRole('button', { name: 'Edit: New rule' }).click();
    const card = app.getByRole('listitem', { name: 'New rule' });
    await choose(card, 'Value', 'Info');
    await app.getByRole('button', { name: 'Save' }).click();
    const offer = app.getByRole('region', { name: 'Apply to existing findings?' });
    await offer.getByText(/^The settings in force would change \d+ findings?: \d+ new issues?, /).waitFor();
    expect(await inspect(page, 'rules-apply')).toEqual([]);
    await page.setViewportSize({ width: 900, height: 800 });
    expect(
      await app.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await offer.getByRole('button', { name: 'Apply to existing findings' }).click();
    await offer.getByText(/^Done: \d+ findings? w/).waitFor();
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'speaks German, and tells of a pasted finding what decided',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin', 'de-DE');
    const app = await admin('rules');
    await app.getByRole('heading', { name: 'Regeln', exact: true, level: 1 }).waitFor();
    await app
      .getByRole('button', { name: /^Bearbeiten: / })
      .first()
      .click();
    expect(await inspect(page, 'german-rules')).toEqual([]);
    const tried = await admin('try');
    await tried.getByRole('button', { name: 'Ein Beispiel einsetzen' }).click();
    await tried.getByRole('button', { name: 'Ausprobieren' }).click();
    await tried.getByText(/^Die Regel „.*“ passt: was entschieden hat$/).click();
    await tried
      .getByText(/^Gilt: Phase/)
      .first()
      .waitFor();
    expect(await inspect(page, 'german-try-rules')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  120_000,
);
