/** Text on its way into Markdown. */
import { legalText } from '../adf/legal';

/** Markdown as it is to stand; everything else that a template inserts is made plain text. */
export class MarkdownText {
  constructor(readonly markdown: string) {}
  toString(): string {
    return this.markdown;
  }
}

/** Signs that can mean something in Markdown wherever they stand. Others do only where a line begins with a number. */
const signs = /[\\`*_[\]<>#+\-=|~!&{}]/g;

/** What makes a link of bare addresses: inside one, escaped signs would be taken for its own. */
const addresses = /:(?=\/\/)|@|(?<=www)\./gi;

/** Markdown that shows exactly this text, inside a line, a cell or a list; its own lines stay lines. */
export function escapeText(text: string): string {
  return legalText(text)
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map((line) =>
      line
        .trim()
        .replace(signs, '\\$&')
        .replace(addresses, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    )
    .filter((line) => line !== '')
    .join('\\\n');
}

/** Code within a line, or a block where it has several; a fence is longer than any run of backticks inside. */
export function codeOf(text: string, language = ''): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  if (language === '' && !/[\r\n]/.test(text)) {
    const fence = '`'.repeat(longest + 1);
    return text.trim() === '' ? '' : `${fence} ${text.replaceAll('|', '\\|')} ${fence}`;
  }
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `\n\n${fence}${language.replace(/[^\w+#.-]/g, '')}\n${text}\n${fence}\n\n`;
}
