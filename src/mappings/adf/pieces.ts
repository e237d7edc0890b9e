/**
 * Markdown in pieces that can be parsed one by one, and what parsing each may cost. The parser takes, at worst, the
 * square of what it is given at once: every sign may be compared with every other and be looked for to the end.
 */

/** What may mean something: all but letters, digits and spaces; a line end means something, too. */
const sign = /[^A-Za-z0-9 \t\u0080-\uFFFF]/g;

/** How much work parsing this text at once is at most; about 30 million of it take a second. */
export function workOf(markdown: string): number {
  return signsOf(markdown) * markdown.length;
}

function signsOf(text: string): number {
  return text.match(sign)?.length ?? 0;
}

/** Beyond this nobody writes by hand; each container opened in another costs a look at every later line. */
const maxNesting = 12;
const nested = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${String(maxNesting)}}`,
  'm',
);

/** Says whether so many quotations and lists are opened on one line that reading it would need a deep stack. */
export function isTooNested(markdown: string): boolean {
  return nested.test(markdown);
}

/** A line at the margin that is no item, no quotation and no code: after a blank line it ends whatever was open. */
const fresh = /^(?!(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|[> \t]|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const htmlStart = /^ {0,3}<(?:!--|\?|![A-Za-z]|!\[CDATA\[|(?:script|pre|style|textarea)(?:[\s>]|$))/i;
const htmlEnd = /-->|\?>|\]\]>|<\/(?:script|pre|style|textarea)>|>$/i;

const foldStart = /^ {0,3}<details[\s>](?!.*<\/details>\s*$)/i;
const foldEnd = /<\/details>\s*$/i;

/** Starting the parser costs something, too. */
const shortestPiece = 600;

/**
 * Splits at blank lines where a new block is sure to begin: not within lists, quotations, code or HTML. Lines end in
 * line feeds only; joined with a blank line the pieces are the text again.
 */
export function splitMarkdown(markdown: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let open: string | undefined;
  let isBlank = false;
  for (const line of markdown.split('\n')) {
    if (isBlank && open === undefined && piece.length >= shortestPiece && fresh.test(line)) {
      pieces.push(piece);
      piece = '';
    }
    piece += `${line}\n`;
    open = openAfter(line, open);
    isBlank = line.trim() === '';
  }
  return [...pieces, piece].map((one) => one.trimEnd()).filter((one) => one !== '');
}

/** What is open behind a line: a fence by its signs, `<` for HTML that only its own end closes, or a fold. */
function openAfter(line: string, open: string | undefined): string | undefined {
  if (open === 'fold' ? !foldEnd.test(line) : open === undefined && foldStart.test(line)) return 'fold';
  if (open === 'fold') return undefined;
  const signs = fence.exec(line)?.[1];
  if (open === undefined) {
    if (signs !== undefined) return signs;
    return htmlStart.test(line) && !htmlEnd.test(line) ? '<' : undefined;
  }
  if (open === '<') return htmlEnd.test(line) ? undefined : open;
  return signs?.startsWith(open) ? undefined : open;
}

/** The first lines whose work stays within the budget, and the rest. */
export function cutToBudget(markdown: string, budget: number): [string, string] {
  let end = 0;
  let signs = 0;
  for (const line of markdown.split('\n')) {
    const next = end + line.length + 1;
    signs += signsOf(line) + 1;
    if (signs * next > budget) break;
    end = next;
  }
  return [markdown.slice(0, end), markdown.slice(end)];
}
