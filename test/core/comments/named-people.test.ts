import fc from 'fast-check';
import { commentLimits } from '../../../src/contract/comment';
import { withNames, withoutNames } from '../../../src/core/comments/told-comment';
import { namePeople } from '../../../src/core/comments/named-people';
import { replaceSigns, signOf, splitAtSigns } from '../../../src/core/comments/mention-signs';

const ada = { text: '@Ada', email: 'ada@example.com', accountId: undefined };
const eve = { text: '@Eve', email: undefined, accountId: 'a-1' };

/** The text with each sign shown as the number of whom it stands for. */
const shown = (body: string, mentions: Parameters<typeof namePeople>[1] = []) => {
  const named = namePeople(body, mentions);
  return [replaceSigns(named.body, (index) => `{${String(index)}}`), named.people.map(({ text }) => text)];
};

test.each([
  ['Hi @[Ada](mailto:ada@example.com)!', [], 'Hi {0}!', ['@Ada']],
  ['@[Ada](mailto:ada@example.com) and @[Ada](mailto:ada@example.com)', [], '{0} and {0}', ['@Ada']],
  ['Ask @Eve, not @Evelyn or x@Eve or /@Eve', [eve], 'Ask {0}, not @Evelyn or x@Eve or /@Eve', ['@Eve']],
  ['Ask Eve and @Eve', [{ ...eve, text: 'Eve' }], 'Ask {0} and {0}', ['@Eve']],
  ['@Ada Lovelace, @Ada', [ada, { ...eve, text: '@Ada Lovelace' }], '{0}, {1}', ['@Ada Lovelace', '@Ada']],
  ['As told: @[Ada](accountid:5b10:a-1), @[Ada](accountid:5b10:a-1)', [], 'As told: {0}, {0}', ['@Ada']],
  ['@[A \\[b\\] \\\\](accountid:a)', [], '{0}', ['@A [b] \\']],
  ['@[Ada](accountid:) @[Ada](javascript:x)', [], '@[Ada](accountid:) @[Ada](javascript:x)', []],
  ['[Ada](mailto:ada@example.com)', [], '[Ada](mailto:ada@example.com)', []],
  ['\uE0000\uE001 is nobody', [], '0 is nobody', []],
])('people in %#', (body, mentions, text, people) => {
  expect(shown(body, mentions)).toEqual([text, people]);
});

test('no text is lost: with the words in the place of the signs it is the text again', () => {
  const words = fc.array(fc.constantFrom('@Ada', '@Eve', ' ', 'x', '/', 'Ada', ',', '@', '`', 'é'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, (pieces) => {
      const body = pieces.join('');
      const { body: signed, people } = namePeople(body, [ada, eve]);
      expect(replaceSigns(signed, (index) => people[index]?.text ?? '?')).toBe(body);
      expect(
        splitAtSigns(signed)
          .map((piece) => (typeof piece === 'string' ? piece : signOf(piece)))
          .join(''),
      ).toBe(signed);
    }),
  );
});

test.each([
  ['Eve Evel Eve', [{ ...eve, text: 'Eve' }], '{0} Evel {0}'],
  ['Eve_ éEve Eve1 (Eve)', [{ ...eve, text: 'Eve' }], 'Eve_ éEve Eve1 ({0})'],
  ['a.Eve a/Eve @@Eve Eve.', [{ ...eve, text: 'Eve' }], 'a.Eve a/Eve @@Eve {0}.'],
  ['Eve', [eve], 'Eve'],
  ['EveEve', [{ ...eve, text: 'Eve' }], 'EveEve'],
  ['Hi  ', [{ ...eve, text: '@ ' }], 'Hi  '],
  ['@Eve', [{ ...eve, text: ' @Eve\uE000 ' }], '{0}'],
])(
  'the words of whoever is named beside the text stand for them where they stand alone: %s',
  (body, mentions, text) => {
    expect(shown(body, mentions)[0]).toBe(text);
  },
);

test('one name may stand for several people, and one person is noted once', () => {
  const of = (...addresses: string[]) =>
    namePeople(addresses.map((one) => `@[Ada](${one})`).join(' '), []).people;
  expect(
    of('mailto:ada@a.example', 'mailto:ada@b.example', 'accountid:a', 'accountid:b', 'accountid:a'),
  ).toEqual([
    { text: '@Ada', email: 'ada@a.example', accountId: undefined },
    { text: '@Ada', email: 'ada@b.example', accountId: undefined },
    { text: '@Ada', email: undefined, accountId: 'a' },
    { text: '@Ada', email: undefined, accountId: 'b' },
  ]);
});

test('of more people than a comment may name the rest stays as it was written', () => {
  const text = Array.from({ length: commentLimits.mentions + 1 }, (_, n) => `@[P](accountid:${String(n)})`);
  const { body, people } = namePeople(text.join(' '), []);
  expect(people).toHaveLength(commentLimits.mentions);
  expect(body.endsWith(` ${text.at(-1) ?? ''}`)).toBe(true);
});

describe('a person’s comment', () => {
  test('is kept without names, with each account once', () => {
    const told = withoutNames(
      'Hi @[Ada](accountid:a), @[B \\[x\\]](accountid:b) and @[Ada L.](accountid:a)\uE000',
    );
    expect(told).toEqual({ body: `Hi ${signOf(0)}, ${signOf(1)} and ${signOf(0)}`, accounts: ['a', 'b'] });
    expect(withoutNames('@[Ada](mailto:a)')).toEqual({ body: '@[Ada](mailto:a)', accounts: [] });
  });

  test('is told with the people of today, by address where Jira shows that', () => {
    const people = [
      { accountId: 'a', name: 'Ada [x] \\', email: 'ada@example.com' },
      { accountId: 'b', name: 'Bo' },
      { accountId: 'c' },
    ];
    expect(withNames([0, 1, 2, 3].map(signOf).join(' '), people)).toBe(
      '@[Ada \\[x\\] \\\\](mailto:ada@example.com) @[Bo](accountid:b) @… @…',
    );
  });
});

test('signs are whole numbers between their characters, and nothing else is one', () => {
  expect(splitAtSigns(`${signOf(12)}a${signOf(0)}`)).toEqual([12, 'a', 0]);
  expect(splitAtSigns('\uE00012345\uE001')).toEqual(['\uE00012345\uE001']);
  expect(splitAtSigns('')).toEqual([]);
});
