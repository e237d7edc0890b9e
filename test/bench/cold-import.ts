/** How long a fresh process needs to load the handlers, bundled with webpack as Forge bundles them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import type { ImportTimes } from './measured';

const root = join(__dirname, '../..');
const processes = 9;

/** Runs in the fresh process: nothing but node is loaded before the clock starts. */
const script = `
const from = process.cpuUsage(), start = performance.now();
const names = Object.keys(require(process.argv[1]));
const wallMs = performance.now() - start, used = process.cpuUsage(from);
process.stdout.write(JSON.stringify({ wallMs, cpuMs: (used.user + used.system) / 1000, names }));`;

/** Bundles the handlers into a folder that is removed again, and loads the bundle in fresh processes. */
export async function measureImport(): Promise<ImportTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const file = await bundle(folder);
    const runs = Array.from({ length: processes }, () => load(file));
    return {
      processes,
      bundleKb: statSync(file).size / 1000,
      wallMs: runs.map(({ wallMs }) => wallMs).sort(byValue),
      cpuMs: runs.map(({ cpuMs }) => cpuMs).sort(byValue),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function byValue(one: number, other: number): number {
  return one - other;
}

function load(file: string): { wallMs: number; cpuMs: number } {
  const text = execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' });
  const { wallMs, cpuMs, names } = JSON.parse(text) as { wallMs: number; cpuMs: number; names: string[] };
  if (!names.includes('portal')) throw new Error(`The bundle exports only ${names.join(', ')}`);
  return { wallMs, cpuMs };
}

/** Types are checked elsewhere: here only the code that comes out matters. */
function bundle(folder: string): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    target: 'node22',
    context: root,
    entry: join(root, 'src/index.ts'),
    output: { path: folder, filename: 'index.js', libraryTarget: 'commonjs2' },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.jsx', '.json'] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'ts-loader', exclude: /node_modules/, options: { transpileOnly: true } },
      ],
    },
    optimization: { minimize: false },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const problem = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : undefined);
      compiler.close(() => {
        if (problem) reject(problem);
        else resolve(join(folder, 'index.js'));
      });
    });
  });
}
