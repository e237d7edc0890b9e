import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { eventually } from './support/eventually';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

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
