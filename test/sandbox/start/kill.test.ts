/** `npm start` as a process of its own that is killed in the middle of work, on the real clock: only order is checked. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { portalClient } from './portal-client';
import { loadState, type PortalAccess } from './state';

const appDir = join(__dirname, '../../..');
let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts the sandbox and waits until it shows its addresses. Answers Jira's. */
async function begin(...options: string[]): Promise<string> {
  const args = ['--import', 'tsx', join(__dirname, 'start.ts'), '--state', folder, ...options];
  child = spawn(process.execPath, args, { cwd: appDir, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no output');
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    const origin = /^Jira +(http:\S+)\/issues/.exec(line)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error(`The sandbox ended: ${lines.join('\n')}`);
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await gone;
}

function portal(): PortalAccess {
  const saved = loadState(folder)?.portal;
  if (!saved) throw new Error('no portal');
  return saved;
}

/** Sends findings one after the other, kills the sandbox a while after one of them, and answers what was taken. */
async function sendAndKill(round: number, { after, ms }: { after: number; ms: number }): Promise<string[]> {
  const client = portalClient(portal());
  const taken: string[] = [];
  let dead: Promise<void> | undefined;
  for (let number = 0; ; number += 1) {
    const id = `K-${String(round)}-${String(number)}`;
    const finding = { id, product: 'shop', title: id, severity: 'high', status: 'verified' };
    try {
      await client.post('/v1/findings', JSON.stringify({ findings: [finding] }));
    } catch {
      await dead;
      return taken;
    }
    taken.push(id);
    if (number === after) dead = new Promise((resolve) => setTimeout(resolve, ms)).then(kill);
  }
}

interface SavedIssue {
  readonly projectId: string;
  readonly values: { readonly summary: string };
}

test('what a portal was told is safe is there after kill -9 in the middle of work, once in each space', async () => {
  await begin();
  const taken: string[] = [];
  for (const [round, moment] of [
    { after: 2, ms: 0 },
    { after: 9, ms: 7 },
    { after: 25, ms: 60 },
  ].entries()) {
    taken.push(...(await sendAndKill(round, moment)));
    await begin();
  }
  const body = JSON.stringify({ ids: taken });
  const found = (await portalClient(portal()).post('/v1/findings/lookup', body)) as { state: string }[];
  expect(found.map(({ state }) => state)).not.toContain('unknown');
  const issues = loadState(folder)?.site.tables['issues'] as SavedIssue[];
  const made = issues
    .filter(({ values }) => taken.includes(values.summary))
    .map(({ projectId, values }) => `${projectId} ${values.summary}`);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made).size).toBe(made.length);
}, 300_000);

test('an empty sandbox has nothing set up', async () => {
  const origin = await begin('--empty');
  expect(loadState(folder)).not.toHaveProperty('portal');
  const page = await fetch(`${origin}/issues`);
  expect(await page.text()).not.toContain('WEB-1<');
});
