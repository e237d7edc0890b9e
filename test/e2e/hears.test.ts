import type { Frame, Locator } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { choose, fieldToCopy, saveBy } from './support/controls';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const name = 'Security portal';

/** The portal outside: how it answers, and what it was sent. */
let answer = () => new Response('{"ok":true}', { status: 200 });
let sent: { body: string; headers: Record<string, string> }[] = [];

const stage = useStage(makeBusy, (_url, { body, headers }) => {
  sent.push({
    body: typeof body === 'string' ? body : '',
    headers: Object.fromEntries(new Headers(headers)),
  });
  return Promise.resolve(answer());
});

it(
  'a portal is told by pull, then by push: with an address, its approval, a secret shown once, and a test',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('connections');
    const dialog = await openHears(app);
    await dialog.getByRole('radio', { name: 'Not at all' }).waitFor();
    await mode(dialog, 'Pull: the portal asks');
    await save(dialog);
    await dialog.getByText('0 events', { exact: true }).waitFor();
    expect(await inspect(page, 'hears-pull')).toEqual([]);

    await mode(dialog, 'Push: the app sends');
    const address = dialog.getByRole('textbox', { name: 'Address of the portal' });
    await save(dialog);
    await dialog.getByText('Address of the portal is required').waitFor();
    await address.fill('https://10.0.0.1/hook');
    await save(dialog);
    await dialog.getByText(/^Address of the portal must be an https address/).waitFor();
    expect(await inspect(page, 'hears-wrong')).toEqual([]);
    await address.fill('https://portal.example.com/hook');
    await save(dialog);
    await dialog.getByRole('heading', { name: 'The address is not approved' }).waitFor();
    const secret = await fieldToCopy(dialog, 'Signing secret');
    expect(secret).toMatch(/^whsec_/);
    expect(await inspect(page, 'hears-unapproved')).toEqual([]);

    await dialog.getByRole('button', { name: 'Send a test event' }).click();
    await dialog.getByText(/^It was not sent/).waitFor();
    await dialog.getByRole('button', { name: 'Approve the address' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText(/^The address was not approved/).waitFor();
    await dialog.getByRole('button', { name: 'Approve the address' }).click();
    await page.getByRole('listitem').filter({ hasText: 'https://portal.example.com' }).waitFor();
    await page.getByRole('button', { name: 'Allow' }).click();
    await dialog
      .getByText(/address is not approved/)
      .first()
      .waitFor({ state: 'detached' });

    sent = [];
    await dialog.getByRole('button', { name: 'Send a test event' }).click();
    await dialog.getByText(/^The portal took it: answer 200/).waitFor();
    const [event] = sent;
    expect(() => new Webhook(secret).verify(event?.body ?? '', event?.headers ?? {})).not.toThrow();
    expect(await inspect(page, 'hears-taken')).toEqual([]);
    answer = () => new Response('no such hook', { status: 404 });
    await dialog.getByRole('button', { name: 'Send a test event' }).click();
    await dialog.getByText(/^The portal did not take it: answer 404/).waitFor();
    await dialog.getByText('no such hook').waitFor();
    expect(await inspect(page, 'hears-refused')).toEqual([]);

    // A secret that nobody copied is not lost by Escape alone.
    await page.keyboard.press('Escape');
    await dialog.getByText('Did you copy the secret?').waitFor();
    expect(await inspect(page, 'hears-leave')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const again = await openHears(app);
    await again.getByRole('button', { name: 'New signing secret' }).waitFor();
    expect(await again.getByText(/whsec_/).count()).toBe(0);
    expect(problems).toEqual(['bridge __permission__egressSet: The administrator did not agree.']);
  }),
  120_000,
);

it(
  'the keyboard alone rotates the secret, and the dialog speaks German',
  stage.play(async ({ sandbox, enter }) => {
    const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
    await callAsAdmin(sandbox, 'connections.setOutbound', {
      connection: connections[0]?.key ?? '',
      mode: 'push',
      url: 'https://portal.example.com/hook',
    });
    const { page, admin, problems } = await enter('admin', 'de-DE');
    const app = await admin('connections');
    await app.getByRole('button', { name: `Weitere Aktionen für ${name}` }).press('Enter');
    await app.getByRole('menuitem', { name: 'Portal hört' }).press('Enter');
    const dialog = app.getByRole('dialog', { name: `Was ${name} von Jira hört` });
    await dialog.getByRole('button', { name: 'Neues Signaturgeheimnis' }).press('Enter');
    await dialog.getByText(/^Bis .* wird auch mit dem alten Geheimnis signiert/).waitFor();
    expect(await fieldToCopy(dialog, 'Signaturgeheimnis')).toMatch(/^whsec_/);
    expect(await inspect(page, 'hears-german')).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);

it(
  'who speaks for a finding with two issues is chosen with the team spaces',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin, problems } = await enter('admin');
    const app = await admin('spaces');
    const card = app.getByRole('region', { name: 'What the portal hears' });
    await choose(card, 'Whose status the portal hears', 'what both issues say, once they agree');
    await card.scrollIntoViewIfNeeded();
    expect(await inspect(page, 'speaks')).toEqual([]);
    await saveBy(app.getByRole('button', { name: 'Save' }), page);
    const { document } = await callAsAdmin(sandbox, 'settings.get', {});
    expect(document.statuses.speaks).toBe('both');
    expect(problems).toEqual([]);
  }),
  60_000,
);

it(
  'where comments go, and what is heard, is chosen in the dialog',
  stage.play(async ({ sandbox, enter }) => {
    const { connections } = await callAsAdmin(sandbox, 'connections.list', {});
    const connection = connections.find((one) => one.name === name)?.key ?? '';
    const { page, admin, problems } = await enter('admin');
    const dialog = await openHears(await admin('connections'));
    await mode(dialog, 'Pull: the portal asks');
    await dialog.getByText('Due dates: changed, near, past', { exact: true }).click();
    await choose(dialog, 'Comments of the portal go to', 'The product team’s issue');
    await choose(dialog, 'The portal hears comments by people on', 'None');
    await dialog.getByText(/^Comments by people go between/).click();
    await dialog.getByRole('textbox', { name: 'Word that keeps a comment where it is' }).fill('#here');
    expect(await inspect(page, 'hears-comments')).toEqual([]);
    await save(dialog);
    await page.getByText(`What ${name} hears is saved`).waitFor();
    const { comments, events } = await callAsAdmin(sandbox, 'connections.outbound', { connection });
    expect(comments).toEqual({ toJira: 'product', fromJira: 'off', between: true, tag: '#here' });
    expect(events).toEqual(expect.not.arrayContaining(['finding.overdue']));
    expect(events).toEqual(expect.arrayContaining(['finding.commented', 'test']));
    expect(problems).toEqual([]);
  }),
  60_000,
);

async function openHears(app: Frame): Promise<Locator> {
  await app.getByRole('button', { name: `More actions for ${name}` }).click();
  await app.getByRole('menuitem', { name: 'Portal hears' }).click();
  return app.getByRole('dialog', { name: `What ${name} hears of Jira` });
}

async function mode(dialog: Locator, label: string): Promise<void> {
  await dialog.getByRole('radio', { name: label }).check({ force: true });
}

async function save(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Save' }).click();
}
