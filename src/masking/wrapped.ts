/** Keys that are broken over lines, or whose underscores are escaped as Markdown wants it. */
import type { Detector } from '../contract/masking';
import { findSecrets, type Span } from './find-secrets';

/** How keys begin that can be told by it. */
const beginnings =
  'gh[pousr]\\\\?_|github\\\\?_pat|gl(?:pat|dt|rt)-|AKIA|ASIA|AIza|GOCSPX|ya29|xox[abeoprs]-|[srp]k\\\\?_(?:live|test)|whsec|SG\\.|npm\\\\?_|pypi-|dckr|eyJ|hf\\\\?_|dapi|dop\\\\?_v1|shp(?:at|ca|pa|ss)|sq0|EAAA|hv[bs]\\.|ATATT|ATBB|AKCp|sntr|NRAK|lin\\\\?_|fig[du]|sk-|PMAK|AGE-SECRET|glsa|rubygems|sq[pua]\\\\?_';
/** The first line of one, and what the lines after it begin with. */
const candidate = new RegExp(
  `(?<![\\w.-])(?:${beginnings})(?:[\\w.~+/=-]|\\\\[_.-]){0,400}(?:\\\\{0,2}\\r?\\n[ \\t>|+]{0,20}[\\w.~+/=-]{4,400}){0,20}`,
  'g',
);
const lineBreak = /\\{0,2}\r?\n[ \t>|+]{0,20}/;
/** More broken keys than that a text does not hold. */
const most = 1_000;

/** What is found once the breaks and escapes are taken out, at its place in the text as it is. */
export function findBroken(text: string, off: ReadonlySet<Detector>): Span[] {
  const spans: Span[] = [];
  if (!/[\n\\]/.test(text)) return spans;
  let seen = 0;
  for (const { 0: whole, index } of text.matchAll(candidate)) {
    if (!/\n|\\/.test(whole)) continue;
    seen += 1;
    if (seen > most) break;
    const end = endOfKey(whole);
    const key = whole
      .slice(0, end)
      .replace(lineBreaks, '')
      .replace(/\\(?=[_.-])/g, '');
    const found = findSecrets(key, off).find((span) => span.start === 0);
    if (found) spans.push({ start: index, end: index + end, name: found.name });
  }
  return spans;
}

const lineBreaks = new RegExp(lineBreak, 'g');

/** A line goes on with the key as long as it looks like no word. */
function endOfKey(whole: string): number {
  let end = 0;
  for (const [index, line] of whole.split(lineBreak).entries()) {
    if (index > 0 && !/\d/.test(line)) break;
    end = whole.indexOf(line, end) + line.length;
  }
  return end;
}
