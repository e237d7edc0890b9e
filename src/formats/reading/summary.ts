/** What a Jira user reads in a list: what is wrong, and where. */
import { remembered } from '../../core/data/remembered';
import { clampText, oneLine } from '../text';

const noWords = 'Finding without a description';
const maxTitle = 255;
const maxHeadline = 170;
const maxPlace = 80;
/** A headline stands in the first words, or nowhere. */
const maxRead = 2_000;

/**
 * Headline and place as one line. The place must be without line number and image tag, which move with every commit
 * and build and would change the summary of an unchanged finding.
 */
export function summaryOf(headline: string, cve: readonly string[], place: string): string {
  const start = clampText(withCve(isVisible(headline) ? headline : noWords, cve), maxHeadline);
  const where = shortPlace(place);
  return clampText(where === '' || start.includes(where) ? start : `${start}: ${where}`, maxTitle);
}

/** Says whether a text holds more than white space and control characters, which show nothing. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cs}]/u.test(text);
}

function withCve(headline: string, [cve]: readonly string[]): string {
  return cve === undefined || headline.toUpperCase().includes(cve) ? headline : `${cve}: ${headline}`;
}

/** The first line or sentence without Markdown's backticks and without the full stop. */
export const firstSentence = remembered((text) => {
  const start = text.slice(0, maxRead);
  const line = oneLine(start.replaceAll('`', '').trim().split('\n')[0] ?? '');
  const sentence = /^.{12,}?[.!?](?= +[A-Z"'(])/.exec(line)?.[0] ?? line;
  // A masked secret says as much in three signs as in sixty.
  return sentence.replace(/([^\p{L}\p{N}\s])\1{3,}/gu, '$1$1$1').replace(/\s*[.:]+$/, '');
});

function shortPlace(place: string): string {
  const line = oneLine(place);
  return line.length <= maxPlace ? line : `…${line.slice(1 - maxPlace).replace(/^[^/]*(?=\/)/, '')}`;
}
