import type { Marks } from '../../contract/stored/known-results';
import { remembered } from '../../core/data/remembered';
import { textMark, wordMarks } from '../matching/sketch';
import { oneLine } from '../text';

/** Texts that tell results of one rule and place apart, the most telling first; an empty one says nothing. */
export interface TellingTexts {
  /** A fingerprint that moves with the code. */
  readonly partial?: string;
  readonly code?: string;
  /** Without positions. */
  readonly message?: string;
  /** A component with its version. */
  readonly component?: string;
}

/** All texts together tell best; each by itself helps where another has changed. */
export function textMarks(texts: TellingTexts): Pick<Marks, 'texts' | 'words'> {
  const { partial = '', message = '', component = '' } = texts;
  const code = oneLine(texts.code ?? '');
  const kinds = { p: partial, s: code, m: message, c: component };
  const told = Object.values(kinds).filter((text) => text !== '');
  const marks = Object.entries(kinds).flatMap(([kind, text]) => (text === '' ? [] : [textMark(kind, text)]));
  const all = told.length > 1 ? [textMark('a', JSON.stringify(kinds))] : [];
  const sketch = wordMarks(`${message} ${code}`);
  return { ...(told.length > 0 && { texts: [...all, ...marks] }), ...(sketch !== '' && { words: sketch }) };
}

/** A message without the positions it may name ("line 12", "app.js:12:3"), which move with every commit. */
export const steadyMessage = remembered((message) =>
  oneLine(message)
    .replace(/\b(lines?|columns?|col|row)(\s*[:#]?\s*)\d+(?:\s*[-–]\s*\d+)?/gi, '$1')
    .replace(/(\.\w{1,8}):\d+(?::\d+)?\b/g, '$1'),
);
