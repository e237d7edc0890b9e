/** Reports of every format about the same results, each as its tool writes them. */

/** One result in no tool's words. */
export interface Seen {
  /** Number of its rule or vulnerability. */
  readonly rule: number;
  /** Number of its file, package or resource. */
  readonly place: number;
}

/** All that may be different in two runs over the same code. */
export interface Run {
  readonly message: string;
  /** From 0, critical, to 3, low. */
  readonly severity: number;
  readonly score: number;
  readonly fixed: string;
  readonly tag: string;
  readonly line: number;
  /** A text that is new in each run: ids, serial numbers, times. */
  readonly made: string;
}

export const usual: Run = {
  message: 'Reads too much',
  severity: 1,
  score: 7.5,
  fixed: '2.0.1',
  tag: '1.4.2',
  line: 10,
  made: '3e671687-395b-41f5-a30f-a58921a69b79',
};

type Fields = Readonly<Record<string, unknown>>;

export interface Writer {
  readonly format: string;
  readonly write: (results: readonly Seen[], run: Run) => Fields | readonly Fields[];
  /** Where the results stand in the document. */
  readonly list: string;
}

const cve = ({ rule }: Seen) => `CVE-2024-${String(1000 + rule)}`;
const check = ({ rule }: Seen) => `check-${String(rule)}`;
const file = ({ place }: Seen) => `src/file-${String(place)}.c`;
const pkg = ({ place }: Seen) => `package-${String(place)}`;
const words = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
const severity = (run: Run) => words[run.severity] ?? 'LOW';
const capital = (run: Run) => severity(run).charAt(0) + severity(run).slice(1).toLowerCase();
const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N';

