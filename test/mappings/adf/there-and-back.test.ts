import fc from 'fast-check';
import { markdownToAdf } from '../../../src/mappings/adf/markdown-to-adf';
import { markdownOf } from '../../../src/mappings/adf/to-markdown';
import { anyCharacter } from '../../core/arbitraries';
import { plainText } from '../../../src/mappings/adf/plain-text';
import { adfErrors, nodesOf } from '../../support/adf-schema';
import { adfDocument, markdownLike } from './arbitrary-texts';

const issueUrl = 'https://acme.atlassian.net/browse/WEB-1';
const written = (adf: unknown): string => markdownOf(adf, { issueUrl }).markdown;

type AdfNode = ReturnType<typeof nodesOf>[number];

/** An address that stands in the text is one to click on, in Jira as elsewhere. */
function isAddress({ text, marks = [] }: AdfNode): boolean {
  const href = marks.length === 1 ? marks[0]?.attrs?.href : undefined;
  return (
    href !== undefined &&
    [text, `http://${String(text)}`].some((one) => one !== undefined && sameAddress(one, href))
  );
}

function sameAddress(left: string, right: string): boolean {
  return URL.canParse(left) && new URL(left).href === new URL(right).href;
}

/** What is read and where its links lead; an address in the text may become one to click on, which says no more. */
function meaning(adf: unknown): string {
  const unlinked: unknown = JSON.parse(JSON.stringify(adf), (_, node: unknown) =>
    isText(node) && isAddress(node) ? { type: 'text', text: node.text } : node,
  );
  return plainText(unlinked).replace(/\s/g, '');
}

function isText(node: unknown): node is AdfNode {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'text';
}

const wordy = new Set(['doc', 'blockquote', 'paragraph', 'text']);

describe('ADF to Markdown and back', () => {
  test('whatever is given, it becomes Markdown', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(typeof written(anything)).toBe('string');
        expect(
          typeof written({ type: 'doc', content: [anything, { type: 'paragraph', content: [anything] }] }),
        ).toBe('string');
      }),
    );
  });

  test('text and structure stay for what both know', () => {
    fc.assert(
      fc.property(adfDocument, (document) => {
        expect(adfErrors(document)).toEqual([]);
        expect(markdownToAdf(written(document))).toEqual(document);
      }),
      { numRuns: 150 },
    );
  });

  test('Markdown means the same after it went through ADF', () => {
    const anyText = fc.oneof(markdownLike, fc.string({ unit: anyCharacter, maxLength: 300 }));
    fc.assert(
      fc.property(anyText, (markdown) => {
        const once = markdownToAdf(markdown);
        expect(meaning(markdownToAdf(written(once)))).toBe(meaning(once));
      }),
      { numRuns: 150 },
    );
  });

  test('no text of Jira’s becomes Markdown that it was not', () => {
    fc.assert(
      fc.property(fc.oneof(markdownLike, fc.string({ unit: anyCharacter, maxLength: 100 })), (typed) => {
        const line = { type: 'paragraph', content: [{ type: 'text', text: typed }] };
        for (const content of [[line], [{ type: 'blockquote', content: [line] }]]) {
          const back = nodesOf(markdownToAdf(written({ type: 'doc', content })));
          expect(back.filter(({ type }) => !wordy.has(type))).toEqual([]);
          expect(back.filter((node) => node.marks !== undefined && !isAddress(node))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
