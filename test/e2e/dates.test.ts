import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { eventually } from './support/eventually';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);
const wider = 'document.documentElement.scrollWidth - window.innerWidth';

it(
  'clocks and steps are set up, tell before they are saved what they would do, and are refused by the field that is missing',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('due-dates');
    await app.getByRole('heading', { name: 'Due dates', exact: true, level: 1 }).waitFor();
    expect(await inspect(page, 'dates-empty')).toEqual([]);

    const fix = app.getByRole('region', { name: 'Fix by' });
    await fix.getByText('Findings have a day by which they are to be fixed').click();
    await fix.getByRole('spinbutton', { name: 'Days for Critical' }).fill('1');
    await fix.getByRole('spinbutton', { name: 'Days for Low' }).fill('');
    await choose(fix, 'Which days count', 'working days');

    const steps = app.getByRole('region', { name: 'Escalation' });
    await steps.getByRole('button', { name: 'Add a step' }).click();
    const step = steps.getByRole('listitem', { name: 'Step 1' });
    await step.getByRole('button', { name: 'Add what it does' }).click();
    await choose(step.locator('.sf-action').last(), 'What it does', 'Add a label');

    const calendar = app.getByRole('region', { name: 'Calendar' });
    await calendar.getByRole('textbox', { name: 'Add holidays' }).fill('2026-12-25\n26.12.2026, Easter');
    await calendar.getByRole('button', { name: 'Add', exact: true }).click();
    await calendar.getByText('Add holidays has what is no day: Easter').waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await step.getByText('Label is required').waitFor();
    expect(await inspect(page, 'dates-wrong')).toEqual([]);

    await step.getByRole('textbox', { name: 'Label' }).fill('due-soon');
    const preview = app.getByRole('region', { name: 'What this would do now' });
    await preview
      .getByText(/The due date of \d+ findings would change\. \d+ steps? would be taken at once\./)
      .waitFor();
    await preview.getByRole('cell', { name: '3 days before: Fix by' }).first().waitFor();
    expect(await inspect(page, 'dates-preview')).toEqual([]);
    await app.getByRole('button', { name: 'Save' }).click();
    const saved = await eventually('the clock is saved', async () => {
      const { sla } = (await callAsAdmin(sandbox, 'settings.get', {})).document;
      return sla.fix && sla;
    });
    expect(saved).toMatchObject({
      holidays: ['2026-12-25', '2026-12-26'],
      fix: { days: { critical: 1, high: 30, medium: 90 }, count: 'working' },
      escalation: [
        { clock: 'fix', days: -3, do: [{ kind: 'comment' }, { kind: 'label', label: 'due-soon' }] },
      ],
    });
    expect(saved.fix?.days.low).toBeUndefined();
    await app.getByRole('region', { name: 'Apply to existing findings?' }).waitFor();

    await page.setViewportSize({ width: 900, height: 800 });
    expect(await app.evaluate(wider)).toBeLessThanOrEqual(0);
    expect(await inspect(page, 'dates-900')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  120_000,
);

it(
  'speaks German of clocks and steps',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin', 'de-DE');
    const app = await admin('due-dates');
    await app.getByText(/^Das Fälligkeitsdatum|^Kein Fälligkeitsdatum/).waitFor();
    expect(await inspect(page, 'german-dates')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);
