import fc from 'fast-check';
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