export const writers: readonly Writer[] = [
  {
    format: 'sarif',
    list: 'runs.0.results',
    write: (results, run) => ({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Scanner' } },
          automationDetails: { guid: run.made },
          results: results.map((one) => ({
            ruleId: check(one),
            guid: run.made,
            level: run.severity > 1 ? 'warning' : 'error',
            message: { text: run.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file(one) },
                  region: { startLine: run.line + one.rule },
                },
              },
            ],
          })),
        },
      ],
    }),
  },
  {
    format: 'cyclonedx',
    list: 'vulnerabilities',
    write: (results, run) => ({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      serialNumber: `urn:uuid:${run.made}`,
      metadata: {
        tools: { components: [{ type: 'application', name: 'Bomber' }] },
        component: { type: 'container', name: `registry.example:5000/shop:${run.tag}`, 'bom-ref': run.made },
      },
      components: results.map((one) => ({
        type: 'library',
        'bom-ref': `${run.made}-${String(one.place)}`,
        name: pkg(one),
        version: '1.0.0',
        purl: `pkg:npm/${pkg(one)}@1.0.0`,
      })),
      vulnerabilities: results.map((one) => ({
        'bom-ref': run.made,
        id: cve(one),
        ratings: [{ severity: severity(run).toLowerCase(), score: run.score, method: 'CVSSv31', vector }],
        description: run.message,
        recommendation: `Update to ${run.fixed}`,
        affects: [{ ref: `${run.made}-${String(one.place)}` }],
      })),
    }),
  },
  {
    format: 'trivy',
    list: 'Results.0.Vulnerabilities',
    write: (results, run) => ({
      SchemaVersion: 2,
      CreatedAt: run.made,
      ArtifactName: `shop:${run.tag}`,
      ArtifactType: 'container_image',
      Metadata: { RepoTags: [`shop:${run.tag}`], ImageID: `sha256:${run.made}` },
      Results: [
        {
          Target: `shop:${run.tag} (debian 12.1)`,
          Class: 'os-pkgs',
          Vulnerabilities: results.map((one) => ({
            VulnerabilityID: cve(one),
            PkgID: run.made,
            PkgName: pkg(one),
            PkgIdentifier: { UID: run.made, PURL: `pkg:deb/debian/${pkg(one)}@1.0.0` },
            InstalledVersion: '1.0.0',
            FixedVersion: run.fixed,
            Title: run.message,
            Severity: severity(run),
            CVSS: { nvd: { V3Vector: vector, V3Score: run.score } },
          })),
        },
      ],
    }),
  },
  {
    format: 'semgrep',
    list: 'results',
    write: (results, run) => ({
      version: run.tag,
      errors: [],
      paths: { scanned: [run.made] },
      results: results.map((one) => ({
        check_id: check(one),
        path: file(one),
        start: { line: run.line + one.rule, col: run.line },
        extra: {
          message: run.message,
          severity: run.severity > 1 ? 'WARNING' : 'ERROR',
          fingerprint: 'requires login',
          lines: 'requires login',
          metadata: {},
        },
      })),
    }),
  },
  {
    format: 'grype',
    list: 'matches',
    write: (results, run) => ({
      matches: results.map((one) => ({
        vulnerability: {
          id: cve(one),
          severity: capital(run),
          description: run.message,
          fix: { versions: [run.fixed], state: 'fixed' },
          cvss: [{ version: '3.1', vector, metrics: { baseScore: run.score } }],
        },
        artifact: {
          id: run.made,
          name: pkg(one),
          version: '1.0.0',
          locations: [{ path: `/usr/lib/${pkg(one)}`, layerID: run.made }],
          purl: `pkg:deb/debian/${pkg(one)}@1.0.0`,
        },
      })),
      source: { type: 'image', target: { userInput: `shop:${run.tag}`, imageID: `sha256:${run.made}` } },
      descriptor: { name: 'grype', version: run.tag, timestamp: run.made },
    }),
  },
  {
    format: 'asff',
    list: 'Findings',
    write: (results, run) => ({
      Findings: results.map((one) => ({
        SchemaVersion: '2018-10-08',
        Id: `arn:aws:inspector2:eu-west-1:1:finding/${cve(one)}-${String(one.place)}`,
        ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/inspector',
        AwsAccountId: '1',
        GeneratorId: 'AWSInspector',
        UpdatedAt: run.made,
        Title: run.message,
        Description: run.message,
        Severity: { Label: severity(run) },
        Resources: [
          { Type: 'AwsEc2Instance', Id: `arn:aws:ec2:eu-west-1:1:instance/i-${String(one.place)}` },
        ],
        Vulnerabilities: [
          {
            Id: cve(one),
            VulnerablePackages: [{ Name: pkg(one), Version: '1.0.0', FixedInVersion: run.fixed }],
            Cvss: [{ Version: '3.1', BaseScore: run.score, BaseVector: vector }],
          },
        ],
      })),
    }),
  },
  {
    format: 'ocsf',
    list: '',
    write: (results, run) =>
      results.map((one) => ({
        class_uid: 2002,
        severity_id: 5 - run.severity,
        message: run.message,
        time: run.line,
        metadata: { uid: run.made, version: '1.3.0', product: { name: 'Scanner', version: run.tag } },
        cloud: { account: { uid: '1' }, region: 'eu-west-1' },
        finding_info: { uid: run.made, title: run.message },
        resources: [{ uid: `i-${String(one.place)}` }],
        vulnerabilities: [
          {
            cve: { uid: cve(one), cvss: [{ version: '3.1', base_score: run.score, vector_string: vector }] },
            affected_packages: [{ name: pkg(one), version: '1.0.0', fixed_in_version: run.fixed }],
          },
        ],
      })),
  },
  {
    format: 'gitlab',
    list: 'vulnerabilities',
    write: (results, run) => ({
      version: '15.0.7',
      scan: {
        type: 'container_scanning',
        status: 'success',
        start_time: run.made,
        scanner: { id: 'trivy', name: 'Trivy', version: run.tag },
      },
      vulnerabilities: results.map((one) => ({
        id: run.made,
        name: run.message,
        description: run.message,
        severity: capital(run),
        solution: `Update to ${run.fixed}`,
        location: {
          image: `shop:${run.tag}`,
          start_line: run.line,
          dependency: { package: { name: pkg(one) }, version: '1.0.0' },
        },
        identifiers: [{ type: 'cve', name: cve(one), value: cve(one) }],
      })),
    }),
  },
  {
    format: 'generic',
    list: 'findings',
    write: (results, run) => ({
      name: 'Scanner',
      findings: results.map((one) => ({
        title: `Check ${String(one.rule)}`,
        description: run.message,
        severity: capital(run),
        file_path: file(one),
        line: run.line,
        cvssv3: vector,
        cvssv3_score: run.score,
        fix_version: run.fixed,
      })),
    }),
  },
];
