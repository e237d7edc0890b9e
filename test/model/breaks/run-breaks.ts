/** Breaks the engine, one way at a time, and shows that the random stories catch each. `npm run breaks [part of a name]` */
import { spawnSync } from 'node:child_process';
import breaks from './breaks.json';

const jest = require.resolve('jest/bin/jest');

/** Where the stories first failed, for example `seed 20260115, path 17`; undefined: they did not. */
function caughtAt(name: string): string | undefined {
  const { status, stderr } = spawnSync(
    process.execPath,
    [jest, '--config', '.config/jest.breaks.config.cjs', '--maxWorkers', '2', '--bail'],
    { encoding: 'utf8', env: { ...process.env, BREAK: name, SHARED_DIR: '' } },
  );
  if (status === 0) return undefined;
  const [, seed, path] = /seed: (-?\d+), path: "(\d+)/.exec(stderr) ?? [];
  if (seed === undefined || path === undefined)
    throw new Error(`The stories did not run over the break "${name}":\n${stderr.slice(-2000)}`);
  return `seed ${seed}, story ${path}`;
}

const wanted = process.argv[2] ?? '';
let missed = 0;
for (const { name } of breaks.filter((one) => one.name.includes(wanted))) {
  const caught = caughtAt(name);
  if (caught === undefined) missed += 1;
  process.stdout.write(`${name.padEnd(58)}${caught ?? 'NOT CAUGHT'}\n`);
}
process.exitCode = missed === 0 ? 0 : 1;
