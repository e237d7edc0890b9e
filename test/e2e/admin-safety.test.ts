import type { Frame, Page } from 'playwright-core';
import { adminInputs, type AdminCall } from '../../src/contract/api';
import { eventually } from '../sandbox/eventually';
import { PEOPLE } from '../sandbox/jira/seed';
import { callAdmin, callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { saveBy, seeSaved } from './support/controls';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);
const comment = 'Say in a comment why the issue was moved';
const reopen = 'Open the security issue again when the product issue is reopened';

it(
  'can be used with the keyboard alone: Tab reaches the primary action, Enter opens its dialog, Escape closes it',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('connections');
    await app.getByRole('button', { name: 'Connect a portal' }).waitFor();
    await tabTo(page, app, 'Connect a portal');
    await page.keyboard.press('Enter');
    const dialog = app.getByRole('dialog', { name: 'Connect a portal' });
    await dialog.waitFor();
    await eventually('the dialog has the focus', async () => (await isFocusIn(app, 'dialog')) || undefined);
    for (let count = 0; count < 12; count += 1) {
      await page.keyboard.press('Tab');
      expect(await isFocusIn(app, 'dialog')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually('the button has the focus again', async () =>
      (await focusedText(app)) === 'Connect a portal' ? true : undefined,
    );
  }),
  60_000,
);

it(
  'saves with the keyboard alone',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('closing');
    const before = await closingOf(sandbox);
    await app.getByRole('checkbox', { name: comment }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, app, 'Save');
    await seeSaved(page, () => page.keyboard.press('Enter'));
    expect((await closingOf(sandbox)).comment).toBe(!before.comment);
  }),
  60_000,
);

it(
  'asks before unsaved changes are left, keeps them for who stays and forgets them for who leaves',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('closing');
    const box = app.getByRole('checkbox', { name: comment });
    const before = await box.isChecked();
    await box.click({ force: true });
    await page.getByRole('link', { name: 'Activity' }).click();
    const dialog = app.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByRole('button', { name: 'Stay on this page' }).click();
    await page.waitForURL(sandbox.adminUrl('closing'));
    expect(await box.isChecked()).toBe(!before);

    await page.getByRole('link', { name: 'Activity' }).click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await box.isChecked()).toBe(!before);

    await page.getByRole('link', { name: 'Activity' }).click();
    await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
    await app.getByRole('heading', { name: 'Activity' }).waitFor();
    await page.waitForURL(sandbox.adminUrl('activity'));
    await page.getByRole('link', { name: /^Closing/ }).click();
    expect(await box.isChecked()).toBe(before);
  }),
  60_000,
);

it(
  'lets the browser ask before the window is closed over unsaved changes',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('closing');
    await app.getByRole('checkbox', { name: comment }).click({ force: true });
    await app.getByText('1 unsaved change').waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.accept();
  }),
  60_000,
);

it(
  'tells the slower of two admins what the other saved, and puts both changes together on request',
  stage.play(async ({ sandbox, enter }) => {
    const [first, second] = [await enter('admin'), await enter('admin')];
    const before = await closingOf(sandbox);
    const [one, other] = [await first.admin('closing'), await second.admin('closing')];
    await other.getByRole('checkbox', { name: reopen }).click({ force: true });
    await one.getByRole('checkbox', { name: comment }).click({ force: true });
    await saveBy(one.getByRole('button', { name: 'Save' }), first.page);

    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Someone saved this page while you were editing.').waitFor();
    expect(await inspect(second.page, 'conflict')).toEqual([]);
    await other.getByRole('button', { name: 'See their changes' }).click();
    const dialog = other.getByRole('dialog', { name: 'Their changes' });
    await dialog.getByText('Comment').waitFor();
    expect(await inspect(second.page, 'conflict-changes')).toEqual([]);
    await saveBy(dialog.getByRole('button', { name: 'Save mine on top' }), second.page);
    expect(await closingOf(sandbox)).toMatchObject({
      comment: !before.comment,
      reopenFollows: !before.reopenFollows,
    });
  }),
  60_000,
);

it(
  'shows Jira’s refusal to who does not administer it, and says so on a page whose admin no longer does',
  stage.play(async ({ sandbox, enter }) => {
    const developer = await enter('developer');
    await developer.page.goto(sandbox.adminUrl('overview'));
    await developer.page
      .getByRole('heading', { name: "You don't have permission to view this page" })
      .waitFor();

    const { page, admin } = await enter('admin');
    const app = await admin('closing');
    const before = await closingOf(sandbox);
    await app.getByRole('checkbox', { name: comment }).click({ force: true });
    await page.context().addCookies([{ name: 'sandbox-user', value: PEOPLE.developer, url: sandbox.origin }]);
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('Only people who administer Jira can open this page.').waitFor();
    expect(await app.getByRole('checkbox', { name: comment }).isChecked()).toBe(!before.comment);
    expect(await inspect(page, 'no-longer-admin')).toEqual([]);
    expect(await closingOf(sandbox)).toEqual(before);
  }),
  60_000,
);

it(
  'refuses every admin call of somebody who does not administer Jira, also through the door of the panel',
  stage.play(async ({ sandbox }) => {
    for (const name of Object.keys(adminInputs) as AdminCall[]) {
      const refused = await callAdmin(sandbox, 'engineer', name, {});
      expect({ name, refused }).toMatchObject({ name, refused: { error: { code: 'forbidden' } } });
      const elsewhere = sandbox.host.invokeResolver(
        'jira:issuePanel',
        'finding',
        name,
        {},
        {
          accountId: PEOPLE.admin,
          extension: { type: 'jira:issuePanel', issue: { id: '10000', key: 'WEB-1' } },
        },
      );
      await expect(elsewhere).rejects.toThrow(/no definition|not.*defined/i);
    }
  }),
  60_000,
);

async function closingOf(sandbox: Parameters<typeof callAsAdmin>[0]) {
  return (await callAsAdmin(sandbox, 'settings.get', {})).document.closing;
}

/** Presses Tab until the element with this text has the focus. @throws after 60 presses */
async function tabTo(page: Page, app: Frame, text: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedText(app)) === text) return;
  }
  throw new Error(`Tab does not reach "${text}".`);
}

function focusedText(app: Frame): Promise<string> {
  return app.evaluate<string>("document.hasFocus() ? document.activeElement.textContent.trim() : ''");
}

function isFocusIn(app: Frame, role: string): Promise<boolean> {
  return app.evaluate<boolean>(`document.activeElement.closest('[role=${role}]') !== null`);
}
