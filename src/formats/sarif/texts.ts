import { clampMarkdown } from '../markdown';
import { oneLine, webAddress } from '../text';
import type { Descriptor } from './log';
import { linkedMarkdown, wordsOf } from './embedded-links';
import { asMarkdown, asText, isTemplate } from './message';
import { hasOwnWords } from './title';

/**
 * A report repeats its rules' texts in every finding: 10,000 results with a page of help each would be a hundred
 * megabytes. What is cut here is one click away, under the rule's own address.
 */
const maxPart = 6_000;

/** What is wrong, as Markdown: the result's message, then what its rule says about it. No code of the scanned project. */
export function descriptionOf(message: string, rule: Descriptor | undefined): string {
  const about =
    asText(rule?.fullDescription) === '' && hasOwnWords(rule)
      ? rule?.shortDescription
      : rule?.fullDescription;
  const texts = [wordsOf(message), isTemplate(asText(about)) && message !== '' ? '' : asText(about)];
  const parts = [linkedMarkdown(message), asMarkdown(about)];
  return joined(parts.filter((_, index) => isNew(texts, index)));
}

/** What to do about it, as Markdown: the rule's help and the address of its documentation; empty without both. */
export function remediationOf(message: string, rule: Descriptor | undefined): string {
  const help = asText(rule?.help);
  const known = [wordsOf(message), asText(rule?.fullDescription), help];
  const parts = isNew(known, 2) ? [asMarkdown(rule?.help)] : [];
  const address = webAddress(rule?.helpUri);
  if (address !== undefined && !parts.some((part) => part.includes(address))) {
    parts.push(`More about this rule: <${address}>`);
  }
  return joined(parts);
}

/** The message to show: the result's own, or when the log does not resolve it, what its rule says. */
export function messageOrRule(message: string, rule: Descriptor | undefined): string {
  const texts = [message, asText(rule?.shortDescription), asText(rule?.fullDescription)];
  return texts.find((text) => text !== '') ?? '';
}

function isNew(texts: readonly string[], index: number): boolean {
  const comparable = texts.map((text) => oneLine(text).toLowerCase());
  const text = comparable[index] ?? '';
  return text !== '' && !comparable.slice(0, index).some((earlier) => earlier.includes(text));
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => clampMarkdown(part, maxPart)).join('\n\n');
}
