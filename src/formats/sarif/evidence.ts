import { plainToMarkdown } from '../markdown';
import { clampText, oneLine } from '../text';
import { codeOf } from './code';
import { wordsOf } from './embedded-links';
import { isSomewhere, placeOf } from './location';
import type { Location, Result, Run } from './log';

const mostListed = 20;
/** Of thousands of places more would not be listed anyway. */
const mostRead = 200;
const longestWords = 200;

/** What stands in for the words of a location's message, with the rule's own strings filled in. */
type Say = (message: Location['message'], longest: number) => string;

/**
 * The code of the result, where else it is, how the tool got there and what has to do with it, as Markdown; empty where
 * the log does not tell. Reports are masked before they are read: what is secret in code is not in it any more.
 */
export function evidenceOf(run: Run, result: Result, say: Say): string {
  const placed = (locations: readonly (Location | undefined)[] | undefined) =>
    (locations ?? []).slice(0, mostRead).flatMap((one) => (one === undefined ? [] : lineOf(run, one, say)));
  const steps = result.codeFlows?.find((flow) => flow !== undefined)?.threadFlows?.[0]?.locations ?? [];
  const flow = placed(steps.map((step) => step?.location));
  const hasMore = (result.locations?.length ?? 0) > 1;
  return [
    codeOf(result),
    hasMore ? listed('Also at', placed(result.locations).slice(1), '-') : '',
    flow.length > 1 ? folded('Steps', flow) : '',
    listed('Related', placed(result.relatedLocations), '-'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listed(title: string, lines: readonly string[], sign: string): string {
  if (lines.length === 0) return '';
  return [`**${title}:**`, list(lines, sign)].join('\n\n');
}

/** Steps are many, and seldom what is looked for first. */
function folded(title: string, lines: readonly string[]): string {
  const count = String(lines.length);
  return [`<details><summary>${title} (${count})</summary>`, list(lines, '1.'), '</details>'].join('\n\n');
}

function list(lines: readonly string[], sign: string): string {
  const more = lines.length - mostListed;
  const items = lines.slice(0, mostListed).map((line) => `${sign} ${line}`);
  return [...items, ...(more > 0 ? [`\n… and ${String(more)} more`] : [])].join('\n');
}

function lineOf(run: Run, location: Location, say: Say): string[] {
  const place = placeOf(run, location);
  const words = clampText(oneLine(wordsOf(say(location.message, longestWords))), longestWords);
  if (!isSomewhere(place)) return words === '' ? [] : [plainToMarkdown(words)];
  const name = clampText(place.file ?? place.url ?? place.component ?? '', longestWords);
  const line = place.line === undefined ? '' : `:${String(place.line)}`;
  return [`${plainToMarkdown(`${name}${line}`)}${words === '' ? '' : ` – ${plainToMarkdown(words)}`}`];
}
