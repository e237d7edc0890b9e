/** Breaks the engine, one way at a time, and shows that the random stories catch each. `npm run breaks [part of a name]` */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import breaks from './breaks.json';

const jest = require.resolve('jest/bin/jest');

/** Where the stories first failed, for example `seed 20260115, path 17`; undefined: they did not. */
async function caughtAt(name: string): Promise<string | undefined> {
  const played = spawn(
    process.execPath,
    [jest, '--config', '.config/jest.breaks.config.cjs', '--maxWorkers', '2', '--bail'],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, BREAK: name, SHARED_DIR: '' },
    },
  );
  const ended = once(played, 'close');
  const stderr = await text(played.stderr);
  const [status] = (await ended) as [number | null];
  endGroup(played.pid);
  if (status === 0) return undefined;
  const [, seed, path] = /seed: (-?\d+), path: "(\d+)/.exec(stderr) ?? [];
  if (seed === undefined || path === undefined)
    throw new Error(`The stories did not run over the break "${name}":\n${stderr.slice(-2000)}`);
  return `seed ${seed}, story ${path}`;
}

/** Where one half has failed, the worker of the other would play on. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // None is left.
  }
}

async function run(wanted: string): Promise<void> {
  for (const { name } of breaks.filter((one) => one.name.includes(wanted))) {
    const caught = await caughtAt(name);
    if (caught === undefined) process.exitCode = 1;
    process.stdout.write(`${name.padEnd(58)}${caught ?? 'NOT CAUGHT'}\n`);
  }
}

void run(process.argv[2] ?? '');
