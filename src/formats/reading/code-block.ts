import { clampText } from '../text';

const mostLines = 20;
const mostCharacters = 1_500;

/** Code as a block of Markdown, shortened where it is long; empty where there is none. Reports are masked before they are read. */
export function codeBlock(text: string | undefined): string {
  const code = (text ?? '')
    .slice(0, 2 * mostCharacters)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
  if (code === '') return '';
  const lines = code.split(/\r?\n/);
  const some = clampText(lines.slice(0, mostLines).join('\n'), mostCharacters);
  const shown = lines.length > mostLines ? `${some}\n…` : some;
  const fence = fenceAround(shown);
  return `${fence}\n${shown}\n${fence}`;
}

/** Longer than any in the code itself, which would end the block. */
function fenceAround(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(3, longest + 1));
}
