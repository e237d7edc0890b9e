/** What the formats about packages and code take of what their tools say. */
import { type Fields, only, read, tried, vector } from './support';

const lodash = {
  type: 'library',
  'bom-ref': 'r1',
  name: 'lodash',
  version: '4.17.1',
  purl: 'pkg:npm/lodash@4.17.1',
};
const bom = (vulnerability: Fields, more: Fields = {}) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [lodash],
  vulnerabilities: [{ id: 'CVE-2024-1000', affects: [{ ref: 'r1' }], ...vulnerability }],
  ...more,
});

describe('CycloneDX', () => {
  test.each([
    ['exploitable', 'verified'],
    ['in_triage', 'unverified'],
    ['false_positive', 'rejected'],
    ['not_affected', 'rejected'],
    ['resolved', 'resolved'],
    ['resolved_with_pedigree', 'resolved'],
    ['something else', 'unverified'],
  ])('an analysis that is %s makes the finding %s', (state, status) => {
    expect(only('cyclonedx', bom({ analysis: { state } })).status).toBe(status);
  });

  test('one vulnerability of several components is one finding each, and a version that is called unaffected is rejected', () => {
    const versions = [{ version: '4.17.1', status: 'unaffected' }];
    const { results } = read(
      'cyclonedx',
      bom({ affects: [{ ref: 'r1', versions }, { ref: 'pkg:npm/other@1.0.0' }] }),
    );
    expect(results.map(({ finding }) => [finding.location?.component, finding.status])).toEqual([
      ['pkg:npm/lodash@4.17.1', 'rejected'],
      ['pkg:npm/other@1.0.0', 'unverified'],
    ]);
  });

  test('what thousands of findings share is told in short, and more of them than a request may hold are refused', () => {
    const of = (count: number) =>
      bom({
        description: 'word '.repeat(3_000),
        affects: Array.from({ length: count }, () => ({ ref: 'r1' })),
      });
    for (const { finding } of read('cyclonedx', of(21)).results)
      expect(finding.description?.length).toBeLessThan(600);
    expect(tried('cyclonedx', of(10_001))).toMatchObject({ ok: false });
  });

  test('ratings, weaknesses and aliases are taken; a score is worked out of a vector that has none', () => {
    const finding = only(
      'cyclonedx',
      bom({
        id: 'GHSA-aaaa-bbbb-cccc',
        references: [{ id: 'CVE-2024-1000' }],
        cwes: [79],
        ratings: [{ method: 'CVSSv31', vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
      }),
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      cve: ['CVE-2024-1000'],
      cwe: ['CWE-79'],
      cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
    });
  });

  test.each([
    [{ vulnerabilities: undefined }, 'noResults'],
    [{ compositions: [{ aggregate: 'incomplete', vulnerabilities: ['x'] }] }, 'notAllChecked'],
    [{}, undefined],
  ])('a document proves something only with the whole list: %j', (more, incomplete) => {
    expect(read('cyclonedx', bom({}, more)).parts[0]?.incomplete).toBe(incomplete);
  });

  test.each(['1.2', '1.3', '2.0', 'x'])('version %s is refused', (specVersion) => {
    expect(tried('cyclonedx', bom({}, { specVersion }))).toMatchObject({
      ok: false,
      errors: [{ path: 'specVersion' }],
    });
  });
});

const folder = (target: Fields, more: Fields = {}) => ({
  SchemaVersion: 2,
  ArtifactName: '/builds/Ab12Cd34/0/team/shop/services/api',
  ArtifactType: 'filesystem',
  Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', ...target }],
  ...more,
});

describe('Trivy', () => {
  const vulnerability = {
    VulnerabilityID: 'CVE-2024-1000',
    PkgName: 'lodash',
    InstalledVersion: '4.17.1',
    FixedVersion: '4.17.9',
  };

  test('a package in a folder: path without the check-out folder, fixed version, rating of who rated it', () => {
    const CVSS = { nvd: { V3Vector: vector, V3Score: 7.5 }, ghsa: { V3Vector: vector, V3Score: 5.3 } };
    const document = folder({
      Vulnerabilities: [{ ...vulnerability, Severity: 'UNKNOWN', SeveritySource: 'ghsa', CVSS }],
    });
    expect(only('trivy', document)).toMatchObject({
      severity: 'medium',
      cvss: { vector, score: 5.3 },
      location: { file: 'services/api/package-lock.json', component: 'lodash@4.17.1' },
      attributes: { fixedVersion: '4.17.9', installedVersion: '4.17.1' },
      remediation: expect.stringContaining('Update lodash to 4.17.9.') as unknown,
    });
    expect(read('trivy', document).parts).toEqual([{ tool: 'Trivy', scope: 'folder=services/api' }]);
  });

  test('checks that failed are violations, those that were met are none', () => {
    const check = {
      ID: 'DS002',
      Title: 'Image user should not be root',
      Severity: 'HIGH',
      CauseMetadata: { StartLine: 3 },
    };
    const all = ['FAIL', 'PASS', 'EXCEPTION'].map((Status) => ({ ...check, Status }));
    const document = folder({ Target: 'Dockerfile', Class: 'config', Misconfigurations: all });
    expect(only('trivy', document)).toMatchObject({
      kind: 'compliance_violation',
      severity: 'high',
      location: { file: 'services/api/Dockerfile', line: 3 },
    });
    expect(read('trivy', document).skipped).toBe(2);
  });

  test('a secret is told without its line; licences that demand nothing are none', () => {
    const secret = {
      RuleID: 'github-pat',
      Title: 'GitHub token',
      Severity: 'CRITICAL',
      StartLine: 2,
      Match: 'PAT=VALUE',
    };
    const finding = only('trivy', folder({ Target: 'a.env', Class: 'secret', Secrets: [secret] }));
    expect(finding).toMatchObject({ title: 'GitHub token: services/api/a.env', severity: 'critical' });
    expect(JSON.stringify(finding)).not.toContain('VALUE');
    const Licenses = ['restricted', 'notice', 'permissive'].map((Category) => ({
      Name: 'L',
      Category,
      PkgName: 'p',
      Severity: 'HIGH',
    }));
    const { results, skipped } = read('trivy', folder({ Class: 'license', Licenses }));
    expect([results.length, skipped, results[0]?.finding.kind]).toEqual([1, 2, 'compliance_violation']);
  });

  test.each([
    ['ignored', 'permanently_risk_accepted'],
    ['not_affected', 'rejected'],
    ['fixed', 'resolved'],
    ['under_investigation', 'unverified'],
  ])('what was judged %s is %s', (Status, status) => {
    const modified = { Type: 'vulnerability', Status, Statement: 'Because', Finding: vulnerability };
    expect(only('trivy', folder({ ExperimentalModifiedFindings: [modified] })).status).toBe(status);
  });

  test.each([
    ['left out', { Results: undefined }, undefined],
    ['null', { Results: null }, undefined],
    ['no list', { Results: 'none' }, 'noResults'],
    ['left out, of an artifact without a name', { Results: undefined, ArtifactName: '' }, 'noResults'],
    [
      'left out, of an image that has only a digest',
      { ArtifactName: 'sha256:0123456789ab', ArtifactType: 'container_image', Results: undefined },
      'noScope',
    ],
  ])('a list of results that is %s says as much as Trivy does by it', (_, over, incomplete) => {
    expect(read('trivy', { ...folder({}), ...over }).parts[0]?.incomplete).toBe(incomplete);
  });

  test('a cluster: workload and image of each result, incomplete where a resource failed', () => {
    const resource = (Error: string) => ({
      Namespace: 'web',
      Kind: 'Deployment',
      Name: 'api',
      Error,
      Results: [{ Target: 'shop/api:1.2 (alpine 3.19)', Class: 'os-pkgs', Vulnerabilities: [vulnerability] }],
    });
    const cluster = (Error: string) => ({ ClusterName: 'prod', Resources: [resource(Error)] });
    expect(only('trivy', cluster(''))).toMatchObject({
      location: { component: 'lodash@4.17.1', image: 'shop/api:1.2' },
    });
    expect(read('trivy', cluster('')).parts).toEqual([{ tool: 'Trivy', scope: 'cluster=prod' }]);
    for (const name of ['Findings', 'Vulnerabilities', 'Misconfigurations'])
      expect(read('trivy', { ClusterName: 'prod', [name]: [resource('')] }).results).toHaveLength(1);
    expect(read('trivy', { ClusterName: 'prod' }).parts[0]?.incomplete).toBe('noResults');
    expect(read('trivy', cluster('timeout')).parts[0]?.incomplete).toBe('notAllChecked');
  });
});

const scan = (extra: Fields, more: Fields = {}) => ({
  results: [{ check_id: 'js.lang.eval-injection', path: './src/a.js', start: { line: 4, col: 2 }, extra }],
  errors: [],
  ...more,
});

describe('Semgrep', () => {
  test.each([
    ['ERROR', 'high'],
    ['WARNING', 'medium'],
    ['INFO', 'low'],
    ['CRITICAL', 'critical'],
    ['EXPERIMENT', 'medium'],
  ])('severity %s means %s', (severity, meant) => {
    expect(only('semgrep', scan({ severity })).severity).toBe(meant);
  });

  test('a fingerprint that a tool withholds is none, and a result that the source silences is rejected', () => {
    const { results } = read(
      'semgrep',
      scan({ fingerprint: 'requires login', lines: 'requires login', is_ignored: true }),
    );
    expect(results[0]?.marks.prints).toBeUndefined();
    expect(results[0]?.finding).toMatchObject({ status: 'rejected', title: 'eval injection: src/a.js' });
    expect(read('semgrep', scan({ fingerprint: 'abc_0' })).results[0]?.marks.prints).toHaveLength(1);
  });

  test('an error of the run makes it prove nothing, a warning does not', () => {
    const incomplete = (level: string) =>
      read('semgrep', scan({}, { errors: [{ level }] })).parts[0]?.incomplete;
    expect([incomplete('error'), incomplete('warn')]).toEqual(['errorNotification', undefined]);
  });
});

describe('Grype', () => {
  const match = (vulnerability: Fields, more: Fields = {}) => ({
    matches: [],
    ignoredMatches: [
      {
        vulnerability: { id: 'GHSA-aaaa-bbbb-cccc', severity: 'Negligible', ...vulnerability },
        relatedVulnerabilities: [
          { id: 'CVE-2024-1000', epss: [{ epss: 0.4 }], knownExploited: [{ cve: 'CVE-2024-1000' }] },
        ],
        artifact: { name: 'openssl', version: '3.0.1', locations: [{ path: '/b' }, { path: '/a' }] },
        ...more,
      },
    ],
    source: { type: 'image', target: { userInput: 'shop@sha256:aaaa', tags: [] } },
    descriptor: { name: 'grype' },
  });

  test('EPSS, KEV and CVE come from the related vulnerability, the path is the first in order', () => {
    expect(only('grype', match({}))).toMatchObject({
      severity: 'info',
      epss: 0.4,
      kev: true,
      cve: ['CVE-2024-1000'],
      location: { file: '/a', image: 'shop@sha256:aaaa', component: 'openssl@3.0.1' },
    });
    expect(read('grype', match({})).parts).toEqual([{ tool: 'grype', scope: 'image=shop' }]);
  });

  test.each([
    [[{ vulnerability: 'x' }], 'permanently_risk_accepted'],
    [[{ 'vex-status': 'not_affected' }], 'rejected'],
    [[{ 'vex-status': 'fixed' }], 'resolved'],
  ])('what is ignored by %j is %s', (appliedIgnoreRules, status) => {
    expect(only('grype', match({}, { appliedIgnoreRules })).status).toBe(status);
  });

  test('what the tool passes over by itself is no finding', () => {
    const appliedIgnoreRules = [{ 'match-type': 'exact-indirect-match' }];
    expect(read('grype', match({}, { appliedIgnoreRules }))).toMatchObject({ results: [], skipped: 1 });
  });
});
