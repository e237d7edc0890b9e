import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { eventually } from '../sandbox/eventually';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy, sendToPayments } from './support/busy-site';
import { choose, saveBy } from './support/controls';
import { findings, lookUp, sendFindings } from './support/findings';
import { useStage } from './support/stage';
import type { Sandbox } from './support/sandbox';

let portal: PortalAccess;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

it(
  'finds a product, overrides one value, shows what is overridden, and goes back to the default',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('products');
    await app.getByRole('textbox', { name: 'Search products' }).fill('gate');
    const row = app.getByRole('row', { name: /gateway/ });
    await app.getByRole('row', { name: /deploy/ }).waitFor({ state: 'detached' });
    await row.getByRole('link', { name: 'gateway' }).click();
    await page.waitForURL(sandbox.adminUrl('products/gateway'));
    await app.getByText('This product inherits everything.').waitFor();
    const space = app.getByRole('region', { name: 'Product team space' });
    await space.getByRole('button', { name: 'Override Status when rejected' }).click();
    await choose(space, 'Status when rejected', 'In Progress');
    await app.getByText('1 value is overridden').waitFor();
    await saveBy(app.getByRole('button', { name: 'Save' }), page);
    await app.getByRole('link', { name: 'All products' }).click();
    await row.getByText('Status when rejected').waitFor();

    await row.getByRole('link', { name: 'gateway' }).click();
    await app.getByRole('button', { name: 'Use all defaults' }).click();
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('1 unsaved change').waitFor({ state: 'detached' });
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.products['gateway']).toBeUndefined();
  }),
  60_000,
);

it(
  'shows what holds a finding up, leads to it from the overview, and sends it again once the cause is gone',
  stage.play(async ({ sandbox, enter }) => {
    const held = { ...findings[0], id: 'SALES-1', product: 'sales' };
    await sendToPayments(sandbox, 'sales');
    await sendFindings(portal, [held]);
    const { page, admin } = await enter('admin');
    const app = await admin('overview');
    await app
      .getByText(/requires Components/)
      .first()
      .waitFor();
    const card = app.getByRole('region', { name: 'Held up' });
    await card.getByRole('button', { name: 'Open activity' }).click();
    await app.getByRole('textbox', { name: /^Search by title/ }).fill('SALES-1');
    await app
      .getByRole('button', { name: /\(SALES-1\)$/ })
      .first()
      .waitFor();

    const { versions } = await callAsAdmin(sandbox, 'settings.get', {});
    await callAsAdmin(sandbox, 'settings.save', {
      section: 'products',
      version: versions.products,
      value: {},
    });
    await card
      .getByRole('button', { name: /^Retry/ })
      .first()
      .click();
    await page.getByText(/findings? (is|are) sent again/).waitFor();
    await card.waitFor({ state: 'detached' });
  }),
  60_000,
);

it(
  'lets an admin give what a project demands, after which the held finding gets its issue',
  stage.play(async ({ sandbox, enter }) => {
    await sendToPayments(sandbox, 'ledger');
    await sendFindings(portal, [{ ...findings[0], id: 'LEDGER-1', product: 'ledger' }]);
    const { page, admin } = await enter('admin');
    const product = await admin('products/ledger');
    const space = product.getByRole('region', { name: 'Product team space' });
    await space.getByText(/require Components, Environment type/).waitFor();
    await space.getByText('More fields').click();
    await space.getByRole('button', { name: 'Override Components' }).click();
    await choose(space, 'Components', 'Ledger');
    await saveBy(product.getByRole('button', { name: 'Save' }), page);

    const fields = await admin('fields');
    await fields.getByText('Payments requires Environment type, and nothing fills it.').waitFor();
    await choose(fields.locator('main'), 'Field', 'Environment type');
    await choose(fields.locator('main'), 'Value for Environment type', 'Production');
    await fields.getByRole('button', { name: 'Add', exact: true }).click();
    await saveBy(fields.getByRole('button', { name: 'Save' }), page);

    // Saving what was missing is enough: the finding is tried again by itself.
    const [after] = await eventually('the finding has its issue', async () => {
      const found = await lookUp(portal, ['LEDGER-1']);
      return found[0]?.state === 'synced' ? found : undefined;
    });
    expect(after?.issues.product?.key).toMatch(/^PAY-/);
  }),
  60_000,
);

it(
  'tells who changed what, and undoes it after a question',
  stage.play(async ({ sandbox, enter }) => {
    const before = await callAsAdmin(sandbox, 'settings.get', {});
    const { rules } = before.document;
    await callAsAdmin(sandbox, 'settings.save', {
      section: 'rules',
      version: before.versions.rules,
      value: rules.map((rule) => ({ ...rule, name: 'Only what is grave' })),
    });
    const { page, admin } = await enter('admin');
    const app = await admin('audit');
    const entry = app.getByRole('region', { name: /^Rules/ }).first();
    await entry.getByText('by Site admin').waitFor();
    await entry.getByText('Only what is grave').waitFor();
    await choose(app.locator('main'), 'Section', 'Rules');
    await app.getByRole('region', { name: /^Team spaces/ }).waitFor({ state: 'detached' });
    await entry.getByRole('button', { name: 'Undo: Rules' }).click();
    await app
      .getByRole('dialog', { name: 'Undo this change of Rules?' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('The change is undone').waitFor();
    const after = await callAsAdmin(sandbox, 'settings.get', {});
    expect(after.document.rules).toEqual(rules);
  }),
  60_000,
);

it(
  'exports the settings as a file, and imports an edited one after showing what would change',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('transfer');
    const coming = page.waitForEvent('download');
    await app.getByRole('button', { name: 'Download' }).click();
    const file = await (await coming).path();
    const exported = JSON.parse(readFileSync(file, 'utf8')) as Exported;
    expect(exported).toEqual((await callAsAdmin(sandbox, 'settings.export', {})).document);

    await importText(app, '{ no json');
    await app.getByText('Settings document to import is not JSON').waitFor();
    const follows = !exported.closing.reopenFollows;
    await importText(
      app,
      JSON.stringify({ ...exported, closing: { ...exported.closing, reopenFollows: follows } }),
    );
    await app.getByText('Closing › Reopening follows').waitFor();
    expect(await reopenFollows(sandbox)).toBe(!follows);
    await app.getByRole('button', { name: 'Apply 1 change' }).click();
    await page.getByText('The settings are imported').waitFor();
    expect(await reopenFollows(sandbox)).toBe(follows);
  }),
  60_000,
);

interface Exported {
  readonly closing: { readonly reopenFollows: boolean };
}

async function reopenFollows(sandbox: Sandbox): Promise<boolean> {
  return (await callAsAdmin(sandbox, 'settings.get', {})).document.closing.reopenFollows;
}

async function importText(app: Frame, text: string): Promise<void> {
  await app.getByRole('textbox', { name: 'Settings document to import' }).fill(text);
  await app.getByRole('button', { name: 'Compare' }).click();
}
