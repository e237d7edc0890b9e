import type { FindingInput } from '../../contract/finding';
import type { Marks } from '../../contract/stored/known-results';
import type { NamelessFinding, ReadResult } from '../format';
import { clampMarkdown } from '../markdown';
import { printMark } from '../matching/sketch';
import { clampText, distinct, oneLine, webAddress } from '../text';
import type { Ratings } from './cvss';
import { instantOf } from './instant';
import type { Observation, Place } from './observation';
import { placeText, withoutBuilds, withoutTag, withoutVersion } from './place-text';
import { severityFrom } from './severity';
import { isVisible, summaryOf } from './summary';
import { steadyMessage, textMarks } from './text-marks';
import { told } from './told';
import { cvesIn, cweOfNumber } from './weakness-ids';

/** As long as a part of a text gets: what is cut here is one click away, at the tool or its advisory. */
const longestPart = 6_000;
const longestRule = 500;
const longestFact = 1_000;
const mostIds = 100;
const mostTags = 50;
const mostAssets = 500;
const mostPrints = 5;

interface Around {
  readonly product: string;
  readonly tool: string;
  readonly ratings: Ratings;
}

/** The observation as a finding within the bounds of the contract, and what tells it from others. */
export function toResult(seen: Observation, around: Around): Pick<ReadResult, 'finding' | 'marks' | 'part'> {
  return { part: seen.part, finding: findingOf(seen, around), marks: marksOf(seen) };
}

function findingOf(seen: Observation, { product, tool, ratings }: Around): NamelessFinding {
  const cve = distinct(cvesIn(seen.cve ?? []), mostIds);
  const cvss = ratings.best(seen.ratings ?? []);
  return {
    product,
    title: titleOf(seen, cve),
    severity: severityFrom(seen.severity, cvss?.score ?? undefined),
    status: seen.status ?? 'unverified',
    tool,
    ...told({
      kind: seen.kind,
      description: textOf(seen.description),
      remediation: textOf(seen.remediation),
      url: webAddress(seen.url),
      cve,
      cwe: distinct((seen.cwe ?? []).flatMap(cweOfNumber), mostIds),
      cvss,
      epss: seen.epss,
      kev: seen.kev === true ? true : undefined,
      location: locationOf(seen.place),
      assets: words(seen.assets, mostAssets),
      tags: words(seen.tags, mostTags),
      firstSeen: instantOf(seen.firstSeen),
      acceptedUntil: instantOf(seen.acceptedUntil)?.slice(0, 10),
      attributes: attributesOf(seen),
    }),
  };
}

function titleOf({ headline, place, rule }: Observation, cve: readonly string[]): string {
  const line = oneLine(isVisible(headline) ? headline : rule);
  const { package: found, file = '' } = place;
  // A path that holds the package's version would change the summary with every update.
  const path = found === undefined || withoutPackage(file, found) === file ? file : '';
  const names = [
    found?.name,
    path || place.url || shortResource(place.resource),
    withoutTag(place.image ?? ''),
  ];
  const where = names.filter((name) => name !== undefined && name !== '' && !line.includes(name));
  const advisory = /^GHSA-/i.test(rule) ? [rule.toUpperCase()] : [];
  return summaryOf(line, [...cve, ...advisory], where.slice(0, 2).join(' in '));
}

/** The last part of an Amazon resource name; what stands before it is the same for most. */
function shortResource(resource = ''): string {
  return /^arn:/i.test(resource)
    ? resource.slice(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1)
    : resource;
}

function textOf(parts: readonly string[] = []): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => clampMarkdown(part, longestPart))
    .join('\n\n');
}

function locationOf(place: Place): FindingInput['location'] {
  const { package: found, file = '' } = place;
  const component = found === undefined ? place.resource : (found.purl ?? nameWithVersion(found));
  const line = file === '' ? undefined : place.line;
  const location = told({
    file: tail(file, 1_024),
    line,
    url: webAddress(place.url),
    component: component === undefined ? undefined : clampText(oneLine(component), 512),
    image: place.image === undefined ? undefined : clampText(oneLine(place.image), 512),
    branch: place.branch === undefined ? undefined : clampText(oneLine(place.branch), 255),
  });
  return Object.keys(location).length === 0 ? undefined : location;
}

function nameWithVersion({ name, version = '' }: NonNullable<Place['package']>): string {
  return version === '' ? name : `${name}@${version}`;
}

/** The end of a long path says more than its beginning. */
function tail(path: string, max: number): string {
  return path.length <= max ? path : `…${path.slice(path.length - max + 1).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

function marksOf(seen: Observation): Marks {
  const { place, telling = {}, rule } = seen;
  const oldRules = distinct(seen.oldRules ?? [], mostPrints).filter((one) => one !== rule);
  const prints = printsOf(seen);
  return {
    rule: clampText(oneLine(rule), longestRule),
    place: placeMarkOf(place),
    ...textMarks({
      partial: telling.partial ?? '',
      code: telling.code ?? '',
      message: steadyMessage(telling.message ?? ''),
      component: place.package === undefined ? '' : nameWithVersion(place.package),
    }),
    ...(prints.length > 0 && { prints }),
    ...(oldRules.length > 0 && { oldRules }),
    ...(place.line !== undefined && { line: place.line }),
    ...(place.column !== undefined && { column: place.column }),
    ...(seen.gone === true && { gone: true }),
  };
}

function printsOf({ prints = [] }: Observation): string[] {
  const given = prints.flatMap(([name, value = '']) => (value.trim() === '' ? [] : [printMark(name, value)]));
  return given.slice(0, mostPrints);
}

function placeMarkOf({
  file = '',
  url = '',
  resource = '',
  image = '',
  whole = '',
  package: found,
}: Place): string {
  return placeText({
    path: clampText((found === undefined ? file : withoutPackage(file, found)) || url, 1_024),
    thing: clampText(resource, 512),
    package: clampText(found?.name ?? '', 512),
    image: clampText(image, 512),
    whole: clampText(whole, 512),
  });
}

/** The names of archives hold versions, the package's own and that of what holds it; an update changes them. */
function withoutPackage(path: string, { version }: NonNullable<Place['package']>): string {
  return withoutBuilds(withoutVersion(path, version));
}

function words(texts: readonly (string | undefined)[] = [], most: number): string[] {
  return distinct(
    texts.slice(0, most * 2).map((text) => text ?? ''),
    most,
  );
}

/** Facts for field mappings that have no field of their own. */
function attributesOf({ rule, attributes = {} }: Observation): Record<string, string | string[]> | undefined {
  const facts: Record<string, string | string[]> = {};
  if (rule !== '') facts['rule'] = clampText(rule, longestFact);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value.length === 0) continue;
    facts[name] = typeof value === 'string' ? clampText(value, longestFact) : distinct(value, mostIds);
  }
  return Object.keys(facts).length === 0 ? undefined : facts;
}
