/** What the formats about clouds, and those of other systems, take of what these say. */
import { formatOf } from '../../../src/formats';
import { type Fields, only, read, tried, vector } from './support';

const amazon = (more: Fields) => [
  {
    SchemaVersion: '2018-10-08',
    Id: 'arn:1',
    ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/guardduty',
    AwsAccountId: '1',
    Title: 'T',
    ...more,
  },
];

describe('ASFF', () => {
  test.each([
    [{ Workflow: { Status: 'NEW' } }, 'unverified'],
    [{ Workflow: { Status: 'NOTIFIED' } }, 'assigned'],
    [{ Workflow: { Status: 'SUPPRESSED' } }, 'permanently_risk_accepted'],
    [{ Workflow: { Status: 'RESOLVED' } }, 'resolved'],
    [{ RecordState: 'ARCHIVED', Workflow: { Status: 'NEW' } }, 'resolved'],
    [{ VerificationState: 'FALSE_POSITIVE' }, 'rejected'],
    [{ VerificationState: 'TRUE_POSITIVE' }, 'verified'],
  ])('%j is %s', (more, status) => {
    expect(only('asff', amazon(more)).status).toBe(status);
  });

  test.each([
    [{ ProductName: 'GuardDuty' }, 'security_incident'],
    [{ Types: ['TTPs/Discovery/Recon:EC2-Portscan'] }, 'security_incident'],
    [{ Compliance: { Status: 'FAILED' } }, 'compliance_violation'],
    [{ Vulnerabilities: [{ Id: 'CVE-2024-1000' }] }, 'vulnerability'],
  ])('%j is a %s', (more, kind) => {
    expect(only('asff', amazon(more)).kind).toBe(kind);
  });

  test.each([
    [{ Label: 'CRITICAL' }, 'critical'],
    [{ Normalized: 70 }, 'high'],
    [{ Normalized: 40 }, 'medium'],
    [{ Normalized: 1 }, 'low'],
    [{ Normalized: 0 }, 'info'],
    [undefined, 'medium'],
  ])('severity %j means %s', (Severity, severity) => {
    expect(only('asff', amazon({ Severity })).severity).toBe(severity);
  });

  test('a control that could not be checked proves nothing; one that passed or has nothing to check is no finding', () => {
    const outcome = (Status: string, ...codes: string[]) => {
      const StatusReasons = codes.map((ReasonCode) => ({ ReasonCode }));
      const { results, parts } = read('asff', amazon({ Compliance: { Status, StatusReasons } }));
      return [results.length, parts[0]?.incomplete];
    };
    expect(outcome('PASSED')).toEqual([0, undefined]);
    expect(outcome('NOT_AVAILABLE', 'CONFIG_EVALUATIONS_EMPTY')).toEqual([0, undefined]);
    expect(outcome('NOT_AVAILABLE')).toEqual([0, 'notAllChecked']);
    expect(outcome('WARNING')).toEqual([1, undefined]);
  });

  test('a control that passed and is resolved by that is the end of its finding', () => {
    const resolved = { Compliance: { Status: 'PASSED' }, Workflow: { Status: 'RESOLVED' } };
    expect(read('asff', amazon(resolved)).results).toMatchObject([
      { finding: { status: 'resolved' }, marks: { gone: true } },
    ]);
  });

  test('several resources are one finding with several assets; each product, account and region is a part', () => {
    const Resources = ['b', 'a'].map((Id) => ({ Type: 'AwsS3Bucket', Id }));
    const [one = {}] = amazon({ Resources });
    const { results, parts } = read('asff', { Findings: [one, { ...one, Id: 'arn:2', AwsAccountId: '2' }] });
    expect(results[0]?.finding.assets).toEqual(['b', 'a']);
    expect(parts.map(({ scope }) => scope)).toEqual([
      'account=1\nregion=eu-west-1',
      'account=2\nregion=eu-west-1',
    ]);
  });

  test('an empty answer of its API is recognised, and no other empty list is', () => {
    const nameOf = (document: unknown) => formatOf({ text: '', document })?.name;
    expect(nameOf({ Findings: [] })).toBe('asff');
    for (const other of [{ findings: [] }, [], { Findings: {} }, { Findings: null }])
      expect(nameOf(other)).not.toBe('asff');
  });

  test('an empty list names no tool, and proves nothing', () => {
    expect(read('asff', [])).toMatchObject({ results: [], parts: [{ incomplete: 'noTool' }] });
  });
});

const event = (more: Fields) => [{ class_uid: 2004, finding_info: { uid: 'u', title: 'T' }, ...more }];

