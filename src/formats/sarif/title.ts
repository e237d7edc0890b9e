import type { FindingInput } from '../../contract/finding';
import { withoutBuilds, withoutTag } from '../reading/place-text';
import { firstSentence, summaryOf } from '../reading/summary';
import { oneLine } from '../text';
import type { Descriptor } from './log';
import { asText, isTemplate } from './message';
import type { RuleOfResult } from './rules';

interface Parts {
  readonly rule: RuleOfResult;
  /** The result's own message as plain text. */
  readonly message: string;
  readonly cve: readonly string[];
  readonly location: FindingInput['location'];
}

/**
 * What a Jira user reads in a list: what is wrong and in which file. Without line number and image tag, which move
 * with every commit and build and would change the summary of an unchanged finding.
 */
export function titleOf({ rule, message, cve, location }: Parts): string {
  const place =
    withoutBuilds(location?.file ?? '') || (location?.url ?? withoutTag(location?.component ?? ''));
  return summaryOf(headlineOf(rule, message), cve, place);
}

function headlineOf({ id, descriptor }: RuleOfResult, message: string): string {
  const { short, full } = descriptor === undefined ? noHeadlines : headlinesOf(descriptor);
  const candidates = [
    short,
    firstSentence(message),
    full,
    oneLine(descriptor?.name ?? ''),
    oneLine(id ?? ''),
  ];
  const told = candidates.filter((text) => text !== '');
  return told.find((text) => !isTemplate(text)) ?? told[0] ?? 'Finding without a description';
}

interface Headlines {
  readonly short: string;
  readonly full: string;
}

/** Thousands of results share a rule: its headlines are looked for once. */
const known = new WeakMap<Descriptor, Headlines>();
const noHeadlines: Headlines = { short: '', full: '' };

function headlinesOf(rule: Descriptor): Headlines {
  const headlines = known.get(rule) ?? {
    short: hasOwnWords(rule) ? firstSentence(asText(rule.shortDescription)) : '',
    full: firstSentence(asText(rule.fullDescription)),
  };
  known.set(rule, headlines);
  return headlines;
}

/**
 * Says whether a rule's short description tells anything: some tools only wrap the rule's id or name in a phrase.
 * An advisory's id in a sentence is worth reading.
 */
export function hasOwnWords(rule: Descriptor | undefined): boolean {
  const short = firstSentence(asText(rule?.shortDescription));
  if (short === '' || short === rule?.name || isTemplate(short)) return false;
  return !rule?.id || !short.includes(rule.id) || (/^(?:CVE|GHSA)-/i.test(rule.id) && short !== rule.id);
}
