/** Forge bundles with webpack and a bare ts-loader that checks types; what it cannot take must not get into src. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack, { type Configuration, type Stats } from 'webpack';

const root = join(__dirname, '../..');
/** Several minutes on a machine that is busy. */
const longEnoughMs = 600_000;
let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

function bundle(entry: Record<string, string>, more: Configuration): Promise<Stats> {
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry,
    output: { path: out, filename: '[name].js', libraryTarget: 'commonjs2' },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.jsx', '.json'] },
    module: { rules: [{ test: /\.tsx?$/, loader: 'ts-loader', exclude: /node_modules/ }] },
    optimization: { minimize: false },
    performance: false,
    ...more,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (stats) resolve(stats);
        else reject(error ?? new Error('webpack gave no result'));
      });
    });
  });
}

function errorsOf(stats: Stats): string[] {
  return (stats.toJson({ errors: true }).errors ?? []).map(({ message }) => message.slice(0, 500));
}

test(
  "the handlers bundle with Forge's settings, types checked",
  async () => {
    expect(errorsOf(await bundle({ handlers: './src/index.ts' }, { target: 'node22' }))).toEqual([]);
  },
  longEnoughMs,
);

test(
  "the pages of UI Kit bundle with Forge's settings, types checked",
  async () => {
    const pages = ['issue-panel', 'link-finding', 'gadget', 'automation-action'];
    const entry = Object.fromEntries(pages.map((name) => [name, `./static/${name}/index.tsx`]));
    // Forge bundles each by itself; together their types are checked once.
    expect(errorsOf(await bundle(entry, { target: 'web' }))).toEqual([]);
  },
  longEnoughMs,
);
