import type { ReadResult } from '../../../src/formats/format';
import { identify } from '../../../src/formats/matching';
import { knownAfter } from '../../../src/formats/matching/known-after';
import { type Fields, read } from './support';

const origin = { product: 'Shop', tool: 'Tool' };
const marksOf = (results: readonly ReadResult[]) => results.map(({ marks }) => marks);

/** The scopes and ids of two reports, the second told with what is known of the first. */
function afterwards(format: string, before: Fields, after: Fields) {
  const [first, second] = [read(format, before), read(format, after)];
  const marks = marksOf(first.results);
  const { ids } = identify(marks, { here: [] }, origin);
  const here = knownAfter([], { marks, ids }, { isComplete: true, at: 1 }).results;
  return {
    was: { parts: first.parts, ids },
    is: { parts: second.parts, ids: identify(marksOf(second.results), { here }, origin).ids },
  };
}

const trivyImage = (name: string, vulnerability: Fields = {}, tags: readonly string[] = []) => ({
  SchemaVersion: 2,
  ArtifactName: name,
  ArtifactType: 'container_image',
  Metadata: { RepoTags: tags },
  Results: [
    {
      Target: 'Java',
      Class: 'lang-pkgs',
      Vulnerabilities: [{ VulnerabilityID: 'CVE-2024-1', PkgName: 'a:b', ...vulnerability }],
    },
  ],
});
const inJar = (version: string) => ({
  PkgPath: `app/shop-${version}.jar/lib/b-2.1.jar`,
  InstalledVersion: '2.1',
});
const trivyCheck = (ids: Fields) => ({
  SchemaVersion: 2,
  ArtifactName: '.',
  ArtifactType: 'filesystem',
  Results: [{ Target: 'Dockerfile', Class: 'config', Misconfigurations: [{ ...ids, Status: 'FAIL' }] }],
});
const grype = (
  id: string,
  related: readonly string[],
  image = 'shop:1',
  locations: readonly Fields[] = [],
) => ({
  source: { type: 'image', target: { userInput: image } },
  descriptor: { name: 'grype' },
  matches: [
    {
      vulnerability: { id },
      relatedVulnerabilities: related.map((one) => ({ id: one })),
      artifact: { name: 'openssl', locations },
    },
  ],
});
const gitlab = (...identifiers: readonly [type: string, value: string][]) => ({
  version: '15.0.7',
  scan: { type: 'dependency_scanning', status: 'success', scanner: { name: 'Gemnasium' } },
  vulnerabilities: [
    {
      name: 'Flaw',
      location: { file: 'yarn.lock', dependency: { package: { name: 'a' } } },
      identifiers: identifiers.map(([type, value]) => ({ type, name: value, value })),
    },
  ],
});
const cyclonedx = (name: string, version: string) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: { type: 'application', name, version } },
  vulnerabilities: [{ id: 'CVE-2024-1', affects: [{ ref: 'pkg:npm/a@1' }] }],
});

describe('a result stays the same finding of the same scope when', () => {
  const table: [string, string, Fields, Fields][] = [
    [
      'its image has got another name beside the one that was asked for',
      'trivy',
      trivyImage('shop:1', {}, ['shop:1']),
      trivyImage('shop:2', {}, ['another:2', 'shop:2']),
    ],
    [
      'the registry that stands for none is written out',
      'trivy',
      trivyImage('alpine:3'),
      trivyImage('docker.io/library/alpine:4'),
    ],
    [
      'the archive that holds its package gets another version',
      'trivy',
      trivyImage('shop:1', inJar('1.0.3')),
      trivyImage('shop:1', inJar('1.0.4')),
    ],
    [
      'a check goes by the name of a newer Trivy',
      'trivy',
      trivyCheck({ ID: 'DS002', AVDID: 'AVD-DS-0002' }),
      trivyCheck({ ID: 'DS-0002' }),
    ],
    [
      'a check goes by the name of an older Trivy',
      'trivy',
      trivyCheck({ ID: 'DS-0002' }),
      trivyCheck({ ID: 'DS002', AVDID: 'AVD-DS-0002' }),
    ],
    [
      'an advisory goes by its CVE id, and no longer names the other',
      'grype',
      grype('GHSA-jfh8-c2jp-5v3q', ['CVE-2024-1']),
      grype('CVE-2024-1', []),
    ],
    [
      'the tool adds paths that only support the match',
      'grype',
      grype('CVE-2024-1', [], 'shop:1', [{ path: '/var/lib/dpkg/status' }]),
      grype('CVE-2024-1', [], 'shop:2', [
        { path: '/usr/share/doc/openssl/copyright', annotations: { evidence: 'supporting' } },
        { path: '/var/lib/dpkg/status', annotations: { evidence: 'primary' } },
      ]),
    ],
    [
      'the tool names another of its identifiers first',
      'gitlab',
      gitlab(['gemnasium', 'g-1'], ['cve', 'CVE-2024-1'], ['cwe', '79']),
      gitlab(['cve', 'CVE-2024-1'], ['cwe', '79']),
    ],
    [
      'the project’s name holds its version',
      'cyclonedx',
      cyclonedx('shop-1.0.0', '1.0.0'),
      cyclonedx('shop-1.0.1', '1.0.1'),
    ],
  ];
  test.each(table)('%s (%s)', (_, format, before, after) => {
    const { was, is } = afterwards(format, before, after);
    expect(is).toEqual(was);
  });
});

test('another flaw of one kind is no other name of a flaw', () => {
  const { was, is } = afterwards(
    'gitlab',
    gitlab(['rule', 'A'], ['cwe', '79'], ['owasp', 'A3']),
    gitlab(['rule', 'B'], ['cwe', '79'], ['owasp', 'A3']),
  );
  expect(is.ids).not.toEqual(was.ids);
});

test('numbers that a tool writes as text are numbers', () => {
  const event = (number: (value: number) => unknown) => [
    {
      class_uid: number(2004),
      severity_id: number(5),
      status_id: number(2),
      finding_info: { uid: 'check-1', title: 'Open port' },
    },
  ];
  expect(read('ocsf', event(String)).results).toEqual(
    read(
      'ocsf',
      event((value) => value),
    ).results,
  );
});

test.each([
  [['semgrep', 'Semgrep OSS', 'Semgrep PRO'], 'Semgrep'],
  [['CodeQL command-line toolchain', 'CodeQL'], 'CodeQL'],
  [['Semgrepper'], 'Semgrepper'],
])('%j are one tool, whose reports close findings of each other', (names, tool) => {
  const log = (name: string) => ({ version: '2.1.0', runs: [{ tool: { driver: { name } }, results: [] }] });
  for (const name of names) expect(read('sarif', log(name)).parts).toEqual([{ tool, scope: '' }]);
});

test('a SARIF report that names its image speaks for that image under any tag', () => {
  const run = (imageName: string) => ({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Trivy' } }, results: [], properties: { imageName } }],
  });
  const scopes = ['shop:1', 'shop:2', 'till:1', 'sha256:0123456789ab'].map(
    (name) => read('sarif', run(name)).parts[0]?.scope,
  );
  expect(scopes).toEqual(['image=shop', 'image=shop', 'image=till', '']);
});
