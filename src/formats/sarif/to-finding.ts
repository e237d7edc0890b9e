import type { FindingInput } from '../../contract/finding';
import type { NamelessFinding, ReadResult } from '../format';
import { instantOf } from '../reading/instant';
import { told } from '../reading/told';
import { clampText, webAddress } from '../text';
import { wordsOf } from './embedded-links';
import { evidenceOf } from './evidence';
import { fixesOf } from './fixes';
import { locationOf } from './location';
import type { Result, Run } from './log';
import { marksOf } from './marks';
import { filledMarkdown, filledMessage } from './message';
import type { RuleOfResult } from './rules';
import { severityOf } from './severity';
import { statusOf } from './status';
import { descriptionOf, messageOrRule, remediationOf, type Said } from './texts';
import { titleOf } from './title';
import { cveOf, cweOf, tagsOfResult } from './weakness';

/** A result in its surroundings. */
export interface Source {
  readonly run: Run;
  readonly result: Result;
  readonly rule: RuleOfResult;
  readonly tool: string;
  readonly product: string;
  /** How long a text that the rule lends to each of its results may be. */
  readonly longestPart: number;
}

/** What a result says and what tells it from others; the finding passes the contract whatever the report held. */
export function readResult(source: Source): Pick<ReadResult, 'finding' | 'marks'> {
  const { run, result, rule, tool } = source;
  const own = filledMessage(result.message, rule);
  const message = messageOrRule(own, rule.descriptor);
  const location = locationOf(run, result);
  // Links are looked for once: a message may be nothing but links.
  const words = wordsOf(message);
  return {
    finding: toFinding(
      source,
      { filled: message, words, markdown: filledMarkdown(result.message, rule) },
      location,
    ),
    marks: marksOf({
      run,
      result,
      tool,
      ruleId: rule.id ?? '',
      rule: rule.descriptor?.id,
      oldRules: rule.descriptor?.deprecatedIds?.filter((id) => id !== undefined) ?? [],
      location,
      message: own === message ? words : '',
    }),
  };
}

function toFinding(source: Source, said: Said, location: FindingInput['location']): NamelessFinding {
  const { run, result, rule, tool, product, longestPart } = source;
  const descriptor = rule.descriptor;
  const message = said.words;
  const cve = cveOf(run, result, descriptor, rule.id);
  const cwe = cweOf(run, result, descriptor, message);
  const evidence = evidenceOf(run, result, (words, longest) =>
    words === undefined ? '' : filledMessage(words, rule, longest),
  );
  return {
    product,
    title: titleOf({ rule, message, cve, location }),
    severity: severityOf(result, descriptor),
    status: statusOf(result),
    tool,
    ...told({
      description: joined([descriptionOf(said, descriptor, longestPart), evidence]),
      remediation: joined([remediationOf(said, descriptor, longestPart), fixesOf(run, result)]),
      url: webAddress(result.hostedViewerUri),
      cve,
      cwe,
      location,
      tags: tagsOfResult(run, result, descriptor),
      firstSeen: instantOf(result.provenance?.firstDetectionTimeUtc),
      attributes: attributesOf(rule),
    }),
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Facts for field mappings that have no field of their own. */
function attributesOf({ id, descriptor }: RuleOfResult): Record<string, string> | undefined {
  const facts = {
    rule: id,
    ruleName: descriptor?.name,
    category: descriptor?.properties?.['category'],
    precision: descriptor?.properties?.['precision'],
  };
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' && value !== '') attributes[name] = clampText(value, 1_000);
  }
  return Object.keys(attributes).length === 0 ? undefined : attributes;
}
