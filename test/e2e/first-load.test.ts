import { shiftOf, watchRequests, watchShifts } from './support/first-load';
import { makeBusy } from './support/busy-site';
import { settled } from './support/inspect';
import { type Scene, useStage } from './support/stage';

const stage = useStage(makeBusy);
const routes = [
  'overview',
  'connections',
  'spaces',
  'products',
  'products/payroll',
  'closing',
  'due-dates',
  'rules',
  'fields',
  'templates',
  'masking',
  'activity',
  'audit',
  'transfer',
  'tasks',
  'searches',
  'try',
];
const mostBytes = 300_000;
/** Half of what counts as good; what is left below are icons and a few pixels of height. */
const mostShift = 0.05;

const locales = ['en-US', 'de-DE', 'ru-RU'];

async function load({ sandbox, enter }: Scene, route: string, locale: string) {
  const { page, admin } = await enter('admin', locale);
  const requests = await watchRequests(page, sandbox.origin);
  await watchShifts(page);
  await admin(route);
  await settled(page);
  await requests.done();
  const sizes = [...(await requests.gzipped()).values()];
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { locale, files: sizes.length, bytes, shift: await shiftOf(page) };
}

it.each(routes)(
  'loads the page "%s" in each language with less than 300 kB of scripts and styles, and nothing jumps',
  (route) =>
    stage.play(async (scene) => {
      const loads = await Promise.all(locales.map((locale) => load(scene, route, locale)));
      const wrong = loads.filter(
        ({ files, bytes, shift }) => files < 3 || bytes >= mostBytes || shift >= mostShift,
      );
      expect(wrong).toEqual([]);
    })(),
  60_000,
);

it(
  'loads the texts of one language only, and of the page that is shown',
  stage.play(async ({ sandbox, enter }) => {
    const { page, admin } = await enter('admin', 'ru-RU');
    const requests = await watchRequests(page, sandbox.origin);
    await admin('spaces');
    await settled(page);
    await requests.done();
    const names = [...(await requests.gzipped()).keys()];
    const languages = names.flatMap((path) => /\/(en|de|ru)-[^/]+\.js/.exec(path)?.[1] ?? []);
    expect(languages).toEqual(['ru', 'ru']);
    const pages = names.flatMap(
      (path) => /\/(connections|closing|story|rules|spaces)-[\w-]{8}\.js/.exec(path)?.[1] ?? [],
    );
    expect(pages).toEqual(['spaces']);
  }),
  60_000,
);