describe('OCSF', () => {
  test.each([
    [{ status_id: 1 }, 'unverified'],
    [{ status_id: 3 }, 'rejected'],
    [{ status_id: 4 }, 'resolved'],
    [{ status_id: 5 }, 'resolved'],
    [{ status: 'Resolved' }, 'resolved'],
    [{ activity_id: 3 }, 'resolved'],
    [{ verdict_id: 1 }, 'rejected'],
    [{ verdict_id: 2 }, 'verified'],
  ])('%j is %s', (more, status) => {
    expect(only('ocsf', event(more)).status).toBe(status);
  });

  test.each([
    [{}, 'security_incident'],
    [{ status_code: 'FAIL' }, 'compliance_violation'],
    [{ class_uid: 2003 }, 'compliance_violation'],
    [{ class_uid: 2002 }, 'vulnerability'],
    [{ class_uid: 2001, vulnerabilities: [{ cve: { uid: 'CVE-2024-1000' } }] }, 'vulnerability'],
  ])('%j is a %s', (more, kind) => {
    expect(only('ocsf', event(more)).kind).toBe(kind);
  });

  test.each([{ status_code: 'PASS' }, { compliance: { status_id: 1 } }, { compliance: { status: 'Pass' } }])(
    'a check that passed is no finding: %j',
    (more) => {
      expect(read('ocsf', event(more))).toMatchObject({ results: [], skipped: 1 });
    },
  );

  test('a check that passed and is resolved by that is the end of its finding', () => {
    expect(read('ocsf', event({ status_code: 'PASS', status_id: 4 })).results).toMatchObject([
      { finding: { status: 'resolved' }, marks: { gone: true } },
    ]);
  });

  test('a uid that is made up anew tells events apart and is no identity', () => {
    const uid = '3e671687-395b-41f5-a30f-a58921a69b79';
    expect(
      read('ocsf', event({ finding_info: { uid, title: 'T' } })).results[0]?.marks.prints,
    ).toBeUndefined();
    expect(read('ocsf', event({})).results[0]?.marks.prints).toHaveLength(1);
  });
});

describe('GitLab', () => {
  const report = (more: Fields, scanned: Fields = {}) => ({
    version: '15.0.7',
    scan: { type: 'sast', status: 'success', scanner: { name: 'Scanner' }, ...scanned },
    vulnerabilities: [{ name: 'N', identifiers: [{ type: 'cwe', name: 'CWE-79', value: '79' }], ...more }],
  });

  test.each([
    ['Critical', 'critical'],
    ['Info', 'info'],
    ['Unknown', 'medium'],
  ])('severity %s means %s', (severity, meant) => {
    expect(only('gitlab', report({ severity })).severity).toBe(meant);
  });

  test('without any identifier the name is the rule; without both it is refused', () => {
    expect(only('gitlab', report({ identifiers: undefined }))).toMatchObject({ attributes: { rule: 'N' } });
    expect(tried('gitlab', report({ identifiers: [{}], name: ' ' }))).toMatchObject({
      ok: false,
      errors: [{ path: 'vulnerabilities.0.identifiers' }],
    });
  });

  test('a guess that it is false is told, and judges nothing', () => {
    const flags = [{ type: 'flagged-as-likely-false-positive', description: 'Low confidence' }];
    const finding = only('gitlab', report({ flags }));
    expect(finding).toMatchObject({
      status: 'unverified',
      tags: ['sast', 'likely-false-positive'],
      cwe: ['CWE-79'],
    });
  });

  test('the extract of a secret is nowhere in its finding', () => {
    const finding = only(
      'gitlab',
      report({ raw_source_code_extract: 'THESECRET', location: { file: 'a', start_line: 1 } }),
    );
    expect(JSON.stringify(finding)).not.toContain('THESECRET');
  });

  test.each<[Fields, Fields, string | undefined, string]>([
    [{}, {}, undefined, 'scan=sast'],
    [{}, { status: 'failure' }, 'failed', 'scan=sast'],
    [{}, { messages: [{ level: 'fatal' }] }, 'errorNotification', 'scan=sast'],
    [
      { location: { image: 'shop:1' } },
      { type: 'container_scanning' },
      undefined,
      'scan=container_scanning\ntarget=shop',
    ],
    [{}, { type: 'container_scanning' }, 'noScope', 'scan=container_scanning'],
    [
      { location: { hostname: 'https://a.example' } },
      { type: 'dast' },
      undefined,
      'scan=dast\ntarget=https://a.example',
    ],
  ])('what it speaks for: %j %j', (more, scanned, incomplete, scope) => {
    const [part] = read('gitlab', report(more, scanned)).parts;
    expect([part?.incomplete, part?.scope]).toEqual([incomplete, scope]);
  });
});

describe('DefectDojo generic', () => {
  const findings = (more: Fields) => ({
    type: 'Pentest',
    findings: [{ title: 'T', severity: 'High', ...more }],
  });

  test.each([
    [{}, 'unverified'],
    [{ active: true, verified: true }, 'verified'],
    [{ active: false }, 'resolved'],
    [{ is_mitigated: true }, 'resolved'],
    [{ active: false, false_p: true }, 'rejected'],
    [{ active: false, duplicate: true }, 'rejected'],
    [{ out_of_scope: true }, 'rejected'],
    [{ active: 'false', risk_accepted: 'true' }, 'permanently_risk_accepted'],
  ])('%j is %s', (more, status) => {
    expect(only('generic', findings(more)).status).toBe(status);
  });

  test('endpoints are addresses, as a text or in parts', () => {
    const endpoints = [
      'a.example/login',
      'http://b.example',
      { host: 'c.example', port: 8443, path: '/x' },
      5,
    ];
    expect(only('generic', findings({ endpoints }))).toMatchObject({
      location: { url: 'https://a.example/login' },
      assets: ['https://a.example/login', 'http://b.example/', 'https://c.example:8443/x'],
    });
  });

  test('a severity that is none is refused, a missing one comes from the vector', () => {
    expect(tried('generic', findings({ severity: 'Huge' }))).toEqual({
      ok: false,
      errors: [{ path: 'findings.0.severity', message: 'must be one of: Critical, High, Medium, Low, Info' }],
    });
    expect(only('generic', findings({ severity: undefined, cvssv3: vector }))).toMatchObject({
      severity: 'high',
      cvss: { vector, score: 7.5 },
      tool: 'Pentest',
    });
  });
});
