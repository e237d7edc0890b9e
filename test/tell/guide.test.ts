/** The code of the guide for portals, as it stands there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { Webhook } from 'standardwebhooks';
import { eventTypes } from '../../src/contract/outbox';

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

test('every event that it names is one', () => {
  const [, table = ''] = guide.split('## Events');
  const named = [...table.matchAll(/`((?:finding|issue)\.\w+|test)`/g)].map(([, type = '']) => type);
  expect(named.filter((type) => !eventTypes.some((known) => known === type))).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});
