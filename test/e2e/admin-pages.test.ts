import type { Frame, Page } from 'playwright-core';
import { makeBusy } from './support/busy-site';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);

interface View {
  readonly name: string;
  readonly route: string;
  /** Brings the page to what is looked at. */
  readonly prepare?: (app: Frame, page: Page) => Promise<void>;
}

const views: readonly View[] = [
  { name: 'overview', route: 'overview' },
  { name: 'connections', route: 'connections' },
  { name: 'connection-menu', route: 'connections', prepare: openMenu },
  { name: 'connection-test', route: 'connections', prepare: openTest },
  { name: 'connection-secret', route: 'connections', prepare: openNewSecret },
  { name: 'connection-rebuild', route: 'connections', prepare: openRebuild },
  { name: 'connection-archive', route: 'connections', prepare: openArchive },
  { name: 'spaces', route: 'spaces' },
  { name: 'spaces-more', route: 'spaces', prepare: openMoreFields },
  { name: 'spaces-unsaved', route: 'spaces', prepare: leaveUnsaved },
  { name: 'closing', route: 'closing' },
  { name: 'deleting', route: 'closing', prepare: switchDeletingOn },
  { name: 'activity', route: 'activity', prepare: openBatch },
  { name: 'products', route: 'products' },
  { name: 'product', route: 'products/payroll' },
  { name: 'fields', route: 'fields' },
  { name: 'templates', route: 'templates', prepare: mistakeInTemplate },
  { name: 'masking', route: 'masking', prepare: tryMasking },
  { name: 'searches', route: 'searches' },
  { name: 'audit', route: 'audit' },
  { name: 'transfer', route: 'transfer' },
  { name: 'unknown', route: 'no-such-page' },
  { name: 'connection-revoke', route: 'connections', prepare: openRevoke },
  { name: 'connection-offer', route: 'connections', prepare: archiveAndConnect },
  { name: 'connection-forget', route: 'connections', prepare: openForget },
];

it.each(views)(
  'has nothing to complain about on the view "$name", light and dark',
  ({ name, route, prepare }) =>
    stage.play(async ({ enter }) => {
      const admin = await enter('admin');
      const app = await admin.admin(route);
      await app.locator('main h1, main h2').first().waitFor();
      await prepare?.(app, admin.page);
      expect(await inspect(admin.page, `admin-${name}`)).toEqual([]);
      expect(admin.problems).toEqual([]);
    })(),
  60_000,
);

async function tryMasking(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'Add a pattern' }).click();
  await app.getByLabel('Name').fill('staff number');
  await app.getByLabel('Pattern', { exact: true }).fill('EMP-[0-9]{6}');
  await app.getByLabel('Sample text').fill('EMP-123456 wrote password = "correct7Horse"');
  await app.getByRole('button', { name: 'Show what is masked' }).click();
  await app.getByText('[masked: staff number] wrote password = "[masked: password]"').waitFor();
}

async function openMenu(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'More actions for Security portal' }).click();
  await app.getByRole('menuitem', { name: 'Pause' }).waitFor();
}

async function openTest(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'Test Security portal' }).click();
  const dialog = app.getByRole('dialog', { name: 'Test of Security portal' });
  await dialog.getByText('OK', { exact: true }).first().waitFor();
}

async function openNewSecret(app: Frame): Promise<void> {
  await openMenu(app);
  await app.getByRole('menuitem', { name: 'New secret' }).click();
  await app.getByRole('button', { name: 'Create new secret' }).click();
  await app.getByRole('dialog', { name: 'Security portal has a new secret' }).waitFor();
}

async function openRevoke(app: Frame): Promise<void> {
  await openMenu(app);
  await app.getByRole('menuitem', { name: 'New secret' }).click();
  await app.getByRole('radio', { name: 'Ends now' }).check({ force: true });
  await app.getByRole('button', { name: 'Revoke now' }).waitFor();
}

/** Stands last: what comes after it finds the portal archived. */
async function archiveAndConnect(app: Frame): Promise<void> {
  await openArchive(app);
  await app.getByRole('button', { name: 'Archive connection' }).click();
  await app.getByRole('region', { name: 'Archived' }).waitFor();
  await app.getByRole('button', { name: 'Connect a portal' }).click();
  await app.getByText('Was this portal connected before?').waitFor();
}

async function openForget(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'Forget its findings: Security portal' }).click();
  await app.getByRole('dialog', { name: /^Forget \d+ findings/ }).waitFor();
}

async function openRebuild(app: Frame): Promise<void> {
  await openMenu(app);
  await app.getByRole('menuitem', { name: 'Rebuild from Jira' }).click();
  await app.getByRole('dialog', { name: /Rebuild/ }).waitFor();
}

async function openArchive(app: Frame): Promise<void> {
  await openMenu(app);
  await app.getByRole('menuitem', { name: 'Archive' }).click();
  await app.getByText(/^It has \d+ findings/).waitFor();
}

async function openMoreFields(app: Frame): Promise<void> {
  for (const space of ['Product team space', 'Security team space']) {
    const card = app.getByRole('region', { name: space });
    await card.getByText('More fields').click();
    await card.getByLabel('Default assignee').waitFor();
  }
}

async function leaveUnsaved(app: Frame, page: Page): Promise<void> {
  const space = app.getByRole('region', { name: 'Product team space' });
  await space.getByRole('checkbox', { name: 'Set the priority from the severity' }).click({ force: true });
  await app.getByText('1 unsaved change').waitFor();
  await page.getByRole('link', { name: 'Activity' }).click();
  await app.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
}

async function switchDeletingOn(app: Frame): Promise<void> {
  await app.getByRole('checkbox', { name: 'Delete the issues of rejected findings' }).click({ force: true });
  await app.getByRole('button', { name: 'Switch deleting on' }).click();
  await app.getByLabel('Days of grace').waitFor();
}

async function openBatch(app: Frame): Promise<void> {
  await app
    .getByRole('button', { name: /Show the findings of/ })
    .first()
    .click();
  await app.getByRole('button', { expanded: true }).waitFor();
}

async function mistakeInTemplate(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'What can stand in a template' }).click();
  await app.getByLabel('Description', { exact: true }).first().fill('{{ finding.title | shout }}');
  await app.getByText(/has a mistake in line 1, column 1: there is no filter “shout”/).waitFor();
}
