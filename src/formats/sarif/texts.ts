import { clampMarkdown } from '../markdown';
import { oneLine, webAddress } from '../text';
import type { Descriptor, Multiformat } from './log';
import { linkedMarkdown, wordsOf } from './embedded-links';
import { asMarkdown, asText, isTemplate } from './message';
import { hasOwnWords } from './title';

/**
 * A report repeats its rules' texts in every finding: 10,000 results with a page of help each would be a hundred
 * megabytes. What is cut here is one click away, under the rule's own address.
 */
const maxPart = 6_000;
const longestStart = 40;

/** What is wrong, as Markdown: the result's message, then what its rule says about it. */
export function descriptionOf(message: string, rule: Descriptor | undefined): string {
  const { about, isTemplate } = textsOf(rule);
  const own = message === '' ? [] : [linkedMarkdown(message)];
  const isTold = isTemplate && message !== '';
  return joined([...own, ...(isNew(about, message) && !isTold ? [about.markdown] : [])]);
}

/** What to do about it, as Markdown: the rule's help and the address of its documentation; empty without both. */
export function remediationOf(message: string, rule: Descriptor | undefined): string {
  const { help, address, isLinked } = textsOf(rule);
  const parts = isNew(help, message) ? [help.markdown] : [];
  if (address !== undefined && !(isLinked && parts.length > 0))
    parts.push(`More about this rule: <${address}>`);
  return joined(parts);
}

/** The message to show: the result's own, or when the log does not resolve it, what its rule says. */
export function messageOrRule(message: string, rule: Descriptor | undefined): string {
  const texts = [message, asText(rule?.shortDescription), asText(rule?.fullDescription)];
  return texts.find((text) => text !== '') ?? '';
}

interface Text {
  readonly markdown: string;
  /** In a form in which it can be looked for. */
  readonly words: string;
}

interface RuleTexts {
  readonly about: Text;
  readonly isTemplate: boolean;
  /** Empty where the full description says it all. */
  readonly help: Text;
  readonly address: string | undefined;
  /** Says whether the help names that address itself. */
  readonly isLinked: boolean;
}

/** Thousands of results share a rule: its texts are worked through once. */
const known = new WeakMap<Descriptor, RuleTexts>();
const nothing: Text = { markdown: '', words: '' };
const noTexts: RuleTexts = {
  about: nothing,
  isTemplate: false,
  help: nothing,
  address: undefined,
  isLinked: false,
};

function textsOf(rule: Descriptor | undefined): RuleTexts {
  if (rule === undefined) return noTexts;
  const texts = known.get(rule) ?? readTexts(rule);
  known.set(rule, texts);
  return texts;
}

function readTexts(rule: Descriptor): RuleTexts {
  const full = asText(rule.fullDescription);
  const about = full === '' && hasOwnWords(rule) ? rule.shortDescription : rule.fullDescription;
  const help = textOf(rule.help);
  const address = webAddress(rule.helpUri);
  return {
    about: textOf(about),
    isTemplate: isTemplate(asText(about)),
    help: holds(comparable(full), help.words) ? nothing : help,
    address,
    isLinked: address !== undefined && help.markdown.includes(address),
  };
}

function textOf(text: Multiformat | undefined): Text {
  return { markdown: clampMarkdown(asMarkdown(text), maxPart), words: comparable(asText(text)) };
}

function comparable(text: string): string {
  return oneLine(text).toLowerCase();
}

/**
 * Says whether a text holds another. Where the other could begin is looked for by its first words only: two texts of
 * equal letters would otherwise be compared at every place.
 */
function holds(text: string, other: string): boolean {
  if (text.length < other.length) return false;
  const start = text.indexOf(other.slice(0, longestStart));
  return start >= 0 && text.startsWith(other, start);
}

/** Says whether a text tells more than the message does. */
function isNew({ words }: Text, message: string): boolean {
  return words !== '' && !holds(comparable(wordsOf(message)), words);
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => clampMarkdown(part, maxPart)).join('\n\n');
}
