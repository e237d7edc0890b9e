import { remembered } from '../core/data/remembered';

/** What passes as it stands: web addresses, and words in backticks, which writers of plain text use for code too. */
const asItStands = /(https?:\/\/[^\s<>`]+|`[^`]+`)/;
/** Signs that mean something inside a line; an underscore within a word, a lone < or & mean nothing. */
const inlineSyntax = /[\\`*~[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=[a-z#])/giu;
const blockSyntax = /^(?:[#>+\-=:|]|\d{1,9}[.)])/;

/** Plain text as Markdown that shows this text: syntax is escaped, line breaks stay, addresses become links. */
export const plainToMarkdown = remembered((text) =>
  text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((block) => block.split(/\r?\n/).map(escapeLine).map(parted).join('\\\n'))
    .join('\n\n'),
);

/** An address at the end would take the sign of the line break with it, so a space stands between. */
function parted(line: string, index: number, { length }: readonly string[]): string {
  const lastWord = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1);
  return index < length - 1 && /:\/\/|www\./i.test(lastWord) ? `${line} ` : line;
}

function escapeLine(line: string): string {
  const trimmed = line.trim();
  const parts = trimmed.split(asItStands);
  const escaped = parts.map((part, index) => (index % 2 === 1 ? part : part.replace(inlineSyntax, '\\$&')));
  return escapeStart(escaped.join(''));
}

/** A line that would open a list, a heading or a quotation begins with an escaped sign instead. */
function escapeStart(line: string): string {
  const start = blockSyntax.exec(line)?.[0];
  if (start === undefined) return line;
  const sign = start.length - 1;
  return `${line.slice(0, sign)}\\${line.slice(sign)}`;
}

/** Markdown of at most `max` characters, cut between lines; a code block that the cut opened is closed again. */
export function clampMarkdown(markdown: string, max: number): string {
  if (markdown.length <= max) return markdown;
  const room = max - '\n```\n\n…'.length;
  const cut = markdown.slice(0, room);
  const lineEnd = cut.lastIndexOf('\n');
  const kept = (lineEnd > room / 2 ? cut.slice(0, lineEnd) : cut).trimEnd();
  const fences = kept.match(/^ {0,3}```/gm)?.length ?? 0;
  return `${kept}${fences % 2 === 1 ? '\n```' : ''}\n\n…`;
}
