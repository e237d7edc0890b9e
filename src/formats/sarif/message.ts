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
  const own = message.text ?? message.markdown;
  const shared = message.text === undefined ? lookUp(message, strings)?.text : undefined;
  const template = shared === undefined ? own : clampText(shared, longest);
  if (template === undefined) return '';
  const values = message.arguments ?? [];
  // Without arguments and id the braces are the tool's own text: many tools do not escape them.
  const filled = values.length > 0 || message.text === undefined ? fill(template, values) : template;
  return filled.trim();
}

function lookUp(message: Message, { descriptor, component }: Strings): Multiformat | undefined {
  if (message.id === undefined) return undefined;
  return (
    ownValue(descriptor?.messageStrings, message.id) ?? ownValue(component.globalMessageStrings, message.id)
  );
}

/** `{0}` is the first argument, `{{` and `}}` are braces. */
function fill(template: string, values: readonly (string | undefined)[]): string {
  // What an argument says once is paid for; said again it costs as much as it says.
  let room = Math.min(
    longestMessage,
    longestTemplate + values.reduce((sum, one) => sum + (one?.length ?? 0), 0),
  );
  return template.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (match, digits: string | undefined) => {
    if (digits === undefined) return match.charAt(0);
    const value = (values[Number(digits)] ?? match).slice(0, room);
    room -= value.length;
    return value;
  });
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
