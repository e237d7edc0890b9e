import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Masking } from '../../src/contract/masking';
import { maskTexts } from '../../src/masking/mask-texts';
import { syntheticSecrets } from './synthetic';

const on = Masking.parse({});

async function masked(text: string, masking = on): Promise<string> {
  return (await maskTexts([text], masking))(text).text;
}

test.each(syntheticSecrets())('a secret is masked: $kind', async ({ text, secret }) => {
  const shown = await masked(text);
  expect(shown).not.toContain(secret);
  expect(shown).toMatch(/\[masked: [a-z-]+\]|masked-[a-z-]+/);
});

const places: readonly (readonly [string, (text: string) => string])[] = [
  ['a Markdown table', (text) => `| where | what |\n|---|---|\n| app.js | ${text} |`],
  ['a code span', (text) => `See \`${text}\`.`],
  ['a fenced block', (text) => `\`\`\`js\n${text}\n\`\`\``],
  ['a link', (text) => `[the page](https://example.com/?next=${text})`],
  ['JSON within JSON', (text) => JSON.stringify({ line: JSON.stringify({ text }) })],
];

test.each(places)('secrets are masked in %s', async (_place, put) => {
  const kept: string[] = [];
  for (const { kind, text, secret } of syntheticSecrets().filter((one) => !one.text.includes('\n')))
    if ((await masked(put(text))).includes(secret)) kept.push(kind);
  expect(kept).toEqual([]);
});

test('a key that is broken over two lines is masked', async () => {
  const token = syntheticSecrets().find(({ kind }) => kind === 'GitHub token')?.secret ?? '';
  const shown = await masked(`The token\n  ${token.slice(0, 20)}\n  ${token.slice(20)}\nwas found.`);
  expect(shown).toBe('The token\n  [masked: github-token]\nwas found.');
});

test('a key whose underscore is escaped is masked', async () => {
  const token = syntheticSecrets().find(({ kind }) => kind === 'Stripe key')?.secret ?? '';
  expect(await masked(`Found ${token.replaceAll('_', '\\_')} in app.js.`)).toBe(
    'Found [masked: stripe-key] in app.js.',
  );
});

test('what is masked once stays as it is', async () => {
  for (const { text } of syntheticSecrets()) {
    const once = await masked(text);
    expect(await masked(once)).toBe(once);
  }
});

test('a text becomes the same whatever stands beside it', async () => {
  const texts = syntheticSecrets().map(({ text }) => text);
  const alone: string[] = [];
  for (const text of texts) alone.push(await masked(text));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(texts.map((_, index) => index)), async (indexes) => {
      const mask = await maskTexts(
        indexes.map((index) => texts[index] ?? ''),
        on,
      );
      expect(indexes.map((index) => mask(texts[index] ?? '').text)).toEqual(
        indexes.map((index) => alone[index]),
      );
    }),
    { numRuns: 20 },
  );
});

const ordinary = [
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  'id 0b6f4c2e-8f0e-4a5c-9b3a-2f1d7c6e5a4b',
  'pkg:npm/%40angular/core@12.0.0?repository_url=https://npm.example.com',
  'pkg:golang/github.com/gorilla/websocket@v1.4.2',
  'The password policy must require at least 14 characters.',
  'Password: must contain a digit',
  'const password = request.body.password;',
  'token = os.environ["TOKEN"]',
  'api_key: ${{ secrets.API_KEY }}',
  'The Authorization: header is missing.',
  'Use a bearer token or basic authentication instead.',
  'CVE-2024-12345 CWE-798 GHSA-jfh8-c2jp-5v3q',
  'https://example.com:8443/path@2x.png',
  'git@github.com:octo/shop.git',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf',
  'secretName: shop-database',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'https://shop.example.com/search?q=token&page=2',
  'integrity sha512-z8kgUoNyZ5yBXz0bWf2EdXTj4lnXyXNVHpW1bTbA9z0qUQjL7tU1m0v5p5uQd2pT3xX5g0c5k5n5m5q5w5e5r==',
];

test.each(ordinary)('this is no secret: %s', async (text) => {
  expect(await masked(text)).toBe(text);
});

test('a detector that is switched off finds nothing, the others do', async () => {
  const [aws, google] = ['AWS access key', 'Google API key'].map((kind) =>
    syntheticSecrets().find((one) => one.kind === kind),
  );
  const masking = Masking.parse({ off: ['aws-key'] });
  expect(await masked(aws?.text ?? '', masking)).toBe(aws?.text);
  expect(await masked(google?.text ?? '', masking)).toContain('[masked: google-key]');
});

test('switched off, nothing is masked', async () => {
  for (const { text } of syntheticSecrets())
    expect(await masked(text, Masking.parse({ enabled: false }))).toBe(text);
});

test('an own pattern masks by its name, at every line', async () => {
  const masking = Masking.parse({ own: [{ name: 'staff number', pattern: '^EMP-\\d{6}$' }] });
  expect(await masked('EMP-123456\nEMP-12\nEMP-654321', masking)).toBe(
    '[masked: staff number]\nEMP-12\n[masked: staff number]',
  );
});

test('the real reports of the fixtures hold no secrets', async () => {
  for (const name of ['eslint', 'clang', 'secretlint']) {
    const text = readFileSync(join(__dirname, `../fixtures/${name}.sarif`), 'utf8');
    expect(await masked(text)).toBe(text);
  }
});
