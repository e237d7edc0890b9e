import { languages } from '../../src/contract/language';
import { type IssueWords, issueWords } from '../../src/mappings/words/issue-words';

/** Each text of a language by its path; those that take something with that put in. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function')
    return [[path, String((words as (...of: string[]) => unknown)('7.5', '9'))]];
  return Object.entries(words as object).flatMap(([name, inner]) => textsOf(inner, `${path}/${name}`));
}

const english = new Map(textsOf(issueWords.en));

test.each(languages)(
  'every text of the language %s has words, and what it is told of stands in it',
  (language) => {
    const texts = textsOf(issueWords[language]);
    expect(texts.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of texts) {
      expect(text.trim().length).toBeGreaterThan(1);
      if (english.get(path)?.includes('7.5')) expect(text.replace('7,5', '7.5')).toContain('7.5');
      if (english.get(path)?.includes('9')) expect(text).toContain('9');
    }
  },
);

test.each(languages)('an acceptance without an end ended too, in the language %s', (language) => {
  const { acceptanceEnded } = issueWords[language];
  expect(acceptanceEnded(undefined).length).toBeGreaterThan(acceptanceEnded('2026-01-01').length - 15);
  expect(acceptanceEnded(undefined)).not.toMatch(/undefined| {2}/);
});

test.each([
  ['en', '7.5 %'],
  ['de', '7,5 %'],
  ['ru', '7,5 %'],
] as const)('the language %s writes shares as %s', (language, text) => {
  const { percent }: IssueWords = issueWords[language];
  expect(percent('7.5').replace(/\s/g, ' ')).toBe(text);
});
