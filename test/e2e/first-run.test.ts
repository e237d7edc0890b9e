import type { Frame } from 'playwright-core';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

/** Nothing is set up here, and no test sets anything up. */
const stage = useStage();

const views = [
  { name: 'overview', says: '0 of 5 done' },
  { name: 'connections', says: 'No portal is connected yet' },
  { name: 'spaces', says: 'Switched off. Findings create no issue here until you choose where.' },
  { name: 'products', says: 'No products yet' },
  { name: 'activity', says: 'Nothing happened yet' },
  { name: 'audit', says: 'Nothing was changed yet' },
] as const;

it.each(views)(
  'says on the empty page "$name" what will appear and how to get it, light and dark',
  ({ name, says }) =>
    stage.play(async ({ enter }) => {
      const admin = await enter('admin');
      const app = await admin.admin(name);
      await app.getByText(says).first().waitFor();
      expect(await inspect(admin.page, `first-${name}`)).toEqual([]);
      expect(admin.problems).toEqual([]);
    })(),
  60_000,
);

it(
  'leads from the set-up list to a new connection, and asks for its name',
  stage.play(async ({ enter }) => {
    const admin = await enter('admin');
    const app = await admin.admin('overview');
    await app.getByRole('button', { name: 'Open connections' }).first().click();
    const dialog = app.getByRole('dialog', { name: 'Connect a portal' });
    await dialog.getByRole('button', { name: 'Create connection' }).click();
    await dialog.getByText('Name is required').waitFor();
    expect(await inspect(admin.page, 'first-connect')).toEqual([]);
    await admin.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }),
  60_000,
);

it(
  'proposes everything of a space once its project is chosen, and says what it still needs without one',
  stage.play(async ({ enter }) => {
    const admin = await enter('admin');
    const app = await admin.admin('spaces');
    const space = app.getByRole('region', { name: 'Security team space' });
    await space.getByRole('checkbox').click({ force: true });
    await app.getByRole('button', { name: 'Save' }).click();
    await space.getByText('Space is required').waitFor();
    expect(await inspect(admin.page, 'first-space-without-project')).toEqual([]);
    await chooseProject(app, 'Security');
    for (const proposed of ['Closed', 'Rejected', 'Highest', 'Lowest'])
      await space.getByText(proposed, { exact: true }).first().waitFor();
    expect(await inspect(admin.page, 'first-space-proposed')).toEqual([]);
    await app.getByRole('button', { name: 'Discard' }).click();
    await space.getByText('Switched off.').waitFor();
  }),
  60_000,
);

async function chooseProject(app: Frame, name: string): Promise<void> {
  const card = app.getByRole('region', { name: 'Security team space' });
  await card.getByRole('combobox', { name: 'Space' }).fill(name);
  await app.getByRole('option', { name }).first().click();
}
