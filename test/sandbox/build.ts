import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './forge/manifest';
import { oneAtATime } from './one-at-a-time';

/** A page that Vite builds, with everything that makes it another page when it changes. */
interface Target {
  readonly name: string;
  readonly config: string;
  readonly sources: readonly string[];
  readonly outDir: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Resource {
  readonly key: string;
  readonly path: string;
}

const UIKIT = 'test/sandbox/site/client/uikit';
const SHARED_SOURCES = ['static/shared', 'src/contract', 'package-lock.json'];

/** Builds the pages of the app whose sources changed since their last build, in `appDir`. Answers their names. */
export function buildIfStale(appDir: string): readonly string[] {
  const stale = (): readonly Target[] => targetsOf(appDir).filter((target) => isStale(appDir, target));
  if (stale().length === 0) return [];
  mkdirSync(join(appDir, '.cache'), { recursive: true });
  return oneAtATime(join(appDir, '.cache/building'), () => {
    // Another process may have built them meanwhile.
    const targets = stale();
    for (const target of targets) build(appDir, target);
    return targets.map((target) => target.name);
  });
}

/** Builds every page of the app anew. Answers their names. */
export function buildAll(appDir: string): readonly string[] {
  const targets = targetsOf(appDir);
  for (const target of targets) build(appDir, target);
  return targets.map((target) => target.name);
}

function targetsOf(appDir: string): readonly Target[] {
  const { resources = [] } = readManifest(appDir) as unknown as { resources?: readonly Resource[] };
  const kits = resources.flatMap(({ path }) => (isUiKit(path) ? [folderOf(path)] : []));
  return resources.map(({ key, path }) =>
    isUiKit(path) ? uiKitTarget(appDir, key, path, kits) : customUiTarget(key, path),
  );
}

function isUiKit(path: string): boolean {
  return path.endsWith('.tsx');
}

function folderOf(path: string): string {
  return path.replace(/\/[^/]+$/, '');
}

/** A Custom UI page: its folder has its own Vite configuration and builds into `dist`, which the manifest names. */
function customUiTarget(key: string, outDir: string): Target {
  const folder = outDir.replace(/\/dist$/, '');
  return {
    name: key,
    config: `${folder}/vite.config.ts`,
    sources: [folder, ...SHARED_SOURCES],
    outDir,
    env: {},
  };
}

/**
 * A UI Kit page: Forge bundles it from its source; here the sandbox's renderer comes with it. `kits`: the folders of all
 * of them, for they share parts.
 */
function uiKitTarget(appDir: string, key: string, source: string, kits: readonly string[]): Target {
  const outDir = `test/sandbox/site/dist/${key}`;
  return {
    name: key,
    config: `${UIKIT}/vite.config.ts`,
    sources: [...kits, UIKIT, ...SHARED_SOURCES],
    outDir,
    env: { UIKIT_SOURCE: join(appDir, source), UIKIT_OUT: join(appDir, outDir) },
  };
}

function isStale(appDir: string, target: Target): boolean {
  const stamp = stampOf(appDir, target);
  const built = existsSync(join(appDir, target.outDir, 'index.html')) && existsSync(stamp);
  return !built || readFileSync(stamp, 'utf8') !== fingerprint(appDir, target);
}

function build(appDir: string, target: Target): void {
  // Read before the build: what changes meanwhile makes the next run build again.
  const before = fingerprint(appDir, target);
  const config = join(appDir, target.config);
  const vite = join(appDir, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', join(config, '..'), '--config', config, '--logLevel', 'warn'];
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
    ...target.env,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: appDir,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Building ${target.name} failed.\n${stdout}${stderr}`);
  mkdirSync(join(appDir, '.cache'), { recursive: true });
  writeFileSync(stampOf(appDir, target), before);
}

function stampOf(appDir: string, { name }: Target): string {
  return join(appDir, '.cache', `built-${name}`);
}

/** A hash over the names and contents of the sources; dates say nothing after a checkout. */
function fingerprint(appDir: string, { sources }: Target): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(appDir, source))) {
    hash.update(file).update(readFileSync(join(appDir, file)));
  }
  return hash.digest('hex');
}

function filesIn(appDir: string, source: string): readonly string[] {
  const path = join(appDir, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist')
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(appDir, `${source}/${entry.name}`) : `${source}/${entry.name}`,
    );
}

if (require.main === module) {
  const names = process.argv.includes('--all') ? buildAll(process.cwd()) : buildIfStale(process.cwd());
  console.log(names.length === 0 ? 'The pages are up to date.' : `Built ${names.join(', ')}.`);
}
