/** No secret goes further than the door: not into storage, Jira, logs or answers. */
import { unpack, unpackRecord } from '../../src/gateways/store/packed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { syntheticSecrets } from '../masking/synthetic';

const all = syntheticSecrets();
const of = (kind: string) => {
  const found = all.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  await world.useSpaces();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

/** Everything that is kept anywhere, packed values unpacked. */
function everything(): string {
  const { kvs, journal, recorder } = world.host;
  const stored = JSON.stringify(kvs.snapshot());
  const kept = { jira: world.site.snapshot(), journal: journal.entries, calls: recorder.calls };
  return [stored, ...packedIn(stored), JSON.stringify(kept)].join('\n');
}

function packedIn(stored: string): string[] {
  return (stored.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? []).flatMap((text) => {
    for (const unpacked of [unpack, unpackRecord]) {
      try {
        return JSON.stringify(unpacked(text));
      } catch {
        continue;
      }
    }
    return [];
  });
}

function leaked(): string[] {
  const kept = everything();
  return all
    .filter(({ secret }) => kept.includes(secret) || kept.includes(JSON.stringify(secret).slice(1, -1)))
    .map(({ kind }) => kind);
}

test('secrets in any text of a finding go nowhere', async () => {
  const findings = all.map(({ text }, index) =>
    finding({
      id: `F-${String(index)}`,
      title: `Leak: ${text.replace(/\s+/g, ' ').slice(0, 500)}`,
      description: text,
      remediation: `Rotate it:\n\n\`\`\`\n${text}\n\`\`\``,
    }),
  );
  const { secret } = of('GitHub token');
  const elsewhere = finding({
    id: 'F-all',
    tool: secret,
    tags: ['leak', secret],
    assets: [secret],
    cve: ['CVE-2026-1234'],
    group: secret,
    url: `https://portal.example.com/?token=${secret}`,
    location: {
      file: `src/${secret}.js`,
      component: secret,
      image: `shop:${secret}`,
      branch: secret,
      url: `https://app:${of('password in an address').secret}@shop.example.com/`,
    },
    attributes: {
      note: secret,
      list: [secret],
      db_password: of('password assignment').secret,
      [secret]: 'name',
    },
  });
  const posted = await portal.post('/v1/findings', { findings: [...findings, elsewhere] });
  expect(posted.status).toBe(202);
  expect(leaked()).toEqual([]);
  await world.settle();
  expect(leaked()).toEqual([]);
  const { activities } = await world.admin('activity.list', {});
  const counts = activities.map(({ masked = {} }) => masked['github-token'] ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(8);
  expect(JSON.stringify(world.site.snapshot())).toContain('CVE-2026-1234');
});

const region = (text: string, startLine: number) => ({ startLine, snippet: { text } });

/** Every kind in a message, in code, in an argument and in a rule's help, and a token in the repository's address. */
function report() {
  const { secret } = of('GitHub token');
  const results = all.map(({ text }, index) => ({
    ruleId: 'leak',
    message: { text: `Found {0} and ${text}`, arguments: [text] },
    partialFingerprints: { stable: String(index) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: `src/${String(index)}.js` }, region: region(text, 1) },
        message: { text },
      },
    ],
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.js' },
            replacements: [{ deletedRegion: { startLine: 1 }, insertedContent: { text } }],
          },
        ],
      },
    ],
    properties: { tags: [secret], password: of('password assignment').secret },
  }));
  return {
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leaks',
            rules: [{ id: 'leak', help: { markdown: all.map(({ text }) => text).join('\n\n') } }],
          },
        },
        invocations: [{ executionSuccessful: true }],
        versionControlProvenance: [
          { repositoryUri: `https://x-access-token:${secret}@git.example.com/shop.git` },
        ],
        results,
      },
    ],
  };
}

const path = '/v1/products/shop/reports/sarif?complete=true';

test('secrets in a report go nowhere, and the same report again changes nothing', async () => {
  expect((await portal.post(path, report())).status).toBe(202);
  expect(leaked()).toEqual([]);
  await world.settle();
  expect(leaked()).toEqual([]);
  expect(JSON.stringify(world.site.snapshot())).toContain('[masked: aws-key]');
  world.jiraCalls();
  await portal.post(path, report());
  await world.settle();
  expect(world.jiraCalls()).toEqual([]);
});

test('two results that only a secret tells apart stay two, each with its own issue', async () => {
  const result = (code: string, line: number) => ({
    ruleId: 'leak',
    message: { text: 'A token is in the code' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region: region(code, line) } }],
  });
  const log = (...results: object[]) => ({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Leaks' } }, invocations: [{ executionSuccessful: true }], results }],
  });
  const [one, other] = [of('GitHub token').text, of('GitHub server token').text];
  await portal.post(path, log(result(one, 1), result(other, 5)));
  await world.settle();
  await portal.post(path, log(result(other, 1)));
  await world.settle();
  const { activities } = await world.admin('activity.list', {});
  expect(
    activities
      .flatMap(({ items }) => items.map(({ outcome }) => outcome))
      .filter((outcome) => outcome === 'created'),
  ).toHaveLength(2);
  expect(leaked()).toEqual([]);
});

test('what an admin switches off is let through, and own patterns are heard', async () => {
  await world.save('masking', {
    enabled: true,
    off: ['aws-key'],
    own: [{ name: 'staff number', pattern: 'EMP-[0-9]{6}' }],
  });
  const text = `${of('AWS access key').text} Ask EMP-123456.`;
  await portal.post('/v1/findings', { findings: [finding({ description: text })] });
  await world.settle();
  const site = JSON.stringify(world.site.snapshot());
  expect(site).toContain(of('AWS access key').secret);
  expect(site).not.toContain('EMP-123456');
  expect(site).toContain('[masked: staff number]');
});

test('an own pattern that cannot be used is refused by name, with the reason and the place', async () => {
  const own = [
    { name: 'good', pattern: 'A-[0-9]+' },
    { name: 'bad', pattern: 'A-[0-9' },
    { name: 'good', pattern: '(?=x)' },
  ];
  const { versions } = await world.admin('settings.get', {});
  const save = world.admin('settings.save', {
    section: 'masking',
    version: versions.masking,
    value: { own },
  });
  await expect(save).rejects.toThrow(/own\.1\.pattern.*badPattern.*"name":"bad".*"position":3/s);
  await expect(
    world.admin('settings.save', { section: 'masking', version: versions.masking, value: { own } }),
  ).rejects.toThrow(/own\.2\.name.*notUnique/s);
});

test('a pattern that hangs other engines hangs nothing', async () => {
  await world.save('masking', { own: [{ name: 'evil', pattern: '(a+)+(a|b)*!$' }] });
  const sent = await portal.post('/v1/findings', {
    findings: [finding({ description: 'a'.repeat(90_000) })],
  });
  expect(sent.status).toBe(202);
});

test('a sample and a finding can be tried before anything is saved', async () => {
  const { text, secret } = of('GitHub token');
  const masking = { own: [{ name: 'staff number', pattern: 'EMP-[0-9]{6}' }] };
  expect(await world.admin('masking.try', { masking, sample: `${text} EMP-123456` })).toEqual({
    text: `${text.replace(secret, '[masked: github-token]')} [masked: staff number]`,
    masked: { 'github-token': 1, 'staff number': 1 },
  });
  const preview = await world.admin('findings.preview', {
    document: finding({ description: text, title: text }),
  });
  expect(preview.masked).toEqual({ 'github-token': 2 });
  expect(JSON.stringify(preview)).not.toContain(secret);
});
