/** Ready-to-paste commands that send one sample finding to a new connection. */
import type { FindingInput } from '#contract/finding';
import { tokenPath } from '#contract/portal-api';
import type { NewCredentials } from './credentials';

const sample: FindingInput = {
  id: 'sample-1',
  product: 'Sample product',
  title: 'Sample finding: session cookie without Secure flag',
  severity: 'high',
  status: 'verified',
  description: 'Sent from the command that the admin page shows. It is safe to resolve or delete.',
  cwe: ['CWE-614'],
  location: { file: 'src/session.ts', line: 12 },
};

/** The body of the sample call. It holds no single quote, so it fits between them in a shell. */
export const sampleBody = JSON.stringify({ findings: [sample] });

/** Which command lines a page can offer. */
export const commandKinds = ['shell', 'node'] as const;
export type CommandKind = (typeof commandKinds)[number];

/** The command of one kind for the credentials that were just made. */
export function command(kind: CommandKind, baseUrl: string, credentials: NewCredentials): string {
  const base = baseUrl.replace(/\/+$/, '');
  const inShell = kind === 'shell';
  switch (credentials.method) {
    case 'signature':
      return (inShell ? signedShell : signedNode)(base + findingsPath, credentials.secret);
    case 'basic':
      return (inShell ? basicShell : basicNode)(base + findingsPath, credentials);
    case 'oauth':
      return (inShell ? oauthShell : oauthNode)(base, credentials);
  }
}

const findingsPath = '/v1/findings';

type Pair = Extract<NewCredentials, { method: 'basic' }>;
type Client = Extract<NewCredentials, { method: 'oauth' }>;

function basicShell(url: string, { username, password }: Pair): string {
  return [
    `curl -sS ${quote(url)} \\`,
    `  -u ${quote(`${username}:${password}`)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d ${quote(sampleBody)}`,
  ].join('\n');
}

/** Standard Webhooks with openssl alone: the key is the base64 after `whsec_`, the text is `id.timestamp.body`. */
function signedShell(url: string, secret: string): string {
  return [
    `SECRET=${quote(secret)}`,
    `BODY=${quote(sampleBody)}`,
    `ID="msg_$(openssl rand -hex 12)"`,
    `TIME="$(date +%s)"`,
    `KEY="$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')"`,
    `SIGNATURE="$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)"`,
    `curl -sS ${quote(url)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H "webhook-id: $ID" \\`,
    `  -H "webhook-timestamp: $TIME" \\`,
    `  -H "webhook-signature: v1,$SIGNATURE" \\`,
    `  -d "$BODY"`,
  ].join('\n');
}

/** Client credentials: a token first, then the call with it. */
function oauthShell(base: string, { clientId, clientSecret }: Client): string {
  return [
    `TOKEN="$(curl -sS ${quote(base + tokenPath)} -u ${quote(`${clientId}:${clientSecret}`)} \\`,
    `  -d grant_type=client_credentials | sed -n 's/.*"access_token": *"\\([^"]*\\)".*/\\1/p')"`,
    `curl -sS ${quote(base + findingsPath)} \\`,
    `  -H "authorization: Bearer $TOKEN" \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d ${quote(sampleBody)}`,
  ].join('\n');
}

function basicNode(url: string, { username, password }: Pair): string {
  return nodeCommand([
    `const body = ${JSON.stringify(sampleBody)};`,
    `const pair = Buffer.from(${JSON.stringify(`${username}:${password}`)}).toString("base64");`,
    `const headers = { "content-type": "application/json", authorization: "Basic " + pair };`,
    `fetch(${JSON.stringify(url)}, { method: "POST", headers, body })`,
  ]);
}

function signedNode(url: string, secret: string): string {
  return nodeCommand([
    `const { createHmac, randomUUID } = require("node:crypto");`,
    `const body = ${JSON.stringify(sampleBody)};`,
    `const id = "msg_" + randomUUID(), time = String(Math.floor(Date.now() / 1000));`,
    `const key = Buffer.from(${JSON.stringify(secret.replace(/^whsec_/, ''))}, "base64");`,
    `const signature = createHmac("sha256", key).update(id + "." + time + "." + body).digest("base64");`,
    `const headers = { "content-type": "application/json", "webhook-id": id,`,
    `  "webhook-timestamp": time, "webhook-signature": "v1," + signature };`,
    `fetch(${JSON.stringify(url)}, { method: "POST", headers, body })`,
  ]);
}

function oauthNode(base: string, { clientId, clientSecret }: Client): string {
  return nodeCommand([
    `const body = ${JSON.stringify(sampleBody)};`,
    `const pair = Buffer.from(${JSON.stringify(`${clientId}:${clientSecret}`)}).toString("base64");`,
    `const form = new URLSearchParams({ grant_type: "client_credentials" });`,
    `const grant = { method: "POST", headers: { authorization: "Basic " + pair }, body: form };`,
    `fetch(${JSON.stringify(base + tokenPath)}, grant).then((answer) => answer.json())`,
    `  .then(({ access_token }) => fetch(${JSON.stringify(base + findingsPath)}, { method: "POST", body,`,
    `    headers: { "content-type": "application/json", authorization: "Bearer " + access_token } }))`,
  ]);
}

function nodeCommand(lines: readonly string[]): string {
  const program = [...lines, `  .then(async (answer) => console.log(answer.status, await answer.text()));`];
  return `node -e ${quote(`\n${program.join('\n')}\n`)}`;
}

/** One word for a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
