import { makeBusy } from './support/busy-site';
import { inspect } from './support/inspect';
import { useStage } from './support/stage';

const stage = useStage(makeBusy);
const pages = [
  ['overview', 'Übersicht'],
  ['connections', 'Verbindungen'],
  ['spaces', 'Teambereiche'],
  ['products', 'Produkte'],
  ['closing', 'Schließen und Löschen'],
  ['fields', 'Felder'],
  ['activity', 'Aktivität'],
  ['audit', 'Änderungsprotokoll'],
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
      expect(await inspect(page, `german-${route}`)).toEqual([]);
      expect(problems).toEqual([]);
    })(),
  60_000,
);
