/** Forge bundles with webpack and a bare ts-loader that checks types; what it cannot take must not get into src. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack, { type Configuration, type Stats } from 'webpack';

const root = join(__dirname, '../..');
let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

function bundle(entry: string, more: Configuration): Promise<Stats> {
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: join(root, entry),
    output: { path: out, filename: `${entry.replaceAll('/', '-')}.js`, libraryTarget: 'commonjs2' },
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

test("the handlers bundle with Forge's settings, types checked", async () => {
  expect(errorsOf(await bundle('src/index.ts', { target: 'node22' }))).toEqual([]);
}, 180_000);

test.each(['issue-panel', 'link-finding', 'gadget', 'automation-action'])(
  "%s bundles with Forge's settings, types checked",
  async (name) => {
    expect(errorsOf(await bundle(`static/${name}/index.tsx`, { target: 'web' }))).toEqual([]);
  },
  180_000,
);
