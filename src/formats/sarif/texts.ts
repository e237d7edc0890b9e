import { clampMarkdown } from '../markdown';
import { oneLine, webAddress } from '../text';
import type { Descriptor, Multiformat } from './log';
import { linkedMarkdown } from './embedded-links';
import { asMarkdown, asText, isTemplate } from './message';
import { hasOwnWords } from './title';

/**
 * A report repeats its rules' texts in every finding: 10,000 results with a page of help each would be a hundred
 * megabytes. What is cut here is one click away, under the rule's own address. Only very long reports cut shorter: the
 * texts of a finding must not change because a scan found one result more.
 */
const longestPart = 6_000;
const shortPart = 1_500;
const manyResults = 2_500;
const longestStart = 40;

/** How long a text of a rule may be in each finding of a report with so many results. */
export function longestPartOf(results: number): number {
  return results > manyResults ? shortPart : longestPart;
}

/** A result's message with its arguments filled in, and its words without their links. */
export interface Said {
  readonly filled: string;
  /** The message in the tool's own Markdown; empty where it gives none. */
  readonly markdown?: string;
  readonly words: string;
}

/** What is wrong, as Markdown: the result's message, then what its rule says about it. */
export function descriptionOf(said: Said, rule: Descriptor | undefined, longest: number): string {
  const { about, isTemplate } = textsOf(rule, longest);
  const shown = said.markdown || linkedMarkdown(said.filled);
  const own = shown === '' ? [] : [clampMarkdown(shown, longestPart)];
  const isTold = isTemplate && said.filled !== '';
  return [...own, ...(isNew(about, said) && !isTold ? [about.markdown] : [])].join('\n\n');
}

/** What to do about it, as Markdown: the rule's help and the address of its documentation; empty without both. */
export function remediationOf(said: Said, rule: Descriptor | undefined, longest: number): string {
  const { help, address, isLinked } = textsOf(rule, longest);
  const parts = isNew(help, said) ? [help.markdown] : [];
  if (address !== undefined && !(isLinked && parts.length > 0))
    parts.push(`More about this rule: <${address}>`);
  return parts.join('\n\n');
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

/** A rule belongs to one report, so `longest` is always the same for it. */
function textsOf(rule: Descriptor | undefined, longest: number): RuleTexts {
  if (rule === undefined) return noTexts;
  const texts = known.get(rule) ?? readTexts(rule, longest);
  known.set(rule, texts);
  return texts;
}

function readTexts(rule: Descriptor, longest: number): RuleTexts {
  const full = asText(rule.fullDescription);
  const about = full === '' && hasOwnWords(rule) ? rule.shortDescription : rule.fullDescription;
  const help = textOf(rule.help, longest);
  const address = webAddress(rule.helpUri);
  return {
    about: textOf(about, longest),
    isTemplate: isTemplate(asText(about)),
    help: holds(comparable(full), help.words) ? nothing : help,
    address,
    isLinked: address !== undefined && help.markdown.includes(address),
  };
}

function textOf(text: Multiformat | undefined, longest: number): Text {
  return { markdown: clampMarkdown(asMarkdown(text), longest), words: comparable(asText(text)) };
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
function isNew({ words }: Text, said: Said): boolean {
  return words !== '' && !holds(comparable(said.words), words);
}
