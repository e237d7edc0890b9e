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
