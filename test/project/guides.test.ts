/** The guides of src/README.md are true: what they name is there, and the lists that they say to extend hold all there is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminInputs } from '../../src/contract/api';
import { automationInputs } from '../../src/contract/automation-calls';
import { todos } from '../../src/contract/link-record';
import { detectors } from '../../src/contract/masking';
import { operators } from '../../src/contract/rules';
import { adminCalls } from '../../src/handlers/admin/calls';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, section = ''] = read('src/README.md').split('## How to add');
const guides = new Map(
  [...section.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)].map(([, title = '', text = '']) => [title, text]),
);

/** Names of a folder whose text matches, without extension. */
function filesOf(folder: string, matching: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && matching.test(read(join(folder, name))))
    .map((name) => name.replace(/(\/index)?\.tsx?$/, ''));
}

/** What a guide's list must name, and the text of that list. */
const lists: Readonly<Record<string, { readonly all: readonly string[]; readonly list: string }>> = {
  'A report format': {
    all: filesOf('src/formats', /export const \w+: Format\b/).map(
      (name) => `'./${name.split('/')[0] ?? name}'`,
    ),
    list: read('src/formats/index.ts'),
  },
  'A mapping': {
    all: filesOf('src/mappings', /export const \w+: BuiltIn\b/).map((name) => `'./${name}'`),
    list: read('src/mappings/mappings-for.ts'),
  },
  'A kind of secret': {
    all: detectors.map((detector) => `'${detector}'`),
    list: readdirSync(join(root, 'src/masking/detectors'))
      .map((name) => read(`src/masking/detectors/${name}`))
      .join(''),
  },
  'A todo': {
    all: todos.filter((todo) => todo !== 'tell').map((todo) => `\n  ${todo}`),
    list: read('src/flows/due/work-due.ts'),
  },
  'A comparison of rules': {
    all: operators.map((one) => `case '${one}'`),
    list: read('src/core/rules/holds.ts'),
  },
  'An event': {
    all: [...read('src/index.ts').matchAll(/handlers\/(\w+-events)'/g)].map(([, door = '']) => door),
    list: guides.get('An event') ?? '',
  },
  'A page': {
    all: readdirSync(join(root, 'static/admin/src/pages')).map((name) => `pages/${name}/`),
    list: read('static/admin/src/app/routes.tsx'),
  },
  'An action of Jira Automation': {
    all: Object.keys(automationInputs).map((name) => `automationInputs['${name}']`),
    list: read('src/handlers/automation.ts'),
  },
  'A page call': { all: Object.keys(adminInputs), list: Object.keys(adminCalls).join(' ') },
  'A call of the portal API': {
    all: filesOf('src/handlers/portal/calls', /export const \w+: Route\b/).map((name) => `'./calls/${name}'`),
    list: read('src/handlers/portal/routes.ts'),
  },
};

test('what the guides name is there', () => {
  const named = [...guides.values()].flatMap((text) =>
    [...text.matchAll(/`([\w./-]+(?:\/|\.\w+))`/g)].map(([, path = '']) => path),
  );
  expect(named.filter((path) => ![`src/${path}`, path].some((one) => existsSync(join(root, one))))).toEqual(
    [],
  );
  expect(named.length).toBeGreaterThan(guides.size);
});

/** These the compiler watches. */
const watched = [
  'A call of a page on issues',
  'A field of findings',
  'A job',
  'A language of issues',
  'A message',
  'A stored shape that changes',
];

test('a guide whose list the compiler does not watch has its list here', () => {
  expect([...guides.keys()].sort()).toEqual([...Object.keys(lists), ...watched].sort());
});

test.each(Object.entries(lists))('“%s” names the list that holds them all', (_, { all, list }) => {
  expect(all.filter((one) => !list.includes(one))).toEqual([]);
  expect(all).not.toEqual([]);
});
