import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestSite, type TestSite } from '../support';
import { keptAt } from './kept';

describe('an address that browsers keep', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
    mkdirSync(join(folder, 'styles/old'), { recursive: true });
    for (const name of ['styles/a.css', 'styles/b.css', 'styles/old/c.css', 'lock.json']) touch(name, 1_000);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function touch(name: string, seconds: number): void {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), seconds, seconds);
  }
  const address = (): string => keptAt('/a.css', folder, ['styles', 'lock.json', 'missing']);

  it('stays while nothing changes, also in folders further down', () => {
    const before = address();
    touch('styles/old/c.css', 2_000);
    expect(address()).toBe(before);
    expect(before).toMatch(/^\/kept\/\w+\/a\.css$/);
  });

  it.each(['styles/b.css', 'lock.json', 'styles/new.css'])('is another once %s changes', (name) => {
    const before = address();
    touch(name, 2_000);
    expect(address()).not.toBe(before);
  });
});

describe('the site', () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openTestSite();
  });
  afterAll(() => test.web.close());

  const caching = async (url: string): Promise<string | null> =>
    (await fetch(url)).headers.get('cache-control');

  it('lets browsers keep each style, script and picture of a page, and no page', async () => {
    const page = await test.text('/issues');
    const files = [...page.matchAll(/(?:src|href)="(\/kept\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files.map((path) => path.replace(/^\/kept\/\w+/, ''))).toEqual(
      expect.arrayContaining(['/assets/icon.svg', '/assets/theme.css', '/assets/site.css', '/client/page']),
    );
    for (const path of files) expect(await caching(test.web.origin + path)).toMatch(/immutable/);
    expect(await caching(`${test.web.origin}/kept/now/issues`)).toBeNull();
  });

  it('is asked again for a file under its plain address', async () => {
    expect(await caching(`${test.web.origin}/assets/site.css`)).toBe('no-cache');
    expect(await caching(`${test.web.origin}/kept/now/assets/none.css`)).toBeNull();
  });
});
