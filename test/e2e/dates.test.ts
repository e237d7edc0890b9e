import { eventually } from '../sandbox/eventually';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose } from './support/controls';
import { lookUp, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

let portal: Awaited<ReturnType<typeof makeBusy>>;
const stage = useStage(async (sandbox) => {
  portal = await makeBusy(sandbox);
});
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
    await step.getByRole('button', { name: 'Add an action' }).click();
    await choose(step.locator('.sf-escalation-action').last(), 'What it does', 'Add a label');

    const calendar = app.getByRole('region', { name: 'Calendar' });
    await calendar.getByRole('textbox', { name: 'Holidays to add' }).fill('2026-12-25\n26.12.2026, Easter');
    await calendar.getByRole('button', { name: 'Add', exact: true }).click();
    await calendar.getByText('Holidays to add contain what is no day: Easter').waitFor();
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

it(
  'a rule groups findings by component and CVE: they share an issue until the last is fixed, or somebody takes the group apart',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('rules');
    await app
      .getByRole('button', { name: /^Edit: / })
      .first()
      .click();
    const rule = app.getByRole('listitem').first();
    await rule.getByText('Findings share issues').click();
    await choose(rule, 'Template', 'Security incident');
    expect(await inspect(page, 'rules-group')).toEqual([]);
    await app.getByRole('button', { name: 'Save' }).click();
    await eventually('the rule is saved', async () => {
      const { rules } = (await callAsAdmin(sandbox, 'settings.get', {})).document;
      return rules.find(({ then }) => then.groupBy?.join() === 'location.component,cve' && then.template);
    });

    await sendFindings(portal, grouped());
    const [one, other, third] = await lookUp(portal, groupedIds);
    const issue = one?.issues.product?.key ?? '';
    expect([other, third].map((found) => found?.issues.product?.key)).toEqual([issue, issue]);
    await sendFindings(
      portal,
      grouped().map((sent, at) => (at < 2 ? { ...sent, status: 'resolved' } : sent)),
    );
    expect((await lookUp(portal, groupedIds))[2]?.issues.product?.statusCategory).not.toBe('done');

    const log = await admin('activity');
    await log.getByRole('button', { name: /LOG-3/ }).first().click();
    const story = log.getByRole('dialog', { name: 'Story of LOG-3' });
    await story.getByText(new RegExp(`It shares ${issue}.* with 2 others`)).waitFor();
    expect(await inspect(page, 'story-group')).toEqual([]);
    await story.getByRole('button', { name: 'Ungroup…' }).click();
    const ask = log.getByRole('dialog', { name: 'Take the group apart?' });
    await ask.getByText(/Each of its 3 findings gets issues of its own/).waitFor();
    expect(await inspect(page, 'story-ungroup')).toEqual([]);
    await ask.getByRole('button', { name: 'Ungroup' }).click();
    await story.getByText('3 findings get issues of their own within minutes.').waitFor();
    await eventually('the open one has an issue of its own', async () => {
      const [, , found] = await lookUp(portal, groupedIds);
      const key = found?.issues.product?.key;
      return key !== undefined && key !== issue;
    });
    expect(problems).toEqual([]);
  }),
  120_000,
);

const groupedIds = ['LOG-1', 'LOG-2', 'LOG-3'];

/** Findings of one component and CVE. */
function grouped() {
  return groupedIds.map((id) => ({
    id,
    product: 'shop',
    title: `log4j in ${id}`,
    severity: 'high',
    status: 'verified',
    cve: ['CVE-2021-44228'],
    location: { component: 'log4j-core' },
  }));
}
