/** The code of the guide for portals, as it stands there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { Webhook } from 'standardwebhooks';
import { EventsBody, eventTypes } from '../../src/contract/outbox';
import { wordsOf } from '../../src/core/jira/comments';
import { createWorld } from '../support/world';

const guide = readFileSync(join(__dirname, '../../src/handlers/portal/README.md'), 'utf8');
const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

type Receive = (
  secret: string,
  headers: Record<string, string>,
  body: string,
  store: (event: { id: string }) => void,
) => number;

function receiver(): Receive {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const { code: plain } = transformSync(code, {
    jsc: { parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exported: { receive?: Receive } = {};
  const run = runInThisContext(`(exports, require) => {${plain}}`) as (
    to: object,
    load: () => object,
  ) => void;
  run(exported, () => ({ Webhook }));
  if (!exported.receive) throw new Error('The guide has no receiver.');
  return exported.receive;
}

test('the receiver takes what is signed, and nothing else', () => {
  const body = JSON.stringify({ events: [{ id: 'e1', n: 1, type: 'test' }], next: 1 });
  const at = new Date();
  const headers = {
    'webhook-id': 'm1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('m1', at, body),
  };
  const stored: string[] = [];
  expect(receiver()(secret, headers, body, ({ id }) => stored.push(id))).toBe(204);
  expect(receiver()(secret, headers, `${body} `, ({ id }) => stored.push(id))).toBe(401);
  expect(stored).toEqual(['e1']);
});

test('it names every event, and no other', () => {
  const [, table = ''] = guide.split('## Events');
  const named = [...table.matchAll(/`((?:finding|issue)\.\w+|test)`/g)].map(([, type = '']) => type);
  expect([...new Set(named)].sort()).toEqual([...eventTypes].sort());
});

/** The curl commands of the guide: where each goes, and what it sends. */
function commands(): { path: string; body: string | undefined }[] {
  const lines = guide.replaceAll('\\\n', ' ').split('\n');
  return lines.flatMap((line) => {
    const [, path] = /^curl -sS "\$BASE([^"]*)" -u "\$USER:\$PASSWORD"/.exec(line) ?? [];
    const [, body] = /--data '([^']*)'/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, body }];
  });
}

test('its commands are answered, and do what it says', async () => {
  const world = createWorld();
  const made = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  if (!('username' in made)) throw new Error('no password');
  await world.useSpaces();
  await world.admin('connections.setOutbound', { connection: made.connection, mode: 'pull' });
  const portal = world.portalWith(made.connection, made.baseUrl, '');
  const pair = Buffer.from(`${made.username}:${made.password}`).toString('base64');
  const headers = { authorization: `Basic ${pair}`, 'content-type': 'application/json' };
  const answers: unknown[] = [];
  for (const { path, body } of commands()) {
    const { status, json } = await portal.raw(body === undefined ? 'GET' : 'POST', path, headers, body);
    answers.push([path.split('?')[0], status]);
    if (path.startsWith('/v1/events')) expect(EventsBody.parse(json).events.length).toBeGreaterThan(0);
    await world.settle();
  }
  expect(answers).toEqual([
    ['/v1/findings', 202],
    ['/v1/findings/lookup', 200],
    ['/v1/comments', 202],
    ['/v1/events', 200],
  ]);
  const { comments } = world.site.issue('WEB-1');
  expect(comments.map(({ body }) => wordsOf(body))).toEqual(['Ada (Portal) wrote:Still open, @Bo?']);
  world.close();
});
