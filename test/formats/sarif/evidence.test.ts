import { at, findingOf, toolOf } from './support';

type Fields = Record<string, unknown>;
const place = (uri: string, startLine: number, text?: string): Fields => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } },
  ...(text !== undefined && { message: { text } }),
});

describe('the summary', () => {
  const template = toolOf({ id: 'R', name: 'OpenRedirect', shortDescription: { text: "Redirect to '{0}'" } });

  test('holds the filled message where the rule’s description is its template', () => {
    const message = { text: "Redirect to '{0}' in {1}", arguments: ['target', 'Go'] };
    expect(findingOf({ ruleId: 'R', message, ...at('a.cs') }, template)).toMatchObject({
      title: "Redirect to 'target' in Go: a.cs",
      description: "Redirect to 'target' in Go",
    });
  });

  test('holds the name of the rule where nothing is filled', () => {
    expect(findingOf({ ruleId: 'R', message: { text: 'To {0}' } }, template).title).toBe('OpenRedirect');
  });

  test('holds the words of embedded links', () => {
    const message = {
      text: 'See [the \\[new\\] advisory](https://a.example/1) of [this](2) at [home](file:///x).',
    };
    expect(findingOf({ message })).toMatchObject({
      title: 'See the [new] advisory of this at home',
      description: 'See [the \\[new\\] advisory](<https://a.example/1>) of this at home.',
    });
  });

  test('does not change with the tag of an image', () => {
    expect(findingOf(at('team/shop:1.0.7')).title).toBe('Message: team/shop');
  });
});

describe('the description tells', () => {
  test('all other places, at most twenty and how many more', () => {
    const places = Array.from({ length: 24 }, (_, index) => place('a.js', index + 1, `use ${String(index)}`));
    const { description = '', location } = findingOf({ locations: [place('b.js', 7), ...places] });
    expect(location).toEqual({ file: 'b.js', line: 7 });
    expect(description).toContain('**Also at:**\n\n- a.js:1 – use 0\n- a.js:2 – use 1\n');
    expect(description).toContain('- a.js:20 – use 19\n\n… and 4 more');
    expect(description).not.toContain('b.js');
  });

  test('the steps to the place, and what is related, with filled words', () => {
    const step = (line: number, text: string) => ({ location: place('a.js', line, text) });
    const flow = { threadFlows: [{ locations: [step(1, 'enters'), step(2, '[goes](1) on')] }] };
    const related = { ...place('c.js', 3), message: { id: 'why', arguments: ['it'] } };
    const rule = toolOf({ id: 'R', messageStrings: { why: { text: 'because of {0}' } } });
    const { description } = findingOf({ ruleId: 'R', codeFlows: [flow], relatedLocations: [related] }, rule);
    expect(description).toBe(
      'Message\n\n<details><summary>Steps (2)</summary>\n\n1. a.js:1 – enters\n1. a.js:2 – goes on\n\n</details>\n\n**Related:**\n\n- c.js:3 – because of it',
    );
  });

  test('nothing of a flow that is one step', () => {
    const flow = { threadFlows: [{ locations: [{ location: place('a.js', 1, 'here') }] }] };
    expect(findingOf({ codeFlows: [flow] }).description).toBe('Message');
  });
});

describe('the remediation tells what the tool would change', () => {
  const fix = (text: string): Fields => ({
    description: { text: 'Use the safe call' },
    artifactChanges: [
      {
        artifactLocation: { uri: 'a.js' },
        replacements: [{ deletedRegion: { startLine: 4 }, insertedContent: { text } }],
      },
    ],
  });

  test('as a diff if it is small', () => {
    expect(findingOf({ fixes: [fix('a();\nb();\n')] }).remediation).toBe(
      'Suggested change: Use the safe call\n\n```diff\n+++ a.js\n@@ line 4 @@\n+a();\n+b();\n```',
    );
  });

  test.each([
    ['long', 'x\n'.repeat(40)],
    ['wide', 'x'.repeat(3_000)],
    ['with a fence', '```'],
  ])('by its words only if it is %s', (_, text) => {
    expect(findingOf({ fixes: [fix(text)] }).remediation).toBe('Suggested change: Use the safe call');
  });
});

test.each([
  ['critical', 'critical'],
  ['FATAL', 'critical'],
  ['High', 'high'],
  ['moderate', 'medium'],
  [' low ', 'low'],
  ['informational', 'info'],
  ['recommended', 'medium'],
])('a level "%s", which the standard does not know, means %s', (level, severity) => {
  expect(findingOf({ level }).severity).toBe(severity);
});
