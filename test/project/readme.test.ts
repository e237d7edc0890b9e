/** What the README says of findings is what the contract takes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Finding, builtInStatuses, kinds, severities } from '../../src/contract/finding';
import { sectionNames } from '../../src/contract/settings';
import { pageTexts } from '../support/page-texts';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, afterTitle = ''] = readme.split('### The fields of a finding');
const [table = ''] = afterTitle.split('###');
const rows = table.split('\n').filter((line) => line.startsWith('| `'));
const namesIn = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);

test('its table names every field of a finding, and no other', () => {
  const named = rows.flatMap((row) => namesIn(row.split('|')[1] ?? ''));
  expect(named.sort()).toEqual(Object.keys(Finding.shape).sort());
});

test.each([
  ['severity', severities],
  ['status', Object.keys(builtInStatuses)],
  ['kind', kinds],
])('its table names every %s', (field, values) => {
  const row = rows.find((line) => line.startsWith(`| \`${field}\``)) ?? '';
  expect(namesIn(row.split('|')[2] ?? '')).toEqual(expect.arrayContaining([...values]));
});

test('it names every page of the admin page, in the order of the sidebar', async () => {
  const [, guide = ''] = readme.split('## Admin guide');
  const [pages = ''] = guide.split('###');
  const named = [...pages.matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, name]) => name);
  const { sections } = adminPage();
  const titles = await titlesByRoute();
  expect(named).toEqual(sections.flatMap((section) => section.pages).map(({ route }) => titles[route]));
});

async function titlesByRoute(): Promise<Readonly<Record<string, string>>> {
  const en = await pageTexts('en');
  return {
    ...Object.fromEntries(
      Object.entries(en).map(([name, texts]) => [name, 'title' in texts ? texts.title : '']),
    ),
    try: en.tryOut.title,
    'due-dates': en.dates.title,
    fields: en.fieldPage.title,
  };
}

function adminPage() {
  const manifest = parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')) as {
    modules: { 'jira:adminPage': [{ sections: { pages: { route: string }[] }[] }] };
  };
  return manifest.modules['jira:adminPage'][0];
}

test('it names every section of the settings document', () => {
  const [, afterTitle = ''] = readme.split('### The settings document');
  const [sentence = ''] = afterTitle.split('A few shapes');
  expect(namesIn(sentence)).toEqual(sectionNames);
});

test('its pictures are there, and small', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) =>
    join(__dirname, '../..', path),
  );
  expect(pictures.length).toBeGreaterThan(5);
  for (const picture of pictures) {
    expect(existsSync(picture) ? picture : `${picture} is missing`).toBe(picture);
    expect(readFileSync(picture).byteLength).toBeLessThanOrEqual(120_000);
  }
});

test('its links to its own sections lead there', () => {
  const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((link) => link === undefined || !anchors.includes(link))).toEqual([]);
});
