/** Each page fetches its texts beside its parts: what it forgot would come one round trip late. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const app = join(__dirname, '../../../static/admin/src');
const routes = join(app, 'app/routes.tsx');
const pages = [...readFileSync(routes, 'utf8').matchAll(/import\('([^']+)'\)\)\.(\w+),\s*\[([^\]]*)\]/g)].map(
  ([, file = '', name = '', sections = '']) => ({
    name,
    file,
    sections: [...sections.matchAll(/'(\w+)'/g)].map(([, section]) => section),
  }),
);
/** In every first load. */
const shared = 'common';

test.each(pages)('$name asks at once for the texts that its parts read, and for no others', (page) => {
  const read = new Set([...partsOf(fileOf(routes, page.file))].flatMap(sectionsReadBy));
  read.delete(shared);
  expect(page.sections.sort()).toEqual([...read].sort());
});

test('every page is looked at', () => {
  const { length } = [...readFileSync(routes, 'utf8').matchAll(/: page\(/g)];
  expect(pages).toHaveLength(length);
});

/** A file with all that it imports, except what it loads lazily. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gm);
  for (const [, path = ''] of imports) partsOf(fileOf(file, path), seen);
  return seen;
}

function fileOf(from: string, path: string): string {
  const file = join(dirname(from), path);
  return [`${file}.tsx`, `${file}.ts`].find((one) => existsSync(one)) ?? file;
}

function sectionsReadBy(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const named = [...code.matchAll(/useTexts\(\)\.(\w+)/g)].map(([, section = '']) => section);
  const taken = [...code.matchAll(/\{([^{}]*)\} = useTexts\(\);/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.split(':')[0]?.trim() ?? ''),
  );
  expect(code).not.toMatch(/const \w+ = useTexts\(\);/);
  return [...named, ...taken];
}
