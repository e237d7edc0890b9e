import { de as messagesDe } from '../../src/contract/messages/de';
import { en as messagesEn } from '../../src/contract/messages/en';
import { ru as messagesRu } from '../../src/contract/messages/ru';
import { de as automationDe } from '../../static/automation-action/texts/de';
import { en as automationEn } from '../../static/automation-action/texts/en';
import { ru as automationRu } from '../../static/automation-action/texts/ru';
import { de as gadgetDe } from '../../static/gadget/texts/de';
import { en as gadgetEn } from '../../static/gadget/texts/en';
import { ru as gadgetRu } from '../../static/gadget/texts/ru';
import { de as panelDe } from '../../static/issue-panel/texts/de';
import { en as panelEn } from '../../static/issue-panel/texts/en';
import { ru as panelRu } from '../../static/issue-panel/texts/ru';
import { de as linkDe } from '../../static/link-finding/texts/de';
import { en as linkEn } from '../../static/link-finding/texts/en';
import { ru as linkRu } from '../../static/link-finding/texts/ru';
import { de as projectDe } from '../../static/project-page/src/texts/de';
import { en as projectEn } from '../../static/project-page/src/texts/en';
import { ru as projectRu } from '../../static/project-page/src/texts/ru';
import { pageTexts } from '../support/page-texts';

interface Leaf {
  readonly path: string;
  readonly text: unknown;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const samples = [
  [1, 'ONE'],
  [2, 'TWO'],
  [25, 'MANY'],
];

/** What a text says, with numbers and words put in where it takes them. */
function said(text: unknown): string {
  if (typeof text !== 'function') return String(text);
  const write = text as (...values: (string | number)[]) => string;
  return samples.map((values) => write(...values)).join(' ');
}

const slotsIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const here = (en: object, de: object, ru: object) => () => Promise.resolve({ en, de, ru });

const surfaces = [
  [
    'the admin page',
    async () => ({ en: await pageTexts('en'), de: await pageTexts('de'), ru: await pageTexts('ru') }),
  ],
  ['the panel', here(panelEn, panelDe, panelRu)],
  ['the action “Link a finding”', here(linkEn, linkDe, linkRu)],
  ['the gadget', here(gadgetEn, gadgetDe, gadgetRu)],
  ['the project page', here(projectEn, projectDe, projectRu)],
  ['the forms of automation', here(automationEn, automationDe, automationRu)],
] as const;

const cases = surfaces.flatMap(
  ([surface, texts]) =>
    [
      [surface, 'German', 'de', texts],
      [surface, 'Russian', 'ru', texts],
    ] as const,
);

describe.each(cases)('the texts of %s in %s', (_surface, _language, code, texts) => {
  let originals: Leaf[];
  let theirs: Map<string, unknown>;
  beforeAll(async () => {
    const all = await texts();
    originals = leaves(all.en, '');
    theirs = new Map(leaves(all[code], '').map(({ path, text }) => [path, text]));
  });

  test('are there, every one, and say something', () => {
    expect([...theirs.keys()].sort()).toEqual(originals.map(({ path }) => path).sort());
    for (const text of theirs.values()) expect(said(text).trim()).not.toBe('');
  });

  test('have the same controls in a sentence and take up the same values as in English', () => {
    const wrong = originals.filter(({ path, text }) => {
      const [original, translation] = [said(text), said(theirs.get(path))];
      const lost = ['1', '2', '25', 'ONE', 'TWO', 'MANY'].filter(
        (value) => original.includes(value) && !translation.includes(value),
      );
      return lost.length > 0 || slotsIn(original).join() !== slotsIn(translation).join();
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('are not English', () => {
    const same = originals.filter(
      ({ path, text }) => typeof text === 'string' && text.length > 24 && theirs.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});

describe.each(surfaces)('the Russian texts of %s', (_, texts) => {
  test('hold no English sentence', async () => {
    const { ru } = await texts();
    const found = leaves(ru, '').filter(({ text }) => /\b[a-z]{2,} [a-z]{2,}\b/.test(textOf(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('are written in Russian letters, except for names that every language shares', async () => {
    const { en, de, ru } = await texts();
    const [original, other] = [en, de].map(
      (one) => new Map(leaves(one, '').map(({ path, text }) => [path, text])),
    );
    const found = leaves(ru, '').filter(({ path, text }) => {
      if (typeof text !== 'string' || /[а-яё]/i.test(text) || /(code|locale|languageCode)$/.test(path))
        return false;
      return /[a-z]/i.test(text.replaceAll(/\{\w+\}/g, '')) && original?.get(path) !== other?.get(path);
    });
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

test('Russian says each number with the form that goes with it', async () => {
  const waits = (await pageTexts('ru')).activity.held.findings;
  expect([1, 2, 5, 11, 21, 104].map((count) => waits(count)).join(', ')).toBe(
    '1 находка ждёт, 2 находки ждут, 5 находок ждут, 11 находок ждут, 21 находка ждёт, 104 находки ждут',
  );
});

/** Words that Jira does not use any more, and those of our workshop; each for the people who look. */
const forbidden: readonly [string, RegExp][] = [
  ['the old word for Jira spaces', /\bprojects?\b|projekt|проект/i],
  [
    'words of the workshop',
    /on the wire|worked off|field of people|as no resolution|Gleichstand|abgearbeitet/i,
  ],
];

test.each(forbidden)('no text holds %s', async (_, words) => {
  const languages = surfaces.map(async ([surface, texts]) =>
    Object.entries(await texts()).flatMap(([code, one]) => leaves(one, `${surface}.${code}`)),
  );
  const messages = [messagesEn, messagesDe, messagesRu].flatMap((one, index) => leaves(one, String(index)));
  const found = [...(await Promise.all(languages)).flat(), ...messages].filter(({ text }) =>
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
