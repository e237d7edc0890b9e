import { cvesIn, cwesIn } from '../reading/weakness-ids';
import { distinct } from '../text';
import type { Descriptor, DescriptorReference, Result, Run } from './log';

const maxWeaknesses = 100;
/** Of one property bag; and as many taxonomies are looked through. */
const maxTags = 100;
const maxTaxonomies = 20;
const longestTag = 1_000;
/** Of a rule's tags, since every finding repeats them. */
const maxOfRule = 30;
const longestOfRule = 1_000;

type Properties = Readonly<Record<string, unknown>> | undefined;

/** The CWE ids of a result as `CWE-79`: from tags, `cwe` properties, taxa, rule relationships, or its message. */
export function cweOf(run: Run, result: Result, rule: Descriptor | undefined, message: string): string[] {
  const ofRule = rule === undefined ? noWeaknesses : weaknessesOf(run, rule);
  const ids = [
    ...taxonCwes(run, result.taxa),
    ...ofRule.taxa,
    ...namedCwes(result.properties),
    ...ofRule.named,
    ...cwesIn(message),
  ];
  return distinct(ids, maxWeaknesses);
}

interface Weaknesses {
  readonly taxa: readonly string[];
  readonly named: readonly string[];
  readonly cve: readonly string[];
  readonly taggedCve: readonly string[];
  readonly tags: readonly string[];
}

/** Thousands of results share a rule: what it names is looked up once. */
const known = new WeakMap<Descriptor, Weaknesses>();
const noWeaknesses: Weaknesses = { taxa: [], named: [], cve: [], taggedCve: [], tags: [] };

function weaknessesOf(run: Run, rule: Descriptor): Weaknesses {
  const weaknesses = known.get(rule) ?? {
    taxa: distinct(
      taxonCwes(
        run,
        rule.relationships?.map((relation) => relation?.target),
      ),
      maxWeaknesses,
    ),
    named: distinct(namedCwes(rule.properties), maxWeaknesses),
    cve: distinct(cvesIn([rule.id, rule.name, ...(rule.deprecatedIds ?? [])]), maxWeaknesses),
    taggedCve: distinct(cvesIn(tagsOf(rule.properties)), maxWeaknesses),
    tags: within(wordTags(rule.properties, maxOfRule), longestOfRule),
  };
  known.set(rule, weaknesses);
  return weaknesses;
}

function taxonCwes(run: Run, references: readonly (DescriptorReference | undefined)[] = []): string[] {
  return references
    .slice(0, maxWeaknesses)
    .flatMap((reference) => (reference === undefined ? [] : taxonCwe(run, reference)));
}

function namedCwes(properties: Properties): string[] {
  return [...tagsOf(properties), ...cweProperties(properties)].flatMap(cwesIn);
}

/** The CVE ids that name this result: in its rule's id, former ids or name, or in tags. */
export function cveOf(
  run: Run,
  result: Result,
  rule: Descriptor | undefined,
  ruleId: string | undefined,
): string[] {
  const ofRule = rule === undefined ? noWeaknesses : weaknessesOf(run, rule);
  const [ofId, ofTags] = [cvesIn([ruleId]), cvesIn(tagsOf(result.properties))];
  return distinct([...ofId, ...ofRule.cve, ...ofTags, ...ofRule.taggedCve], maxWeaknesses);
}

/** The tags of a result and its rule that are no CWE, which has a field of its own. */
export function tagsOfResult(run: Run, result: Result, rule: Descriptor | undefined): string[] {
  const ofRule = rule === undefined ? noWeaknesses : weaknessesOf(run, rule);
  return [...new Set([...ofRule.tags, ...wordTags(result.properties, maxTags)])].slice(0, maxTags);
}

function wordTags(properties: Properties, most: number): string[] {
  return distinct(
    tagsOf(properties).filter((tag) => !isCweTag(tag)),
    most,
  );
}

/** The first of them that are not longer together. */
function within(tags: readonly string[], longest: number): string[] {
  let room = longest;
  return tags.filter((tag) => (room -= tag.length) >= 0);
}

function tagsOf(properties: Properties): string[] {
  return strings(properties?.['tags']);
}

/** Says whether a tag only names a CWE, which has a field of its own. */
function isCweTag(tag: string): boolean {
  return /^(?:external\/cwe\/)?cwe[-_:]?\d+\b/i.test(tag);
}

function cweProperties(properties: Properties): string[] {
  const value = properties?.['cwe'] ?? properties?.['CWE'];
  return [...strings(value), ...(typeof value === 'string' ? [value.slice(0, longestTag)] : [])];
}

function taxonCwe(run: Run, reference: DescriptorReference): string[] {
  const { name, guid, index } = reference.toolComponent ?? {};
  const taxonomy =
    (index === undefined ? undefined : run.taxonomies?.[index]) ??
    run.taxonomies
      ?.slice(0, maxTaxonomies)
      .find((one) => one !== undefined && ((guid && one.guid === guid) || (name && one.name === name)));
  const taxon = reference.index === undefined ? undefined : taxonomy?.taxa?.[reference.index];
  const id = reference.id ?? taxon?.id ?? '';
  const isCwe = /^CWE$/i.test((name ?? taxonomy?.name ?? '').trim());
  return isCwe && /^\d+$/.test(id) ? cwesIn(`CWE-${id}`) : cwesIn(id);
}

/** The first texts of a list; a longer one than anybody reads is cut. */
function strings(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, maxTags)
    .flatMap((entry: unknown) => (typeof entry === 'string' ? [entry.slice(0, longestTag)] : []));
}
