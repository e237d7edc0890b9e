import type { Frame, Page } from 'playwright-core';
import { PEOPLE } from '../sandbox/jira/seed';
import { jiraClient } from '../sandbox/start/jira-client';
import { callAsAdmin } from './support/admin-calls';
import { makeBusy } from './support/busy-site';
import { findings, sendFindings } from './support/findings';
import { inspect } from './support/inspect';
import type { Sandbox } from './support/sandbox';
import { useStage } from './support/stage';

const stage = useStage(async (sandbox) => {
  const portal = await makeBusy(sandbox);
  await leadNowhere(sandbox, 'stuck');
  const stuck = { ...findings[0], id: 'STUCK-1', product: 'stuck', title: 'A key in the source' };
  await sendFindings(portal, [stuck]);
  await sendFindings(portal, [{ ...stuck, status: 'rejected' }]);
});
const pages = [
  ['overview', 'Übersicht'],
  ['connections', 'Verbindungen'],
  ['spaces', 'Teambereiche'],
  ['products', 'Produkte'],
  ['closing', 'Schließen und Löschen'],
  ['fields', 'Felder'],
  ['templates', 'Vorlagen'],
  ['masking', 'Maskieren'],
  ['activity', 'Aktivität'],
  ['audit', 'Änderungsprotokoll'],
  ['try', 'Befund ausprobieren'],
  ['transfer', 'Export und Import'],
] as const;

it.each(pages)(
  'shows the page "%s" in German to whom Jira speaks German',
  (route, title) =>
    stage.play(async ({ enter }) => {
      const { page, admin, problems } = await enter('admin', 'de-DE');
      const app = await admin(route);
      await app.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
      expect(await app.locator('html').getAttribute('lang')).toBe('de');
      expect(await inspect(page, `german-${route}`, { inOtherWords: true })).toEqual([]);
      expect(problems).toEqual([]);
    })(),
  60_000,
);

it(
  'says in German what holds findings up, and leaves the names of Jira as they are',
  stage.play(async ({ enter }) => {
    const { admin } = await enter('admin', 'de-DE');
    const app = await admin('activity');
    await app
      .getByText(
        'Der Bereich Payments verlangt Components, und nichts füllt es. Wählen Sie unter „Teambereiche“ einen Wert für Components, dann versuchen Sie es erneut.',
      )
      .first()
      .waitFor();
    const overview = await admin('overview');
    const held = overview.getByRole('region', { name: 'Aufgehalten' });
    await held.getByText(/Der Workflow hat keinen Weg von To Do nach Risk accepted\./).waitFor();
  }),
  60_000,
);

it(
  'tests a connection in German',
  stage.play(async ({ enter }) => {
    const { page, admin, problems } = await enter('admin', 'de-DE');
    const dialog = await openTest(await admin('connections'));
    await dialog.getByText('Was die App darf', { exact: true }).first().waitFor();
    const said = await dialog.innerText();
    expect(said).toMatch(/Vorgänge sehen, Vorgänge anlegen/);
    expect(said).toMatch(
      /payroll: Pflichtfeld Components\s+Jira verlangt Components für neue Vorgänge, und nichts füllt es für jeden Befund\.\s+Was zu tun ist: Wählen Sie unter „Teambereiche“ einen Wert für Components/,
    );
    expect(said).toMatch(/stuck: Status Risk accepted\s+Von einem neuen Vorgang führt kein Weg/);
    expect(said).not.toMatch(/\b(the|is|findings|Choose|issues)\b/);
    expect(await inspect(page, 'german-connection-test', { inOtherWords: true })).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);

it(
  'says in German what is wrong with a field',
  stage.play(async ({ enter }) => {
    const { admin } = await enter('admin', 'de-DE');
    const app = await admin('connections');
    await app.getByRole('button', { name: 'Portal verbinden' }).click();
    await app.getByRole('button', { name: 'Verbindung anlegen' }).click();
    await app.getByText('Name ist erforderlich', { exact: true }).waitFor();
  }),
  60_000,
);

it(
  'shows the panel in German to whom Jira speaks German',
  stage.play(async ({ enter }) => {
    const { page, visit, problems } = await enter('admin', 'de-DE');
    await visit('/issues');
    await openPanel(page, 'A key in the source');
    const panel = page.frameLocator('[data-panel="finding"] iframe');
    await panel.getByText('Sicherheitsvorgang').waitFor();
    const said = await panel.locator('body').innerText();
    expect(said).toMatch(/Kritisch\s+.?A key in the source.?\s+Abgelehnt/);
    expect(said).toMatch(
      /Aufgehalten: Der Workflow hat keinen Weg von To Do nach Risk accepted\..* Wer Jira administriert, kann das/,
    );
    expect(await inspect(page, 'german-panel', { inOtherWords: true })).toEqual([]);
    expect(problems).toEqual([]);
  }),
  60_000,
);

/** Rejected findings of this product are to go to a status that no transition reaches. */
async function leadNowhere(sandbox: Sandbox, product: string): Promise<void> {
  const jira = jiraClient(sandbox.origin, PEOPLE.admin);
  const project = await jira.project('OPS');
  const { id, name, statuses } = await jira.issueType('OPS', 'Task');
  const risk = statuses.filter((status) => status.name === 'Risk accepted');
  const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
  await callAsAdmin(sandbox, 'settings.save', {
    section: 'products',
    version: versions.products,
    value: {
      ...document.products,
      [product]: {
        product: {
          project,
          issueType: { id, name },
          priorities: { enabled: false, map: {} },
          statuses: { rejected: { jira: risk, direction: 'both' } },
        },
      },
    },
  });
}

async function openTest(app: Frame) {
  await app.getByRole('button', { name: 'Testen: Security portal' }).click();
  const dialog = app.getByRole('dialog', { name: 'Test von Security portal' });
  await dialog.getByText('OK', { exact: true }).first().waitFor();
  return dialog;
}

async function openPanel(page: Page, title: string): Promise<void> {
  await page.locator('tr', { hasText: 'OPS-' }).getByRole('link', { name: title }).first().click();
  await page.getByText('Apps', { exact: true }).click();
  await page.getByText('Add this panel to the issue').click();
}
