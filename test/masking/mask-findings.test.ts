import { Finding } from '../../src/contract/finding';
import { Masking } from '../../src/contract/masking';
import { maskFindings } from '../../src/masking/mask-findings';
import { maskDocument } from '../../src/masking/mask-document';
import { finding } from '../support/world';

const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
const said = `seen: ${secret} (line 1)`;
const full = Finding.parse(
  finding({
    title: said,
    description: said,
    remediation: said,
    url: `https://a.example/?key=${secret}`,
    cve: [said],
    cwe: [said],
    cvss: { vector: said },
    tool: said,
    location: { file: said, url: `https://b.example/${secret}`, component: said, image: said, branch: said },
    assets: [said],
    tags: ['web', said],
    group: said,
    attributes: { [said]: 1, text: said, list: ['a', said] },
  }),
);

test('no text of a finding is left out, and each secret in it is counted', async () => {
  const [masked] = await maskFindings([full], Masking.parse({}));
  expect(JSON.stringify(masked?.finding)).not.toContain(secret);
  expect(masked?.counts).toEqual({ 'github-token': JSON.stringify(full).split(secret).length - 1 });
});

test('a finding without secrets stays as it is, also beside one with them', async () => {
  const clean = Finding.parse(finding());
  const masked = await maskFindings([clean, full, clean], Masking.parse({}));
  expect(masked[0]?.finding).toBe(clean);
  expect(masked[2]).toEqual({ finding: clean, counts: {} });
  expect(masked[1]?.finding).not.toEqual(full);
});

test('what findings are found by stays, whatever it looks like', async () => {
  const named = Finding.parse(finding({ id: secret, product: secret }));
  expect((await maskFindings([named], Masking.parse({})))[0]?.finding).toBe(named);
});

test('a report without secrets is the same document; of one with them every text is looked at', async () => {
  const clean = { runs: [{ results: [{ message: { text: 'Nothing' } }] }] };
  expect((await maskDocument(clean, Masking.parse({}))).document).toBe(clean);
  const odd = {
    fingerprints: { a: secret },
    runs: [{ text: said, deep: [[{ password: 'hunter2hunter2' }]] }],
  };
  const { document, masked } = await maskDocument(odd, Masking.parse({}));
  expect(document).toEqual({
    fingerprints: { a: secret },
    runs: [{ text: 'seen: [masked: github-token] (line 1)', deep: [[{ password: '[masked: password]' }]] }],
  });
  expect(masked).toEqual({ 'github-token': 1, password: 1 });
});
