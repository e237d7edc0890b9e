import { ownValue } from '../../core/data/own-value';
import { clampText } from '../text';
import { linkedMarkdown, wordsOf } from './embedded-links';
import type { Component, Descriptor, Message, Multiformat } from './log';

/** As long as a message gets once its arguments are filled in. */
const longestMessage = 20_000;
/** What a template that thousands of results share adds to each; beyond it, a message is cut. */
const longestTemplate = 500;

interface Strings {
  readonly descriptor: Descriptor | undefined;
  readonly component: Component;
}

/** The message of a result with its arguments filled in; empty when the log does not resolve it. */
export function filledMessage(message: Message, strings: Strings, longest = longestTemplate): string {
  const values = message.arguments ?? [];
  const shared = message.text === undefined ? lookUp(message, strings) : undefined;
  if (shared?.text !== undefined) return fill(templateOf(shared, shared.text, longest), values).trim();
  const own = message.text ?? message.markdown;
  if (own === undefined) return '';
  // Without arguments and id the braces are the tool's own text: many tools do not escape them.
  const isTemplate = values.length > 0 || message.text === undefined;
  return (isTemplate ? fill(piecesOf(own), values) : own).trim();
}

/** The Markdown that the tool gives beside the plain message, with its arguments filled in; empty where it gives none. */
export function filledMarkdown(message: Message, strings: Strings): string {
  const values = message.arguments ?? [];
  if (message.text === undefined && message.markdown === undefined) {
    const shared = lookUp(message, strings)?.markdown;
    return shared === undefined ? '' : fill(piecesOf(clampText(shared, longestTemplate)), values).trim();
  }
  const own = message.text === undefined ? '' : (message.markdown ?? '');
  return (values.length > 0 ? fill(piecesOf(own), values) : own).trim();
}

function lookUp(message: Message, { descriptor, component }: Strings): Multiformat | undefined {
  if (message.id === undefined) return undefined;
  return (
    ownValue(descriptor?.messageStrings, message.id) ?? ownValue(component.globalMessageStrings, message.id)
  );
}

/** Text as it stands, or the number of an argument with the text that stands for it where there is none. */
type Piece = string | { readonly argument: number; readonly otherwise: string };

/** Thousands of results share a template: it is taken apart once for each length that it is cut to. */
const knownTemplates = new WeakMap<Multiformat, Map<number, Piece[]>>();

function templateOf(shared: Multiformat, text: string, longest: number): readonly Piece[] {
  const known = knownTemplates.get(shared) ?? new Map<number, Piece[]>();
  knownTemplates.set(shared, known);
  const pieces = known.get(longest) ?? piecesOf(clampText(text, longest));
  known.set(longest, pieces);
  return pieces;
}

/** `{0}` is the first argument, `{{` and `}}` are braces. */
function piecesOf(template: string): Piece[] {
  return template.split(/(\{\{|\}\}|\{\d{1,3}\})/).map((text, index) => {
    if (index % 2 === 0) return text;
    return text.length > 2 ? { argument: Number(text.slice(1, -1)), otherwise: text } : text.charAt(0);
  });
}

function fill(pieces: readonly Piece[], values: readonly (string | undefined)[]): string {
  // What an argument says once is paid for; said again it costs as much as it says.
  let room = Math.min(
    longestMessage,
    longestTemplate + values.reduce((sum, one) => sum + (one?.length ?? 0), 0),
  );
  let filled = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') filled += piece;
    else if (room > 0) {
      const value = (values[piece.argument] ?? piece.otherwise).slice(0, room);
      room -= value.length;
      filled += value;
    }
  }
  return filled;
}

/** Says whether a text still waits for arguments, as a rule's description that is the template of its messages. */
export function isTemplate(text: string): boolean {
  return /\{\d{1,3}\}/.test(text);
}

/** A text of the log as Markdown: its Markdown form where the tool gives one, else its plain text, escaped. */
export function asMarkdown(text: Multiformat | undefined): string {
  const markdown = text?.markdown?.trim() ?? '';
  return markdown === '' ? linkedMarkdown(text?.text ?? '') : markdown;
}

/** Thousands of results share the texts of their rule: each is read once. */
const knownTexts = new WeakMap<Multiformat, string>();

/** A text of the log as plain text, which may be empty. */
export function asText(text: Multiformat | undefined): string {
  if (text === undefined) return '';
  const words = knownTexts.get(text) ?? wordsOf((text.text ?? text.markdown ?? '').trim());
  knownTexts.set(text, words);
  return words;
}
