import { eventually } from '../sandbox/eventually';
import type { PortalAccess } from '../sandbox/start/state';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { findings, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: PortalAccess | undefined;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

it(
  'a mistake in a template is seen beside it and when it is saved; mended, it writes the next issue',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('templates');
    const editor = app.getByRole('region', { name: 'Vulnerability' });
    const preview = app.getByRole('region', { name: 'Preview' });
    await preview.getByText('Details', { exact: true }).waitFor();
    await choose(preview, 'Language', 'German');
    await preview.getByText('Einzelheiten').waitFor();
    expect(await inspect(page, 'templates-built-in')).toEqual([]);

    await editor.getByLabel('Summary').fill('[{{ finding.severity | severity_label }}] {{ finding.title }}');
    const description = editor.getByLabel('Description', { exact: true });
    await description.fill('Found by **us**\n\n{{ finding.description | shout }}');
    await preview.getByText(/has a mistake in line 3, column 1: there is no filter “shout”/).waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await editor
      .getByText(/Description has a mistake in line 3, column 1: there is no filter “shout”/)
      .waitFor();
    expect(await inspect(page, 'templates-mistake')).toEqual([]);

    await description.fill('Found by **us**\n\n{{ finding.description }}');
    await preview.getByText('Found by').waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await eventually('the template is saved', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      return document.templates['vulnerability'];
    });
    if (portal === undefined) throw new Error('no portal');
    await sendFindings(portal, [{ ...findings[0], id: 'SHOP-900', title: 'Written by a template' }]);
    const { findings: offered } = await callAsAdmin(sandbox, 'templates.offered', {});
    expect(offered[0]).toMatchObject({ id: 'SHOP-900' });

    await editor.getByRole('button', { name: 'Reset to built-in' }).click();
    await app.getByRole('button', { name: 'New template' }).click();
    await app.getByLabel('Name').fill('Scans');
    expect(await inspect(page, 'templates-new')).toEqual([]);
    await app.getByRole('button', { name: 'Save' }).click();
    await eventually('the built-in one holds again', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      return document.templates['vulnerability'] === undefined && document.templates['new-template'];
    });
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'Team spaces say who gets issues, in which language, and a product fills fields otherwise',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('spaces');
    const card = app.getByRole('region', { name: 'Product team' }).first();
    await card.getByRole('button', { name: 'More fields' }).click();
    await choose(card, 'Default assignee', 'The lead of the space');
    await choose(card, 'Language', 'Russian');
    expect(await inspect(page, 'spaces-assignee')).toEqual([]);
    await app.getByRole('button', { name: 'Save' }).click();
    await eventually('the space is saved', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      const { assignee, language } = document.spaces.product;
      return language === 'ru' && JSON.stringify(assignee) === '{"from":"projectLead"}';
    });

    const one = await admin('products/payroll');
    await one.getByRole('button', { name: 'Fill fields of Jira otherwise' }).click();
    const rows = one.getByRole('region', { name: 'What fills the fields: Product team' });
    await choose(rows, 'Fill another field', 'Summary');
    await choose(rows, 'Source of Summary', 'Text');
    expect(await inspect(page, 'product-fields')).toEqual([]);
    await one.getByRole('button', { name: 'Save' }).click();
    await eventually('the row is saved', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      return document.products['payroll']?.product?.mapping?.[0]?.field.id === 'summary';
    });
    expect(problems).toEqual([]);
  }),
  120_000,
);
