/** The sender that pipelines copy, run as they run it: a process of its own, over HTTP, on a clock that stands. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createWorld, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';

const folder = join(__dirname, '../../.github/send-report');
let world: World;
let portal: Portal;
let server: Server;
let place: string;
/** What the next calls are answered with instead of by the app. */
let failures: number[];
let paths: string[];

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
  [failures, paths] = [[], []];
  place = mkdtempSync(join(tmpdir(), 'report-'));
  showTime();
  // `date +%s`, as the shell's version asks for it.
  writeFileSync(join(place, 'date'), `#!/bin/sh\necho $(($(cat ${place}/now) / 1000))\n`, { mode: 0o755 });
  server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '';
      const body = await text(request);
      paths.push(path);
      const failure = failures.shift();
      if (failure !== undefined) return response.writeHead(failure, { 'retry-after': '0.01' }).end('{}');
      if (request.method === 'GET') await world.settle();
      showTime();
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, one]) => [name, String(one)]),
      );
      const answer = await portal.raw(request.method ?? '', path, headers, body);
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.json));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  world.close();
  rmSync(place, { recursive: true });
});

function showTime(): void {
  writeFileSync(join(place, 'now'), String(world.clock.now()));
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** Runs a command with the connection in its environment, and a clock that shows the world's time. */
async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const clock = `import { readFileSync } from 'node:fs'; Date.now = () => Number(readFileSync('${place}/now'))`;
  const child = spawn(command, args, {
    cwd: place,
    env: {
      PATH: [place, process.env['PATH']].join(':'),
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}`,
      SECURITY_FINDINGS_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
      SECURITY_FINDINGS_SECRET: portal.secret,
      ...env,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out: out + errors };
}

function save(document: unknown): string {
  const file = join(place, 'results.sarif');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}

function report(rules: readonly string[], more: Record<string, unknown> = {}): string {
  const results = rules.map((ruleId) => ({
    ruleId,
    message: { text: `Words of ${ruleId}` },
    ...at(`${ruleId}.c`),
    ...more,
  }));
  return save(logOf(results));
}

const send = (args: readonly string[], env?: Record<string, string>) =>
  run(process.execPath, [join(folder, 'send-report.mjs'), '--product', 'web/shop', ...args], env);
const issues = () => world.site.world.state.issues.size;
const waiting = ['--complete', '--wait', '60'];

describe('the sender of pipelines', () => {
  test('sends a report in one line, waits, and tells what became of it', async () => {
    const { code, out } = await send([...waiting, report(['A', 'B'])]);
    expect(out).toContain('2 results accepted');
    expect(out).toContain('2 synced');
    expect(out).toContain('2 new medium');
    expect(code).toBe(0);
    expect(issues()).toBe(2);
    expect((await send([...waiting, report(['A'])])).out).toContain('1 resolved');
  });

  test('fails the job when a finding that the rule names is new, and only then', async () => {
    const rule = ['--fail-on', 'new medium'];
    expect((await send([...rule, report(['A'], { level: 'note' })])).code).toBe(0);
    expect((await send([...rule, report(['A', 'B'])])).code).toBe(2);
    expect((await send([...rule, report(['A', 'B'])])).code).toBe(0);
  });

  test('tells the scope from the pipeline: repository, branch and category, without commas', async () => {
    const gitlab = { CI_PROJECT_PATH: 'group/shop', CI_COMMIT_REF_NAME: 'a,b' };
    await send(['--category', 'web', report(['A'])], gitlab);
    expect(paths[0]).toContain('scope=group%2Fshop%40a_b+web');
    await send([report(['A'])], { GITHUB_REPOSITORY: 'shop', GITHUB_REF_NAME: 'main', GITHUB_HEAD_REF: '' });
    expect(paths[1]).toContain('scope=shop%40main');
  });

  test('keeps two images of one pipeline apart, whatever their tags are', async () => {
    const ci = { CI_PROJECT_PATH: 'shop', CI_COMMIT_REF_NAME: 'main' };
    for (const name of ['registry.example:5000/api:1.2', 'web@sha256:0a1b'])
      await send(
        [save({ SchemaVersion: 2, ArtifactName: name, ArtifactType: 'container_image', Results: [] })],
        ci,
      );
    expect(paths.map((path) => new URL(path, 'http://x').searchParams.get('scope'))).toEqual([
      'shop@main registry.example:5000/api',
      'shop@main web',
    ]);
  });

  test('splits what is too large into parts that together are one complete report', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `R${String(index)}`);
    const large = { properties: { note: 'x'.repeat(200_000) } };
    const { code, out } = await send([...waiting, report(many, large)]);
    expect(out).toContain('Part 2-of-2');
    expect(out).toContain('30 synced');
    expect(code).toBe(0);
    expect((await send([...waiting, report(many.slice(1), large)])).out).toContain('1 resolved');
    expect(issues()).toBe(30);
  });

  test('sends again under the same id while the other side fails, and the report is taken once', async () => {
    failures = [503, 429];
    const { code, out } = await send([report(['A'])]);
    expect(out).toContain('Trying again');
    expect(out).toContain('1 results accepted');
    expect(code).toBe(0);
  });

  test('says what is wrong, and never the secret', async () => {
    const broken = await send(['--format', 'sarif', save('{"runs": [}')]);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('400: ');
    const wrong = await send([report(['A'])], { SECURITY_FINDINGS_SECRET: 'whsec_bm90IHRoaXMgb25l' });
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('401');
    expect(wrong.out).not.toContain('bm90IHRoaXMgb25l');
    expect((await send(['--fail-on', 'old bugs', report(['A'])])).out).toContain('--fail-on must be');
    expect((await send([join(place, 'nothing.json')])).out).toContain('could not be read');
    expect((await send([report(['A'])], { SECURITY_FINDINGS_URL: '' })).out).toContain(
      'Set SECURITY_FINDINGS_URL',
    );
  });
});

test('the shell sends a report that fits one request', async () => {
  const args = ['web%2Fshop', 'sarif', report(['A', 'B']), 'complete=true'];
  const { code, out } = await run('sh', [join(folder, 'send-report.sh'), ...args]);
  expect(out).toContain('"accepted":2');
  expect(code).toBe(0);
  await world.settle();
  expect(issues()).toBe(2);
});
