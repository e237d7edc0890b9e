/**
 * What a template inserts is held outside while its Markdown is read: a place holder stands for each value, so that
 * nothing a finding says can be taken for Markdown, and texts of the same build are parsed once.
 */
import { MarkdownText, Snippet, wordsOf } from './markdown-text';

/** Two code points that are no characters and mean nothing in Markdown. */
const [open, close] = ['\uFDD0', '\uFDD1'];
/** A place holder within a text; its group is the number of the value. */
export const placeHolder = /\uFDD0(\d+)\uFDD1/g;

/** Whether a value is to be put into the text. */
export function hasPlace(text: string): boolean {
  return text.includes(open);
}

/** So many characters may a template insert; Jira takes a tenth. */
const mostInserted = 500_000;

/** The values that one text inserts. */
export class Insertions {
  private readonly values: (string | MarkdownText)[] = [];
  private size = 0;

  /** The value's place in the text. @throws where the text becomes too long */
  put(value: unknown): string {
    if (value instanceof Snippet) return value.markdown;
    const held = value instanceof MarkdownText ? value : wordsOf(value);
    this.size += String(held).length;
    if (this.size > mostInserted) throw new Error('the text becomes too long');
    return `${open}${String(this.values.push(held) - 1)}${close}`;
  }

  /** The value of a place holder by its number. */
  at(number: string): string | MarkdownText {
    return this.values[Number(number)] ?? '';
  }

  /** A text with the words of its values in their places. */
  words(text: string): string {
    return hasPlace(text) ? text.replace(placeHolder, (_, number: string) => String(this.at(number))) : text;
  }
}
