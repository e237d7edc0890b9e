import { readFileSync } from 'node:fs';
import { formats } from '../../src/formats';
import { usual, writers } from '../formats/every/writers';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { findings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

it(
  'shows the issues of an example with the reasons, and what would happen to a known finding, and sends nothing',
  stage.play(async ({ sandbox, enter }) => {
    const { activities, held } = await callAsAdmin(sandbox, 'activity.list', {});
    const { page, admin, problems } = await enter('admin');
    const app = await admin('try');
    await app.getByText('Nothing tried yet').waitFor();
    expect(await inspect(page, 'try-empty')).toEqual([]);
    const text = app.getByRole('textbox', { name: 'Finding or report' });

    await app.getByRole('button', { name: 'Fill in an example' }).click();
    await text.focus();
    await page.keyboard.press('Tab');
    await app.getByRole('button', { name: 'Try it' }).press('Enter');
    const product = app.getByRole('region', { name: 'Product team space' });
    await product.getByText('Would be created').waitFor();
    await product.getByRole('row', { name: /^Summary SQL injection .* From the finding/ }).waitFor();
    await product.getByRole('row', { name: /^Space .* Default of the space/ }).waitFor();
    await app.getByText('Both issues would be linked to each other.').waitFor();
    expect(await inspect(page, 'try-new')).toEqual([]);

    await choose(app.locator('main'), 'Connection', 'Security portal');
    await text.fill(JSON.stringify({ ...findings[0], title: 'Another title', status: 'resolved' }));
    await app.getByRole('button', { name: 'Try it' }).click();
    await product.getByText(/^[A-Z]+-\d+ would be changed$/).waitFor();
    await product.getByText('Would be moved to').waitFor();
    expect(await inspect(page, 'try-known')).toEqual([]);

    await text.fill(JSON.stringify({ ...findings[0], id: 'NEW-1', product: 'payroll' }));
    await app.getByRole('button', { name: 'Try it' }).click();
    await app.getByText(/requires Components/).waitFor();
    expect(await inspect(page, 'try-held')).toEqual([]);
    expect(await callAsAdmin(sandbox, 'activity.list', {})).toMatchObject({ activities, held });
    expect(problems).toEqual([]);
  }),
  90_000,
);

it(
  'names what is wrong next to the text, which stays, and asks for the product of a report',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('try');
    const text = app.getByRole('textbox', { name: 'Finding or report' });
    const send = app.getByRole('button', { name: 'Try it' });
    await text.fill('{ not json');
    await send.click();
    await app.getByText('Finding or report is not JSON').waitFor();
    const wrong = JSON.stringify({ ...findings[0], severity: 'huge' });
    await text.fill(wrong);
    await send.click();
    await app.getByText(/severity must be one of: critical/).waitFor();
    expect(await text.inputValue()).toBe(wrong);
    expect(await inspect(page, 'try-wrong')).toEqual([]);

    await text.fill(readFileSync('test/fixtures/eslint.sarif', 'utf8'));
    await send.click();
    await app.getByText('Product is required').waitFor();
    await app.getByRole('textbox', { name: 'Product' }).fill('shop');
    await send.click();
    await app.getByText(/findings were pasted/).waitFor();
    expect(await inspect(page, 'try-report')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  90_000,
);

it(
  'takes a report of every format, and says which fields of a broken one are wrong',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('try');
    const text = app.getByRole('textbox', { name: 'Finding or report' });
    const send = app.getByRole('button', { name: 'Try it' });
    for (const { format, write } of writers) {
      await text.fill(JSON.stringify(write([{ rule: 1, place: 1 }], usual), null, 2));
      await app.getByRole('textbox', { name: 'Product' }).fill('shop');
      await send.click();
      await app.getByRole('region', { name: 'Product team space' }).getByText('Would be created').waitFor();
      await app.getByText(`Read as a report: ${formats.get(format)?.title ?? ''}`).waitFor();
      expect(await inspect(page, `try-${format}`)).toEqual([]);
    }
    await text.fill('{"class_uid":2002,"finding_info":{"title":"A"}}\n{"class_uid":1');
    await send.click();
    await app.getByRole('region', { name: 'Product team space' }).getByText('Would be created').waitFor();
    await text.fill('{"bomFormat":"CycloneDX","specVersion":"1.1"}');
    await send.click();
    await app.getByText(/specVersion must be 1.4 or later/).waitFor();
    expect(problems).toEqual([]);
  }),
  180_000,
);
