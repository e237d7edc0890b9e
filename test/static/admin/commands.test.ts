import { execFileSync } from 'node:child_process';
import { Webhook } from 'standardwebhooks';
import { Finding } from '../../../src/contract/finding';
import { credentialsOf } from '../../../static/admin/src/logic/credentials';
import { type CommandKind, command, sampleBody } from '../../../static/admin/src/logic/commands';

const baseUrl = "https://example.test/portal's/c/abcdefgh/";
const secret = `whsec_${Buffer.from('a secret with every byte \u0000\u00ff$"`').toString('base64')}`;
const pair = { method: 'basic', username: 'abcdefgh', password: `p'a"s$s` } as const;
const signed = { method: 'signature', secret } as const;
const client = { method: 'oauth', clientId: 'abcdefgh', clientSecret: `s'e$cret` } as const;

interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Takes the place of curl: hands out a token that names who asked, else prints its arguments, each ended by a NUL. */
const fakeCurl = `curl() {
  case "$2" in
    */oauth/token) printf '{"access_token": "token of %s by %s"}' "$4" "$6" ;;
    *) printf '%s\\0' "$@" ;;
  esac
}
`;

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

/** Takes the place of fetch in the started Node: the same as for curl. */
const fakeFetch = `globalThis.fetch = async (url, { headers, body }) => {
  if (!url.endsWith("/oauth/token")) return Response.json({ url, headers, body });
  const pair = Buffer.from(headers.authorization.split(" ")[1], "base64").toString();
  return Response.json({ access_token: "token of " + pair + " by " + body });
};`;

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
    const sent = run(command(kind, baseUrl, signed));
    expect(sent.url).toBe("https://example.test/portal's/c/abcdefgh/v1/findings");
    expect(new Webhook(secret).verify(sent.body, sent.headers)).toEqual(JSON.parse(sampleBody));
  });

  test.each(runners)('in %s makes a new id each time it runs', (kind, run) => {
    const text = command(kind, baseUrl, signed);
    expect(run(text).headers['webhook-id']).not.toBe(run(text).headers['webhook-id']);
  });

  test.each(runners)('in %s sends user name and password, whatever they hold', (kind, run) => {
    const sent = run(command(kind, baseUrl, pair));
    const expected = Buffer.from(`${pair.username}:${pair.password}`).toString('base64');
    expect(sent.headers.authorization).toBe(`Basic ${expected}`);
    expect(sent.headers['content-type']).toBe('application/json');
    expect(sent.body).toBe(sampleBody);
  });

  test.each(runners)('in %s fetches a token with the client credentials and calls with it', (kind, run) => {
    const sent = run(command(kind, baseUrl, client));
    const { clientId, clientSecret } = client;
    expect(sent.headers.authorization).toBe(
      `Bearer token of ${clientId}:${clientSecret} by grant_type=client_credentials`,
    );
    expect(sent.url).toBe("https://example.test/portal's/c/abcdefgh/v1/findings");
    expect(sent.body).toBe(sampleBody);
  });
});

describe('the credentials of a new connection', () => {
  test('are named by method, and the key is the client id', () => {
    expect(credentialsOf('signature', { connection: 'abcdefgh', secret: 's' })).toEqual({
      method: 'signature',
      secret: 's',
    });
    expect(credentialsOf('oauth', { connection: 'abcdefgh', secret: 's' })).toEqual({
      method: 'oauth',
      clientId: 'abcdefgh',
      clientSecret: 's',
    });
    expect(credentialsOf('basic', { connection: 'abcdefgh', username: 'u', password: 'p' })).toEqual({
      method: 'basic',
      username: 'u',
      password: 'p',
    });
  });
});
