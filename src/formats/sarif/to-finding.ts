import type { BuiltInStatus, FindingInput } from '../../contract/finding';
import { clampText, distinct, webAddress } from '../text';
import type { Marks } from './identity';
import { locationOf, placeName } from './location';
import type { Result, Run } from './log';
import { messageText } from './message';
import type { RuleOfResult } from './rules';
import { severityOf } from './severity';
import { statusOf } from './status';
import { descriptionOf, messageOrRule, remediationOf } from './texts';
import { titleOf } from './title';
import { cveOf, cweOf, isCweTag, tagsOf } from './weakness';

/** A result in its surroundings. */
export interface Source {
  readonly run: Run;
  readonly result: Result;
  readonly rule: RuleOfResult;
  readonly tool: string;
  readonly product: string;
}

/** A result on its way to a finding: what its identity is made of, and what else is read once. */
export interface Draft extends Source {
  readonly marks: Marks;
  readonly message: string;
  readonly status: BuiltInStatus;
  readonly location: FindingInput['location'];
}

/** Reads of a result what its identity needs. */
export function draftOf(source: Source): Draft {
  const { run, result, rule, tool, product } = source;
  const message = messageText(result.message, rule);
  const location = locationOf(run, result);
  return {
    ...source,
    message: messageOrRule(message, rule.descriptor),
    status: statusOf(result),
    location,
    marks: { product, tool, ruleId: rule.id ?? '', place: placeName(location), message, result },
  };
}

/** The finding of a draft under its id; it passes the contract's validation whatever the report held. */
export function toFinding(id: string, draft: Draft): FindingInput {
  const { run, result, rule, tool, product, message, status, location } = draft;
  const descriptor = rule.descriptor;
  const cve = cveOf(result, descriptor, rule.id);
  const cwe = cweOf(run, result, descriptor, message);
  const tags = [...tagsOf(descriptor?.properties), ...tagsOf(result.properties)].filter(
    (tag) => !isCweTag(tag),
  );
  return {
    id,
    product,
    title: titleOf({ rule, message, cve, location }),
    severity: severityOf(result, descriptor),
    status,
    tool,
    ...told({
      description: descriptionOf(message, descriptor),
      remediation: remediationOf(message, descriptor),
      url: webAddress(result.hostedViewerUri),
      cve,
      cwe,
      location,
      tags: distinct(tags, 100),
      firstSeen: instant(result.provenance?.firstDetectionTimeUtc),
      attributes: attributesOf(rule),
    }),
  };
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

function instant(value: string | undefined): string | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Leaves out what the report does not tell. */
function told<Fields extends object>(fields: Fields): Partial<Fields> {
  const isTold = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isTold(value))) as Partial<Fields>;
}
