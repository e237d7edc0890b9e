/** Findings without the secrets in their texts. */
import type { Finding } from '../contract/finding';
import { countEach, type MaskedCounts, type Masking } from '../contract/masking';
import { shorten } from '../core/data/text';
import { isNamedSecret } from './detectors/values';
import { eachText } from './each-text';
import { maskedAmong } from './mask-texts';

/** A finding, with or without its id. */
export type MaskableFinding = Omit<Finding, 'id'>;

export interface MaskedFinding<F> {
  readonly finding: F;
  readonly counts: MaskedCounts;
}

/** Answers what to write in the place of a text, of at most so many characters. */
type Say = (text: string, max: number) => string;

/**
 * Masks every text of findings into which somebody could have written a secret. The rest stays as it is: ids and
 * products, by which findings are found, choices, numbers, dates, people, and keys of issues.
 */
export async function maskFindings<F extends MaskableFinding>(
  findings: readonly F[],
  masking: Masking,
): Promise<MaskedFinding<F>[]> {
  if (!masking.enabled) return findings.map((finding) => ({ finding, counts: {} }));
  const isHeard = !masking.off.includes('password');
  const texts = findings.map(textsIn);
  const masked = await maskedAmong(texts.flat(), masking);
  return findings.map((finding, index) => {
    const kinds: string[] = [];
    const named = isHeard ? withoutNamed(finding, kinds) : finding;
    // Most findings hold no secret: they stay as they are.
    if (named === finding && !texts[index]?.some((text) => masked.has(text))) return { finding, counts: {} };
    const next = reworded(named, (text, max) => {
      const secret = masked.get(text);
      if (secret === undefined) return text;
      kinds.push(...secret.kinds);
      return shorten(secret.text, max);
    });
    return kinds.length === 0 ? { finding, counts: {} } : { finding: next, counts: countEach(kinds) };
  });
}

/** What nobody writes a secret into, or what a finding is found by. */
const leftAlone: ReadonlySet<string> = new Set<keyof Finding>([
  'id',
  'product',
  'severity',
  'status',
  'kind',
  'assignee',
  'dueDate',
  'firstSeen',
  'lastSeen',
  'updatedAt',
  'acceptedUntil',
  'existing',
]);
const none: ReadonlySet<string> = new Set();

/** All texts that may be reworded; the names of attributes are some of them. */
function textsIn({ attributes, ...finding }: MaskableFinding): string[] {
  const texts: string[] = [];
  const note = (text: string) => {
    texts.push(text);
  };
  eachText(finding, leftAlone, note);
  eachText(attributes, none, note);
  for (const name of Object.keys(attributes ?? {})) note(name);
  return texts;
}

/** An attribute whose name says that it is a secret. */
function withoutNamed<F extends MaskableFinding>(finding: F, kinds: string[]): F {
  const attributes = finding.attributes && Object.entries(finding.attributes);
  if (!attributes?.some(([name, value]) => typeof value === 'string' && isNamedSecret(name, value)))
    return finding;
  const hidden = attributes.map(([name, value]) => {
    if (typeof value !== 'string' || !isNamedSecret(name, value)) return [name, value] as const;
    kinds.push('password');
    return [name, '[masked: password]'] as const;
  });
  return { ...finding, attributes: Object.fromEntries(hidden) };
}

/** The finding with other words. A text that is not there stays away. */
function reworded<F extends MaskableFinding>(finding: F, say: Say): F {
  const { description, remediation, url, cvss, tool, location, group, attributes } = finding;
  const maybe = (text: string | undefined, max: number) => (text === undefined ? undefined : say(text, max));
  const list = (texts: readonly string[] | undefined) => texts?.map((text) => say(text, 255));
  return {
    ...finding,
    title: say(finding.title, 2_000),
    description: maybe(description, 100_000),
    remediation: maybe(remediation, 100_000),
    url: address(url, say),
    cve: list(finding.cve),
    cwe: list(finding.cwe),
    cvss: cvss && { ...cvss, vector: maybe(cvss.vector, 255) },
    tool: maybe(tool, 255),
    location: location && {
      ...location,
      file: maybe(location.file, 1_024),
      url: address(location.url, say),
      component: maybe(location.component, 512),
      image: maybe(location.image, 512),
      branch: maybe(location.branch, 255),
    },
    assets: list(finding.assets),
    tags: list(finding.tags),
    group: maybe(group, 255),
    attributes:
      attributes &&
      Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [say(name, 255), valueOf(value, say)]),
      ),
  };
}

type Value = NonNullable<Finding['attributes']>[string];

function valueOf(value: Value, say: Say): Value {
  if (typeof value === 'string') return say(value, 32_767);
  return Array.isArray(value) ? value.map((one) => say(one, 1_024)) : value;
}

/** One that is no address any more, because its host was the secret, says nothing. */
function address(url: string | undefined, say: Say): string | undefined {
  const said = url === undefined ? undefined : say(url, 2_048);
  return said !== undefined && URL.canParse(said) ? said : undefined;
}
