import { findingOf, toolOf } from './support';

describe('rule', () => {
  const described = (id: string) => ({ id, fullDescription: { text: `About ${id}` } });
  const extension = {
    tool: {
      driver: { name: 'Scanner', rules: [described('D')] },
      extensions: [
        { name: 'Pack', guid: '0f0f', rules: [described('A'), { ...described('B'), guid: 'aaaa-1' }] },
      ],
    },
  };
  const table: [string, Record<string, unknown>, string][] = [
    ['ruleId', { ruleId: 'D' }, 'About D'],
    ['ruleIndex', { ruleIndex: 0 }, 'About D'],
    ['rule.index', { rule: { index: 0 } }, 'About D'],
    ['a ruleId of an extension', { ruleId: 'B' }, 'About B'],
    ['an index into an extension', { rule: { index: 1, toolComponent: { index: 0 } } }, 'About B'],
    [
      'an index into an extension by name',
      { rule: { index: 0, toolComponent: { name: 'Pack' } } },
      'About A',
    ],
    [
      'an index into an extension by guid',
      { rule: { index: 0, toolComponent: { guid: '0f0f' } } },
      'About A',
    ],
    ['its guid', { rule: { guid: 'AAAA-1', toolComponent: { index: 0 } } }, 'About B'],
    ['a hierarchical id', { ruleId: 'D/1/2' }, 'About D'],
    ['the id when the index contradicts it', { ruleId: 'B', ruleIndex: 0 }, 'About B'],
    ['the id when the index is none', { ruleId: 'D', ruleIndex: -1 }, 'About D'],
  ];
  test.each(table)('is found by %s', (_, result, about) => {
    expect(findingOf(result, extension).description).toContain(about);
  });

  test('that nobody defines keeps its id', () => {
    expect(findingOf({ ruleId: 'X1' })).toMatchObject({ attributes: { rule: 'X1' }, description: 'Message' });
  });
});

describe('message', () => {
  const rule = { id: 'R', messageStrings: { hi: { text: 'From {0} to {1}, {{not}} {7}' } } };
  const table: [string, Record<string, unknown>, string][] = [
    ['as it stands', { text: 'Plain {0} {{x}}' }, 'Plain {0} {{x}}'],
    ['with arguments', { text: 'From {0}', arguments: ['a'] }, 'From a'],
    ['by id', { id: 'hi', arguments: ['a', 'b'] }, 'From a to b, {not} {7}'],
    ['by id of the tool', { id: 'all', arguments: ['a'] }, 'Everywhere a'],
    [
      'with links into the report',
      { text: 'A [user \\[input\\]](1) in [code](12).' },
      'A user \\[input] in code.',
    ],
    ['of Markdown only', { markdown: 'Words' }, 'Words'],
    ['with Markdown beside it', { text: 'Words', markdown: '**Words**' }, '**Words**'],
    ['with Markdown and arguments', { text: '{0}', markdown: '`{0}`', arguments: ['a'] }, '`a`'],
    ['by id, in Markdown', { id: 'both', arguments: ['a'] }, 'To **a**'],
    [
      'with a link whose address holds brackets',
      { text: 'See [it](https://a.example/Foo_(bar)).' },
      'See [it](<https://a.example/Foo_(bar)>).',
    ],
  ];
  test.each(table)('%s', (_, message, description) => {
    const run = {
      tool: {
        driver: {
          name: 'Scanner',
          rules: [rule],
          globalMessageStrings: {
            all: { text: 'Everywhere {0}' },
            both: { text: 'To {0}', markdown: 'To **{0}**' },
          },
        },
      },
    };
    expect(findingOf({ ruleId: 'R', message }, run).description).toBe(description);
  });

  test('that cannot be resolved gives way to the words of the rule', () => {
    expect(
      findingOf(
        { ruleId: 'R', message: { id: 'toString' } },
        toolOf({ id: 'R', shortDescription: { text: 'Rule words' } }),
      ).description,
    ).toBe('Rule words');
  });

  test('keeps its own line breaks and signs when it becomes Markdown', () => {
    expect(findingOf({ message: { text: '# one\n<b>two</b> *x* a_b\n\n- three' } }).description).toBe(
      '\\# one\\\n\\<b>two\\</b> \\*x\\* a_b\n\n\\- three',
    );
  });
});

describe('texts of the rule', () => {
  test('the full description follows the message, once', () => {
    const rule = {
      id: 'R',
      shortDescription: { text: 'Short words' },
      fullDescription: { text: 'Full *words*', markdown: 'Full **words**' },
    };
    expect(findingOf({ ruleId: 'R' }, toolOf(rule)).description).toBe('Message\n\nFull **words**');
    expect(findingOf({ ruleId: 'R', message: { text: 'See: full *words*' } }, toolOf(rule)).description).toBe(
      'See: full \\*words\\*',
    );
  });

  test('help and its address become the remediation', () => {
    const rule = {
      id: 'R',
      help: { text: 'plain', markdown: '# Do *this*' },
      helpUri: 'https://rules.example/R',
    };
    expect(findingOf({ ruleId: 'R' }, toolOf(rule)).remediation).toBe(
      '# Do *this*\n\nMore about this rule: <https://rules.example/R>',
    );
  });

  test.each(['Please see details in message', 'javascript:alert(1)', '/docs'])(
    '%s is no address',
    (helpUri) => {
      expect(findingOf({ ruleId: 'R' }, toolOf({ id: 'R', helpUri })).remediation).toBeUndefined();
    },
  );

  test('a very long help is cut and its code block closed', () => {
    const help = { markdown: `Words\n\n\`\`\`js\n${'const a = 1;\n'.repeat(2_000)}` };
    const remediation = findingOf({ ruleId: 'R' }, toolOf({ id: 'R', help })).remediation ?? '';
    expect(remediation.length).toBeLessThanOrEqual(6_000);
    expect(remediation).toMatch(/const a = 1;\n```\n\n…$/);
  });

  describe('code', () => {
    const withCode = (text: string) => {
      const region = { snippet: { text }, startLine: 3 };
      const located = { locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region } }] };
      return findingOf({ message: { text: 'Message' }, ...located }).description;
    };

    test('the code of a result is shown as it is written', () => {
      expect(withCode('\n  if (a) {\n    b();\n  }\n')).toBe(
        'Message\n\n```\n  if (a) {\n    b();\n  }\n```',
      );
    });

    test('what is long is cut', () => {
      expect(withCode('a();\n'.repeat(50))).toBe(`Message\n\n\`\`\`\n${'a();\n'.repeat(20)}…\n\`\`\``);
      expect(withCode('a'.repeat(5_000))?.length).toBeLessThan(1_600);
    });

    test('code cannot end its own block', () => {
      expect(withCode('a\n```\n# b')).toBe('Message\n\n````\na\n```\n# b\n````');
    });
  });
});
