/** Values of text fields. */
import { shorten } from '../../core/data/text';
import { doc } from '../adf/adf';
import { legalText, webAddress } from '../adf/legal';
import { markdownToBlocks } from '../adf/markdown-to-adf';
import { plainBlocks } from '../adf/plain-blocks';
import { sizeOf } from '../adf/shorten';
import { maxAdfLength, truncateAdf } from '../adf/truncate-adf';
import { legalLabel } from '../labels';
import { type Fitted, type Given, misfit, nothing, one, wordsOf } from './fitted';

/** What Jira takes in a field of one line. */
const longestLine = 255;
const longestAddress = 2_048;
const mostLabels = 200;

function all({ values }: Given): string[] {
  return values.flatMap((value) => wordsOf(value) ?? []);
}

/** One line; several values are listed. */
export function fitLine(given: Given): Fitted {
  const line = legalText(all(given).join(', ')).replace(/\s+/g, ' ').trim();
  if (line === '') return nothing;
  if (line.length <= longestLine) return { kind: 'value', value: line };
  return { kind: 'value', value: shorten(line, longestLine), note: { code: 'textCut', most: longestLine } };
}

/** A document; several values are a paragraph each. */
export function fitParagraph(given: Given): Fitted {
  const text = all(given).join('\n\n');
  const blocks = given.markdown ? markdownToBlocks(text) : plainBlocks(legalText(text));
  const whole = doc(given.blocks ?? blocks);
  if (whole.content.length === 0) return nothing;
  const value = truncateAdf(whole);
  // Markdown beyond what any field takes is not even read.
  const isCut = sizeOf(whole) > maxAdfLength || text.length > maxAdfLength;
  return isCut
    ? { kind: 'value', value, note: { code: 'textCut', most: maxAdfLength } }
    : { kind: 'value', value };
}

/** An address that browsers open; Jira takes others too, but people click on them. */
export function fitAddress({ values }: Given): Fitted {
  const text = wordsOf(values[0])?.trim();
  if (text === undefined) return nothing;
  const address = webAddress(text);
  return address === undefined || address.length > longestAddress ? misfit : one(address, values);
}

/** Labels made legal, each once, sorted. */
export function fitLabels(given: Given): Fitted {
  const labels = all(given)
    .map(legalLabel)
    .filter((label) => label !== '');
  const distinct = [...new Set(labels)].sort().slice(0, mostLabels);
  return distinct.length === 0 ? nothing : { kind: 'value', value: distinct };
}
