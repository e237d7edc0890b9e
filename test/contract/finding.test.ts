import { builtInStatuses, Finding, kinds, severities, severityLevel } from '../../src/contract/finding';
import { fieldErrors } from '../../src/contract/problem';

const least = { id: 'F-1', product: 'shop', title: 'SQL injection', severity: 'high' };
const read = (more: object) => Finding.parse({ ...least, ...more });
const errorsOf = (input: unknown) => {
  const parsed = Finding.safeParse(input);
  return parsed.success ? [] : fieldErrors(parsed.error);
};
const refused = (more: object) => errorsOf({ ...least, ...more });

const everything = {
  ...least,
  status: 'verified',
  kind: 'scheduled_task',
  description: 'What',
  remediation: 'How',
  url: 'https://portal.example/f/1',
  cve: ['CVE-2026-1'],
  cwe: ['CWE-89'],
  cvss: { vector: 'CVSS:3.1/AV:N', score: 9.8 },
  epss: 0.5,
  kev: true,
  tool: 'Scanner',
  location: {
    file: 'a.ts',
    line: 1,
    url: 'http://shop.example',
    component: 'api',
    image: 'i',
    branch: 'main',
  },
  assets: ['host'],
  tags: ['tag'],
  assignee: { email: 'developer@example.com', accountId: 'a' },
  dueDate: '2026-02-01',
  firstSeen: '2026-01-01T00:00:00Z',
  lastSeen: '2026-01-02T00:00:00.123Z',
  updatedAt: '2026-01-03T00:00:00+02:00',
  acceptedUntil: '2026-03-01',
  group: 'g',
  existing: { product: 'WEB-1', security: 'SEC-2' },
  attributes: { text: 'a', number: 1, flag: false, list: ['a', 'b'] },
};

describe('a finding', () => {
  test('with everything is taken as it is', () => {
    expect(read(everything)).toEqual(everything);
  });

  test('with the least is an unverified vulnerability', () => {
    expect(JSON.parse(JSON.stringify(read({})))).toEqual({
      ...least,
      status: 'unverified',
      kind: 'vulnerability',
    });
  });

  test('with null wherever a value may be missing is the finding with the least', () => {
    const optional = Object.keys(everything).filter((key) => !(key in least));
    expect(read(Object.fromEntries(optional.map((key) => [key, null])))).toEqual(read({}));
  });

  test.each([
    ['cvss', { vector: null, score: null }, {}],
    ['location', { file: null, line: null, url: null, component: null, image: null, branch: null }, {}],
    ['assignee', { email: null, accountId: 'a' }, { accountId: 'a' }],
    ['existing', { product: null, security: 'SEC-1' }, { security: 'SEC-1' }],
    ['attributes', { a: null, b: 'x' }, { b: 'x' }],
  ])('may hold null within %s', (key, value, expected) => {
    expect(read({ [key]: value })).toEqual(read({ [key]: expected }));
  });

  test('may hold keys that nobody knows yet; they are dropped', () => {
    expect(read({ colour: 'red', cvss: { score: 1, colour: 'red' } })).toEqual(read({ cvss: { score: 1 } }));
  });

  test('of a tool without a name is of no tool', () => {
    expect(read({ tool: ' ' }).tool).toBeUndefined();
  });

  test('names issues in any letters; keys are upper case', () => {
    expect(read({ existing: { product: 'web_2-10' } }).existing).toEqual({ product: 'WEB_2-10' });
  });
});

