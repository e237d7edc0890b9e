import fc from 'fast-check';
import { labels } from '../../src/mappings/labels';
import { summary } from '../../src/mappings/summary';
import { anyText } from '../core/arbitraries';
import { inputOf } from './input';

const summaryOf = (title: string) => summary.draft(inputOf({ title }))?.value;

describe('the summary', () => {
  test.each([
    ['SQL injection', 'SQL injection'],
    ['  two\r\nlines\tand   spaces ', 'two lines and spaces'],
    ['bell\u0007 and half \uD83D', 'bell and half \uFFFD'],
    ['x'.repeat(255), 'x'.repeat(255)],
    ['x'.repeat(256), `${'x'.repeat(254)}…`],
    [`${'x'.repeat(253)}😀x`, `${'x'.repeat(253)}…`],
  ])('of "%s" is "%s"', (title, expected) => {
    expect(summaryOf(title)).toBe(expected);
    expect(summary.draft(inputOf({ title }))?.comparable).toBe(expected);
  });

  test('of any title is one line of 1 to 255 characters without halves of characters', () => {
    fc.assert(
      fc.property(anyText(1990), (text) => {
        const value = String(summaryOf(`T${text}`));
        expect(value.length).toBeLessThanOrEqual(255);
        expect(value).toMatch(/^T\P{Cs}*$/u);
        expect(value).not.toMatch(/[\n\r\p{Cc}]| {2}/u);
        expect(value).toBe(value.trim());
        expect(summary.read(value)).toBe(value);
      }),
    );
  });

  test('is compared without the white space that Jira drops', () => {
    expect(summary.read(' a ')).toBe('a');
    expect(summary.read(null)).toBeNull();
    expect(summary.read(undefined)).toBeNull();
    expect(summary.read({})).toBeNull();
  });
});

describe('the labels', () => {
  const of = (tags: string[] | undefined, own: string[] = []) =>
    labels.draft(inputOf({ tags }, { labels: own }))?.value;

  test.each<[string, string[] | undefined, string[], string[]]>([
    ['are none where nobody wants any', undefined, [], []],
    ['are those of the space', undefined, ['team-a'], ['team-a']],
    [
      'are those of the space and the tags, sorted, each once',
      ['b', 'team-a', 'a'],
      ['team-a'],
      ['a', 'b', 'team-a'],
    ],
    ['have hyphens for white space', [' a \t b\nc '], [], ['a-b-c']],
    ['are left out when nothing is left of them', ['', '  ', '\u0000'], [], []],
    ['have at most 255 characters', ['x'.repeat(255)], [], ['x'.repeat(255)]],
    [
      'have no half of a character at their end',
      [`${'x'.repeat(254)}😀`.slice(0, 255)],
      [],
      [`${'x'.repeat(254)}\uFFFD`],
    ],
  ])('%s', (_, tags, own, expected) => {
    expect(of(tags, own)).toEqual(expected);
    expect(labels.draft(inputOf({ tags }, { labels: own }))?.comparable).toEqual(expected);
  });

  test('of any tags are legal', () => {
    const anyTags = fc.array(
      fc.oneof(anyText(400), fc.string({ unit: 'grapheme', minLength: 240, maxLength: 300 })),
    );
    fc.assert(
      fc.property(anyTags, (tags) => {
        const finding = { ...inputOf().finding, tags };
        const made = labels.draft({ ...inputOf(), finding })?.value as string[];
        for (const label of made) {
          expect(label).toMatch(/^\S{1,255}$/);
          expect(label).not.toMatch(/\p{Cs}|\p{Cc}/u);
        }
        expect(made).toEqual([...new Set(made)].sort());
      }),
    );
  });

  test('are cut before a character rather than in it', () => {
    const finding = { ...inputOf().finding, tags: [`${'x'.repeat(254)}😀`, `${'y'.repeat(253)}😀y`] };
    expect(labels.draft({ ...inputOf(), finding })?.value).toEqual(['x'.repeat(254), `${'y'.repeat(253)}😀`]);
  });

  test('are read as Jira gives them', () => {
    expect(labels.read(['b', 'a'])).toEqual(['b', 'a']);
    expect(labels.read(null)).toEqual([]);
  });
});
