import { findingOf, logOf, read, toolOf } from './support';

describe('severity', () => {
  const table: [string, string, Record<string, unknown>, Record<string, unknown>][] = [
    ['high', 'level error', { level: 'error' }, {}],
    ['medium', 'level warning', { level: 'warning' }, {}],
    ['low', 'level note', { level: 'note' }, {}],
    ['info', 'level none', { level: 'none' }, {}],
    ['medium', 'no level at all', {}, {}],
    ['high', 'the level of the rule', {}, { defaultConfiguration: { level: 'error' } }],
    ['critical', 'a word of the tool’s own without any level', { properties: { severity: 'Critical' } }, {}],
    ['high', 'such a word of the rule', {}, { properties: { 'problem.severity': 'error' } }],
    [
      'low',
      'its level before such a word',
      { level: 'note', properties: { severity: 'Critical' } },
      { properties: { severity: 'High' } },
    ],
    [
      'low',
      'its own level before that of the rule',
      { level: 'note' },
      { defaultConfiguration: { level: 'error' } },
    ],
    ['critical', 'security-severity 9.0', { level: 'note' }, { properties: { 'security-severity': '9.0' } }],
    ['high', 'security-severity 8.9', {}, { properties: { 'security-severity': '8.9' } }],
    ['high', 'security-severity 7', {}, { properties: { 'security-severity': 7 } }],
    ['medium', 'security-severity 6.99', {}, { properties: { 'security-severity': 6.99 } }],
    ['medium', 'security-severity 4.0', {}, { properties: { 'security-severity': '4.0' } }],
    ['low', 'security-severity 0.1', { level: 'error' }, { properties: { 'security-severity': '0.1' } }],
    ['info', 'security-severity 0', { level: 'error' }, { properties: { 'security-severity': '0.0' } }],
    [
      'high',
      'a security-severity that is no number',
      { level: 'error' },
      { properties: { 'security-severity': 'HIGH' } },
    ],
    ['high', 'an empty security-severity', { level: 'error' }, { properties: { 'security-severity': '' } }],
    [
      'high',
      'a security-severity beyond the scale',
      { level: 'error' },
      { properties: { 'security-severity': '11' } },
    ],
    [
      'critical',
      'its own security-severity',
      { properties: { 'security-severity': '9.8' } },
      { properties: { 'security-severity': '1' } },
    ],
    [
      'high',
      'the level of the rule where the kind forbids one',
      { kind: 'review', level: 'none' },
      { defaultConfiguration: { level: 'error' } },
    ],
  ];
  test.each(table)('is %s by %s', (severity, _, result, rule) => {
    expect(findingOf({ ruleId: 'R1', ...result }, toolOf({ id: 'R1', ...rule })).severity).toBe(severity);
  });
});

describe('status', () => {
  const table: [string, string, Record<string, unknown>][] = [
    ['unverified', 'nothing is said', {}],
    ['resolved', 'it is absent from the new state', { baselineState: 'absent' }],
    ['resolved', 'it is absent in other letters', { baselineState: 'Absent' }],
    ['unverified', 'it is new', { baselineState: 'new' }],
    ['unverified', 'it is unchanged', { baselineState: 'unchanged' }],
    ['rejected', 'it is suppressed in the source', { suppressions: [{ kind: 'inSource' }] }],
    [
      'rejected',
      'it is suppressed in the source in other letters',
      { suppressions: [{ kind: 'InSource', status: 'Accepted' }] },
    ],
    [
      'rejected',
      'that suppression is accepted',
      { suppressions: [{ kind: 'inSource', status: 'accepted' }] },
    ],
    ['permanently_risk_accepted', 'it is suppressed elsewhere', { suppressions: [{ kind: 'external' }] }],
    [
      'unverified',
      'the suppression is under review',
      { suppressions: [{ kind: 'external', status: 'underReview' }] },
    ],
    [
      'unverified',
      'the suppression was refused',
      { suppressions: [{ kind: 'inSource', status: 'rejected' }] },
    ],
    [
      'permanently_risk_accepted',
      'one of two suppressions counts',
      {
        suppressions: [
          { kind: 'inSource', status: 'rejected' },
          { kind: 'external', status: 'accepted' },
        ],
      },
    ],
    ['unverified', 'the list of suppressions is empty', { suppressions: [] }],
    [
      'resolved',
      'it is absent and suppressed',
      { baselineState: 'absent', suppressions: [{ kind: 'external' }] },
    ],
  ];
  test.each(table)('is %s when %s', (status, _, result) => {
    expect(findingOf(result).status).toBe(status);
  });

  test.each(['pass', 'notApplicable', 'informational'])('a result of kind %s is no finding', (kind) => {
    expect(read(logOf([{ kind, message: { text: 'Message' } }]))).toMatchObject({ findings: [], skipped: 1 });
  });

  test.each(['fail', 'open', 'review'])('a result of kind %s is a finding', (kind) => {
    expect(findingOf({ kind }).status).toBe('unverified');
  });
});
