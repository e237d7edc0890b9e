import type { FindingView } from '../../src/contract/portal-api';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { portalClient } from '../sandbox/start/portal-client';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy, sendToPayments } from './support/busy-site';
import { choose, saveBy } from './support/controls';
import { findings, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: Awaited<ReturnType<typeof makeBusy>>;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});

interface Shown {
  readonly names: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What Jira shows of these fields of an issue. */
async function shownIn(origin: string, key: string, names: readonly string[]): Promise<unknown[]> {
  const authorization = `Basic ${Buffer.from(`${PEOPLE.admin}:`).toString('base64')}`;
  const answer = await fetch(`${origin}/rest/api/3/issue/${key}?expand=names`, {
    headers: { authorization },
  });
  const { names: known, fields } = (await answer.json()) as Shown;
  const idOf = (name: string) => Object.keys(known).find((id) => known[id] === name) ?? '';
  return names.map((name) => fields[idOf(name)]);
}

it(
  'rows fill fields from the finding or with values, after which nothing is called missing',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('fields');
    const missing = app.getByText('Payments requires Environment type, and nothing fills it.');
    await missing.waitFor();
    const card = app.getByRole('region', { name: 'What fills the fields: Product team' });
    expect(await inspect(page, 'field-rows-empty')).toEqual([]);

    await choose(card, 'Fill another field', 'Environment type');
    await missing.waitFor({ state: 'detached' });
    await choose(card, 'Source of Environment type', 'Fixed value');
    await missing.waitFor();
    await choose(card, 'Value for Environment type', 'Production');
    await missing.waitFor({ state: 'detached' });
    await choose(card, 'Fill another field', 'Risk score');
    await choose(card, 'Source of Risk score', 'Field of the finding');
    await choose(card, 'Field of the finding for Risk score', 'cvss.score');
    await choose(card, 'Owner of Risk score', 'Portal');
    await choose(card, 'Unknown values of Risk score', 'empty');
    await choose(card, 'Fill another field', 'Remediation notes');
    await choose(card, 'Source of Remediation notes', 'Text');
    await choose(card, 'Fill another field', 'Contact');
    await card.getByRole('textbox', { name: 'Attribute for Contact' }).fill('');
    await app.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Attribute for Contact is required').waitFor();
    expect(await inspect(page, 'field-rows-wrong')).toEqual([]);

    await card.getByRole('button', { name: 'Remove the row of Contact' }).click();
    await app.getByRole('button', { name: 'Save' }).click();
    const saved = await eventually('the rows are saved', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      return document.spaces.product.mapping.length > 0 ? document.spaces.product.mapping : undefined;
    });
    expect(saved.map(({ field }) => field.id?.replace(/\d+$/, ''))).toEqual(Array(3).fill('customfield_'));
    expect(saved).toMatchObject([
      {
        field: { name: 'Environment type' },
        source: { kind: 'fixed', value: { name: 'Production' } },
        owner: 'people',
        whenUnknown: 'hold',
      },
      {
        field: { name: 'Risk score' },
        source: { kind: 'field', name: 'cvss.score' },
        owner: 'portal',
        whenUnknown: 'empty',
      },
      {
        field: { name: 'Remediation notes' },
        source: { kind: 'text', template: '{{ finding.title }}' },
        owner: 'people',
        whenUnknown: 'hold',
      },
    ]);
    expect(problems).toEqual([]);
  }),
  90_000,
);

it(
  'a cascading list and a person are filled, and the next issue has both',
  stage.play(async ({ sandbox, enter }) => {
    await sendToPayments(sandbox, 'cards');
    const { page, admin, problems } = await enter('admin');
    const product = await admin('products/cards');
    const space = product.getByRole('region', { name: 'Product team space' });
    await space.getByText('More fields').click();
    await space.getByRole('button', { name: 'Override Components' }).click();
    await choose(space, 'Components', 'Ledger');
    await saveBy(product.getByRole('button', { name: 'Save' }), page);

    const app = await admin('fields');
    const card = app.getByRole('region', { name: 'What fills the fields: Product team' });
    await card.getByRole('combobox', { name: 'Fill another field' }).waitFor();
    for (const field of ['Environment type', 'Affected system', 'Contact']) {
      if ((await card.getByRole('button', { name: `Remove the row of ${field}` }).count()) === 0)
        await choose(card, 'Fill another field', field);
    }
    await choose(card, 'Source of Environment type', 'Fixed value');
    await choose(card, 'Value for Environment type', 'Production');
    await choose(card, 'Source of Affected system', 'Fixed value');
    await card.getByRole('textbox', { name: 'Value for Affected system' }).fill('Ledger > Export');
    await choose(card, 'Source of Contact', 'Attribute of the finding');
    await card.getByRole('textbox', { name: 'Attribute for Contact' }).fill('contact');
    expect(await inspect(page, 'field-rows-cascading')).toEqual([]);
    await saveBy(app.getByRole('button', { name: 'Save' }), page);

    const attributes = { contact: PEOPLE.developer };
    await sendFindings(portal, [{ ...findings[0], id: 'CARDS-1', product: 'cards', attributes }]);
    const body = JSON.stringify({ ids: ['CARDS-1'] });
    const [found] = (await portalClient(portal).post('/v1/findings/lookup', body)) as FindingView[];
    expect(
      await shownIn(sandbox.origin, found?.issues.product?.key ?? '', ['Affected system', 'Contact']),
    ).toMatchObject([{ value: 'Ledger', child: { value: 'Export' } }, { accountId: PEOPLE.developer }]);
    expect(problems).toEqual([]);
  }),
  90_000,
);
