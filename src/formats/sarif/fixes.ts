import { clampText, oneLine } from '../text';
import { linkedMarkdown } from './embedded-links';
import { addressOf } from './address';
import type { Fix, Result, Run } from './log';
import { asText } from './message';

const mostFixes = 3;
const mostLines = 30;
const mostCharacters = 2_000;
const longestWords = 500;

/** What the tool would do about a result, as Markdown: its words, and what it would write where that is little. */
export function fixesOf(run: Run, result: Result): string {
  const fixes = (result.fixes ?? []).filter((fix) => fix !== undefined).slice(0, mostFixes);
  return fixes
    .map((fix) => fixOf(run, fix))
    .filter((text) => text !== '')
    .join('\n\n');
}

function fixOf(run: Run, fix: Fix): string {
  const words = clampText(oneLine(asText(fix.description)), longestWords);
  const diff = diffOf(run, fix);
  if (words === '' && diff === '') return '';
  const title = words === '' ? 'Suggested change:' : `Suggested change: ${linkedMarkdown(words)}`;
  return diff === '' ? title : `${title}\n\n${diff}`;
}

/** What is to be replaced is the project's own code and is named by its line only. */
function diffOf(run: Run, { artifactChanges }: Fix): string {
  // One more than are shown: then nothing is.
  const lines = (artifactChanges ?? []).slice(0, mostLines + 1).flatMap((change) => {
    const file = addressOf(run, change?.artifactLocation).file ?? '';
    const hunks = (change?.replacements ?? []).flatMap((replacement) => {
      const inserted = replacement?.insertedContent?.text ?? '';
      const line = replacement?.deletedRegion?.startLine;
      if (inserted === '' && line === undefined) return [];
      const added = inserted === '' ? [] : inserted.replace(/\r?\n$/, '').split(/\r?\n/);
      return [`@@ line ${String(line ?? '?')} @@`, ...added.map((text) => `+${text}`)];
    });
    return hunks.length === 0 ? [] : [`+++ ${oneLine(file)}`, ...hunks];
  });
  const text = lines.join('\n');
  const isSmall = lines.length > 0 && lines.length <= mostLines && text.length <= mostCharacters;
  return isSmall && !text.includes('```') ? `\`\`\`diff\n${text}\n\`\`\`` : '';
}
