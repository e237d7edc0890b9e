import { clampText } from '../text';
import type { Result } from './log';

const mostLines = 20;
const mostCharacters = 1_500;

/** The code at a result's first place as a code block, shortened where it is long; empty where the log shows none. */
export function codeOf({ locations }: Result): string {
  const place = locations?.find((location) => location !== undefined)?.physicalLocation;
  const code = (place?.region?.snippet?.text ?? '')
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
