import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { parse } from 'yaml';
import * as app from '../../src/index';
import { pageTexts } from '../support/page-texts';

const root = join(__dirname, '../..');
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
  modules: { function: { key: string; handler: string }[] };
};

test.each(['FULL', 'PRODUCT_TRIGGER'] as const)(
  'the manifest passes %s validation of the Forge tools',
  async (type) => {
    const before = process.cwd();
    // The validator reads ./manifest.yml and looks for the resources next to it.
    process.chdir(root);
    try {
      const result = await ProcessorBuilder.instance()
        .withValidation(ValidationTypes[type])
        .build()
        .process();
      const errors = (result.errors ?? []).filter(({ level }: { level: string }) => level === 'error');
      expect(errors).toEqual([]);
    } finally {
      process.chdir(before);
    }
  },
  60_000,
);

test('every handler of the manifest is exported, and every export is a handler of the manifest', () => {
  const named = manifest.modules.function.map(({ handler }) => handler.replace(/^index\./, ''));
  expect(named.sort()).toEqual(Object.keys(app).sort());
});

test('every page of the sidebar has an icon of its own, which the admin page brings along', () => {
  const icons = [...leaves(manifest.modules)].filter(([path]) => path.endsWith('.icon'));
  const ofPages = icons.filter(([path]) => path.includes('.pages.')).map(([, icon]) => icon);
  const routes = [...leaves(manifest.modules)].filter(([path]) => path.endsWith('.route'));
  expect(new Set(ofPages).size).toBe(routes.length);
  for (const [, icon] of icons) {
    const file = /^resource:admin-page;(icons\/[\w-]+\.svg)$/.exec(icon)?.[1] ?? icon;
    expect(existsSync(join(root, 'static/admin/public', file)) ? icon : `${icon} is missing`).toBe(icon);
  }
});

test.each([
  ['en-US', 'en'],
  ['de-DE', 'de'],
  ['ru-RU', 'ru'],
] as const)('the sidebar and the pages say the same titles in %s', async (locale, language) => {
  const { pages } = JSON.parse(readFileSync(join(root, `static/locales/${locale}.json`), 'utf8')) as {
    pages: Record<string, string>;
  };
  const texts = await pageTexts(language);
  const { overview, connections, spaces, products, rules, closing, tasks, templates, masking } = texts;
  const { dates, tryOut, fieldPage, activity, searches, audit, transfer } = texts;
  const said = {
    overview,
    connections,
    spaces,
    products,
    rules,
    try: tryOut,
    closing,
    'due-dates': dates,
    tasks,
  };
  const others = { fields: fieldPage, templates, masking, activity, searches, audit, transfer };
  const titles = Object.entries({ ...said, ...others }).map(([page, { title }]) => [page, title]);
  expect(Object.fromEntries(titles)).toEqual(pages);
});

describe('the titles and descriptions of the modules', () => {
  const { translations } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    translations: { resources: { key: string; path: string }[]; fallback: { default: string } };
  };
  const locales = new Map(
    translations.resources.map(({ key, path }) => [
      key,
      leaves(JSON.parse(readFileSync(join(root, path), 'utf8'))),
    ]),
  );
  const english = locales.get(translations.fallback.default) ?? new Map<string, string>();

  test('are all translated, and nothing else is', () => {
    const used = [...leaves(manifest.modules)]
      .filter(([path]) => path.endsWith('.i18n'))
      .map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual([...english.keys()].sort());
    const bare = Object.entries(manifest.modules).filter(([type]) => type.startsWith('jira:'));
    const titles = [...leaves(Object.fromEntries(bare))].map(([path]) => path);
    expect(titles.filter((path) => /\.(title|header|description)$/.test(path))).toEqual([]);
  });

  test.each([...locales.keys()])('%s has them all', (locale) => {
    const texts = locales.get(locale) ?? new Map<string, string>();
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const text of texts.values()) expect(text.trim()).not.toBe('');
  });
});

/** Every text by its path. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  const inner = (name: string) => (path === '' ? name : `${path}.${name}`);
  return new Map(Object.entries(value).flatMap(([name, one]) => [...leaves(one, inner(name))]));
}