describe('a finding is refused, with the field and what to do', () => {
  const long = (length: number) => 'x'.repeat(length);
  const date = 'must be a date like 2026-01-31';
  const instant = 'must be a timestamp like 2026-01-31T09:30:00Z';
  const web = 'must be an absolute http or https address';
  const issueKey = 'must be an issue key like WEB-12';
  const statusName = 'must be lower case letters, digits and underscores, for example "verified"';
  const attribute =
    'must be a text of at most 32767 characters, a number, true, false or a list of at most 200 texts';

  test.each<[object, string, string]>([
    [{ id: undefined }, 'id', 'is required'],
    [{ id: null }, 'id', 'is required'],
    [{ id: 7 }, 'id', 'must be of type string'],
    [{ id: '' }, 'id', 'must not be empty'],
    [{ id: ' \u00a0' }, 'id', 'must not be empty'],
    [{ id: 'a\u0000' }, 'id', 'must not hold control characters'],
    [{ id: 'a\uD83D' }, 'id', 'must not hold control characters'],
    [{ id: long(256) }, 'id', 'must be at most 255 characters'],
    [{ product: undefined }, 'product', 'is required'],
    [{ product: '' }, 'product', 'must not be empty'],
    [{ product: long(256) }, 'product', 'must be at most 255 characters'],
    [{ title: undefined }, 'title', 'is required'],
    [{ title: ' ' }, 'title', 'must not be empty'],
    [{ title: '\u0007\uD83D' }, 'title', 'must not be empty'],
    [{ title: long(2001) }, 'title', 'must be at most 2000 characters'],
    [{ severity: undefined }, 'severity', 'must be one of: critical, high, medium, low, info'],
    [{ severity: 'High' }, 'severity', 'must be one of: critical, high, medium, low, info'],
    [{ kind: 'bug' }, 'kind', `must be one of: ${kinds.join(', ')}`],
    [{ status: 'Verified' }, 'status', statusName],
    [{ status: '1st' }, 'status', statusName],
    [{ status: `a${long(64)}` }, 'status', statusName],
    [{ description: long(100_001) }, 'description', 'must be at most 100000 characters'],
    [{ remediation: long(100_001) }, 'remediation', 'must be at most 100000 characters'],
    [{ url: 'javascript:alert(1)' }, 'url', web],
    [{ url: '/f/1' }, 'url', web],
    [{ url: 'ftp://a.example' }, 'url', web],
    [{ url: `https://a.example/${long(2048)}` }, 'url', 'must be at most 2048 characters'],
    [{ cve: 'CVE-2026-1' }, 'cve', 'must be of type array'],
    [{ cve: [1] }, 'cve.0', 'must be of type string'],
    [{ cve: Array(101).fill('x') }, 'cve', 'must hold at most 100 values'],
    [{ cwe: Array(101).fill('x') }, 'cwe', 'must hold at most 100 values'],
    [{ cwe: [long(256)] }, 'cwe.0', 'must be at most 255 characters'],
    [{ assets: Array(501).fill('x') }, 'assets', 'must hold at most 500 values'],
    [{ tags: Array(201).fill('x') }, 'tags', 'must hold at most 200 values'],
    [{ cvss: 9.8 }, 'cvss', 'must be of type object'],
    [{ cvss: { score: 10.1 } }, 'cvss.score', 'must be from 0 to 10'],
    [{ cvss: { score: -0.1 } }, 'cvss.score', 'must be from 0 to 10'],
    [{ epss: 1.1 }, 'epss', 'must be from 0 to 1'],
    [{ epss: -0.1 }, 'epss', 'must be from 0 to 1'],
    [{ kev: 'yes' }, 'kev', 'must be of type boolean'],
    [{ tool: long(256) }, 'tool', 'must be at most 255 characters'],
    [{ location: { line: 0 } }, 'location.line', 'must be at least 1'],
    [{ location: { line: 1.5 } }, 'location.line', 'must be a whole number'],
    [{ location: { line: '1' } }, 'location.line', 'must be of type number'],
    [{ location: { url: 'a' } }, 'location.url', web],
    [{ location: { file: long(1025) } }, 'location.file', 'must be at most 1024 characters'],
    [{ assignee: {} }, 'assignee', 'must have email or accountId'],
    [{ assignee: { email: 'developer' } }, 'assignee.email', 'must be an e-mail address'],
    [{ dueDate: '2026-02-30' }, 'dueDate', date],
    [{ acceptedUntil: 'soon' }, 'acceptedUntil', date],
    [{ firstSeen: '2026-01-01' }, 'firstSeen', instant],
    [{ lastSeen: 'yesterday' }, 'lastSeen', instant],
    [{ updatedAt: '2026-01-01T00:00:00' }, 'updatedAt', instant],
    [{ existing: { product: 'WEB' } }, 'existing.product', issueKey],
    [{ existing: { security: 'WEB-0' } }, 'existing.security', issueKey],
    [{ attributes: { a: { b: 1 } } }, 'attributes.a', attribute],
    [{ attributes: { a: Array(201).fill('x') } }, 'attributes.a', attribute],
    [{ attributes: { [long(256)]: 1 } }, `attributes.${long(244)}`, 'must be at most 255 characters'],
  ])('%j', (more, path, message) => {
    expect(refused(more)).toEqual([{ path, message }]);
  });

  test('all faults at once', () => {
    expect(refused({ title: undefined, epss: 2 }).map(({ path }) => path)).toEqual(['title', 'epss']);
  });

  test.each([
    [null, 'is required'],
    [undefined, 'is required'],
    ['text', 'must be of type object'],
    [[], 'must be of type object'],
  ])('when it is %j', (input, message) => {
    expect(errorsOf(input)).toEqual([{ path: '', message }]);
  });
});

test.each<[object]>([
  [{ id: 'x'.repeat(255), product: 'Ünïcode / shop 1' }],
  [{ title: 'x'.repeat(2000) }],
  [{ status: `a${'_'.repeat(63)}` }],
  [{ url: 'HTTP://A.EXAMPLE' }],
  [{ cvss: { score: 0 }, epss: 0 }],
  [{ cvss: { score: 10 }, epss: 1 }],
  [{ attributes: { ['x'.repeat(255)]: 'x'.repeat(32_767) } }],
  [{ cve: [], tags: [], assets: [], attributes: {} }],
  [{ dueDate: '2028-02-29' }],
])('a finding at its limits is taken: %#', (more) => {
  expect(refused(more)).toEqual([]);
});

test('severities count from five down to one', () => {
  expect(severities.map(severityLevel)).toEqual([5, 4, 3, 2, 1]);
});

test('every built-in status may be sent', () => {
  for (const status of Object.keys(builtInStatuses)) expect(read({ status }).status).toBe(status);
});
