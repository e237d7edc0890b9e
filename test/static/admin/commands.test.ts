import { execFileSync } from 'node:child_process';
import { Webhook } from 'standardwebhooks';
import { Finding } from '../../../src/contract/finding';
import { type CommandKind, command, sampleBody } from '../../../static/admin/src/logic/commands';

const baseUrl = "https://example.test/portal's/c/abcdefgh/";
const secret = `whsec_${Buffer.from('a secret with every byte \u0000\u00ff$"`').toString('base64')}`;
const pair = { username: 'abcdefgh', password: `p'a"s$s` };

interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Takes the place of curl: prints its arguments, each ended by a NUL. */
const fakeCurl = `curl() { printf '%s\\0' "$@"; }\n`;

function runInShell(text: string): Sent {
  const words = execFileSync('sh', ['-c', fakeCurl + text])
    .toString()
    .split('\0');
  const after = (flag: string) =>
    words.flatMap((word, index) => (word === flag ? [words[index + 1] ?? ''] : []));
  const headers = Object.fromEntries(after('-H').map((line) => line.split(': ') as [string, string]));
  const [user] = after('-u');
  if (user !== undefined) headers.authorization = `Basic ${Buffer.from(user).toString('base64')}`;
  return { url: words[1] ?? '', headers, body: after('-d')[0] ?? '' };
}

/** Takes the place of fetch in the started Node: answers with what was sent. */
const fakeFetch = `globalThis.fetch = async (url, { headers, body }) => new Response(JSON.stringify({ url, headers, body }));`;

function runInNode(text: string): Sent {
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(fakeFetch)}`;
  const printed = execFileSync('sh', ['-c', text], { env: { ...process.env, NODE_OPTIONS } }).toString();
  return JSON.parse(printed.replace(/^200 /, '')) as Sent;
}

const runners: [CommandKind, (text: string) => Sent][] = [
  ['shell', runInShell],
  ['node', runInNode],
];

describe('the command to try a new connection', () => {
  test('carries a finding that the contract accepts', () => {
    const { findings } = JSON.parse(sampleBody) as { findings: unknown[] };
    expect(findings).toHaveLength(1);
    expect(Finding.parse(findings[0])).toMatchObject({ id: 'sample-1', severity: 'high' });
    expect(sampleBody).not.toContain("'");
  });

  test.each(runners)('in %s signs the call as Standard Webhooks demands', (kind, run) => {
    const sent = run(command(kind, baseUrl, { secret }));
    expect(sent.url).toBe("https://example.test/portal's/c/abcdefgh/v1/findings");
    expect(new Webhook(secret).verify(sent.body, sent.headers)).toEqual(JSON.parse(sampleBody));
  });

  test.each(runners)('in %s makes a new id each time it runs', (kind, run) => {
    const text = command(kind, baseUrl, { secret });
    expect(run(text).headers['webhook-id']).not.toBe(run(text).headers['webhook-id']);
  });

  test.each(runners)('in %s sends user name and password, whatever they hold', (kind, run) => {
    const sent = run(command(kind, baseUrl, pair));
    const expected = Buffer.from(`${pair.username}:${pair.password}`).toString('base64');
    expect(sent.headers.authorization).toBe(`Basic ${expected}`);
    expect(sent.headers['content-type']).toBe('application/json');
    expect(sent.body).toBe(sampleBody);
  });
});
