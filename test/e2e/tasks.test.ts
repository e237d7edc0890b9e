import { eventually } from '../sandbox/eventually';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

it(
  'a recurring task is described, shows its next days, and is refused by the field that is missing',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('tasks');
    await app.getByText('No recurring tasks yet').waitFor();
    expect(await inspect(page, 'tasks-empty')).toEqual([]);

    await app.getByRole('button', { name: 'Add a task' }).click();
    const card = app.getByRole('region', { name: 'New task' });
    await card.getByRole('textbox', { name: 'Product' }).fill('shop');
    await choose(card, 'How often', 'quarter');
    await choose(card, 'On which day', 'the last day');
    await card.getByText(/^Next: .*, .*, .*, .*, /).waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Title of the issue is required').waitFor();
    expect(await inspect(page, 'tasks-wrong')).toEqual([]);

    await card.getByRole('textbox', { name: 'Title of the issue' }).fill('Review who has access');
    await app.getByRole('button', { name: 'Save' }).click();
    const saved = await eventually('the task is saved', async () => {
      const { document } = await callAsAdmin(sandbox, 'settings.get', {});
      return document.tasks[0];
    });
    expect(saved).toMatchObject({ product: 'shop', every: 'quarter', on: 31 });
    expect(problems).toEqual([]);
  }),
  90_000,
);
