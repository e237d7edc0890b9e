/** The code that tools show is part of what a finding says. */
import { only } from './support';

const semgrep = (extra: object, rule = 'python.eval') => ({
  version: '1.0.0',
  results: [{ check_id: rule, path: 'a.py', start: { line: 1, col: 1 }, extra: { message: 'm', ...extra } }],
});
const trivy = (lines: readonly object[]) => ({
  SchemaVersion: 2,
  ArtifactName: '.',
  ArtifactType: 'filesystem',
  Results: [
    {
      Target: 'Dockerfile',
      Class: 'config',
      Misconfigurations: [
        { ID: 'DS002', Message: 'Bad', Status: 'FAIL', CauseMetadata: { Code: { Lines: lines } } },
      ],
    },
  ],
});
const described = (format: string, document: object) => only(format, document).description ?? '';

test('the code of Semgrep and Trivy is a code block, which nothing in it can end', () => {
  expect(described('semgrep', semgrep({ lines: 'eval(x) # ```' }))).toContain('````\neval(x) # ```\n````');
  const lines = [
    { Content: 'FROM a', IsCause: false },
    { Content: 'USER root', IsCause: true },
  ];
  expect(described('trivy', trivy(lines))).toContain('```\nUSER root\n```');
  expect(described('trivy', trivy(lines.slice(0, 1)))).toContain('```\nFROM a\n```');
});

test('long code is cut, and what stands for code that is withheld is none', () => {
  expect(described('semgrep', semgrep({ lines: 'a\n'.repeat(500) })).length).toBeLessThan(100);
  expect(described('semgrep', semgrep({ lines: 'requires login' }))).toBe('m');
});

test('the code of a found secret, which is the secret itself, is not copied', () => {
  expect(described('semgrep', semgrep({ lines: 'hunter2', validation_state: 'CONFIRMED_VALID' }))).toBe('m');
  expect(described('semgrep', semgrep({ lines: 'hunter2' }, 'generic.secrets.key'))).toBe('m');
});
