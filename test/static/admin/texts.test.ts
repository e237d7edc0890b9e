import { de as messagesDe } from '../../../src/contract/messages/de';
import { en as messagesEn } from '../../../src/contract/messages/en';
import { de as panelDe } from '../../../static/issue-panel/texts/de';
import { en as panelEn } from '../../../static/issue-panel/texts/en';
import { de } from '../../../static/admin/src/texts/de';
import { en } from '../../../static/admin/src/texts/en';

interface Leaf {
  readonly path: string;
  readonly text: unknown;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** What a text says, with numbers and words put in where it takes them. */
function said(text: unknown): string {
  if (typeof text !== 'function') return String(text);
  const write = text as (...values: (string | number)[]) => string;
  return [write(1, 'ONE'), write(2, 'TWO')].join(' ');
}

const slotsIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const english = leaves(en, '');
const german = new Map(leaves(de, '').map(({ path, text }) => [path, text]));

describe('the texts of the page', () => {
  test('exist in both languages and say something', () => {
    expect([...german.keys()].sort()).toEqual(english.map(({ path }) => path).sort());
    for (const { text } of [...english, ...leaves(de, '')]) expect(said(text).trim()).not.toBe('');
  });

  test('have the same controls in a sentence and take up the same values in both languages', () => {
    const wrong = english.filter(({ path, text }) => {
      const [ours, theirs] = [said(text), said(german.get(path))];
      const lost = ['1', '2', 'ONE', 'TWO'].filter(
        (value) => ours.includes(value) && !theirs.includes(value),
      );
      return lost.length > 0 || slotsIn(ours).join() !== slotsIn(theirs).join();
    });
    expect(wrong).toEqual([]);
  });

  test('are not English in German', () => {
    const same = english.filter(
      ({ path, text }) => typeof text === 'string' && text.length > 24 && german.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});

/** Words that Jira does not use any more, and those of our workshop; each for the people who look. */
const forbidden: readonly [string, RegExp][] = [
  ['the old word for Jira spaces', /\bprojects?\b|projekt/i],
  [
    'words of the workshop',
    /on the wire|worked off|field of people|as no resolution|Gleichstand|abgearbeitet/i,
  ],
];
const messageWords = [...leaves(messagesEn, 'en'), ...leaves(messagesDe, 'de')];
const others = [...leaves(panelEn, 'panel.en'), ...leaves(panelDe, 'panel.de')];

test.each(forbidden)('no text holds %s', (_, words) => {
  const all = [...english, ...leaves(de, 'de'), ...messageWords, ...others];
  const found = all.filter(({ text }) =>
    words.test(textOf(text).replaceAll('atlassian-addons-project-access', '')),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

/** What a text says whatever it is given: its source where it is a function, without what stands in its holes. */
function textOf(text: unknown): string {
  return typeof text === 'function' ? literalsOf(String(text)) : String(text);
}

/** The words of a function: its quoted texts, and its templates without their holes. */
function literalsOf(source: string): string {
  const quoted = [...source.matchAll(/`((?:[^`\\]|\\.)*)`|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)];
  // A text with a space in it is a sentence; a code or a key is none.
  return quoted
    .map(
      ([, template = '', double = '', single = '']) => template.replace(/\$\{[^}]*\}/g, '') + double + single,
    )
    .filter((one) => one.trim().includes(' '))
    .join(' ');
}
