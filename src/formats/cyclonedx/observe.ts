import type { BuiltInStatus } from '../../contract/finding';
import { plainToMarkdown } from '../markdown';
import { moreLinks } from '../reading/links';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { updateTo, versionsOf } from '../reading/updates';
import type { Vulnerability } from './bom';
import { type Components, placeOfRef } from './components';

/** What a document holds around its vulnerabilities. */
export interface Around {
  readonly part: number;
  readonly components: Components;
  readonly subject: Pick<Place, 'image' | 'whole'>;
}

/** From so many affected components on, what all of them share is told in short. */
const many = 20;
const shortText = 500;
const shortList = 5;

/** One finding for each component that the vulnerability affects; one for the whole where it names none. */
export function observe(vulnerability: Vulnerability, around: Around): Observation[] {
  const affects = (vulnerability.affects ?? []).filter((one) => one !== undefined);
  const shared = affects.length > many ? sharedOf(inShort(vulnerability)) : sharedOf(vulnerability);
  if (affects.length === 0) return [{ ...shared, part: around.part, place: around.subject }];
  return affects.map(({ ref = '', versions }) => {
    const place = placeOfRef(ref, around.components);
    const fixed = shared.fixed;
    const state = stateOf(vulnerability, place.package?.version, versions);
    return {
      ...shared,
      part: around.part,
      place: { ...around.subject, ...place },
      ...state,
      remediation: [...shared.remediation, updateTo(place.package?.name ?? '', place.package ? fixed : [])],
      attributes: { ...shared.attributes, installedVersion: place.package?.version },
    };
  });
}

/** Ten thousand findings may come of one vulnerability: none of them repeats all of it. */
function inShort(vulnerability: Vulnerability): Vulnerability {
  const { description, detail, recommendation, workaround, analysis } = vulnerability;
  const short = (text: string | undefined) => text?.slice(0, shortText);
  return {
    ...vulnerability,
    description: short(description),
    detail: short(detail),
    recommendation: short(recommendation),
    workaround: short(workaround),
    analysis: analysis && { ...analysis, detail: short(analysis.detail) },
    references: vulnerability.references?.slice(0, shortList),
    ratings: vulnerability.ratings?.slice(0, shortList),
    cwes: vulnerability.cwes?.slice(0, shortList),
    properties: vulnerability.properties?.slice(0, shortList),
  };
}

function sharedOf(vulnerability: Vulnerability) {
  const { id, description = '', detail = '', analysis, source, ratings = [] } = vulnerability;
  const aliases = (vulnerability.references ?? []).flatMap((one) => one?.id ?? []);
  const own = ratings.filter((one) => one !== undefined);
  // The source that the vulnerability is of rates it first.
  const ordered = own.toSorted((one, other) => Number(isOf(other, source)) - Number(isOf(one, source)));
  const scored = ordered.filter(
    ({ method = 'CVSS', source: by }) => /^CVSS/i.test(method) && !isEpss(by?.name),
  );
  const fixed = (vulnerability.properties ?? []).flatMap((one) =>
    /fixed_?versions?$/i.test(one?.name ?? '') ? (one?.value ?? []) : [],
  );
  return {
    rule: id,
    oldRules: aliases,
    headline: firstSentence(description) || firstSentence(detail) || id,
    severity: ordered.find(({ severity = '' }) => !/^(?:unknown|none|)$/i.test(severity))?.severity,
    ...stateOf(vulnerability, undefined, undefined),
    telling: { message: description },
    description: [plainToMarkdown(description), detail, verdictOf(analysis)],
    remediation: [
      plainToMarkdown(vulnerability.recommendation ?? ''),
      plainToMarkdown(vulnerability.workaround ?? ''),
      moreLinks([source?.url, ...(vulnerability.advisories ?? []).map((one) => one?.url)]),
    ],
    cve: [id, ...aliases],
    cwe: vulnerability.cwes ?? [],
    ratings: scored.map(({ score, vector, method }) => ({ score, vector, version: method })),
    epss: ordered.find(({ source: by, score = 2 }) => isEpss(by?.name) && score <= 1)?.score,
    fixed,
    attributes: { fixedVersion: versionsOf(fixed), justification: analysis?.justification },
  };
}

type Rating = NonNullable<NonNullable<Vulnerability['ratings']>[number]>;

function isOf({ source }: Rating, wanted: Vulnerability['source']): boolean {
  return source?.name !== undefined && source.name.toLowerCase() === wanted?.name?.toLowerCase();
}

function isEpss(name = ''): boolean {
  return /\bepss\b/i.test(name);
}

/** Why somebody judged it as they did. */
function verdictOf(analysis: Vulnerability['analysis']): string {
  const { state = '', justification = '', detail = '', response = [] } = analysis ?? {};
  const told = [justification, ...response].flatMap((word) => (word ? [word.replaceAll('_', ' ')] : []));
  if (told.length === 0 && detail === '') return '';
  const head = `Analysis: ${[state.replaceAll('_', ' '), ...told].filter((word) => word !== '').join(', ')}`;
  return plainToMarkdown([head, detail].filter((text) => text !== '').join('\n\n'));
}

const statuses: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['exploitable', 'verified'],
  ['in_triage', 'unverified'],
  ['false_positive', 'rejected'],
  ['not_affected', 'rejected'],
  ['resolved', 'resolved'],
  ['resolved_with_pedigree', 'resolved'],
]);

type Versions = NonNullable<NonNullable<Vulnerability['affects']>[number]>['versions'];

/** By the analysis; without one, a component whose own version is called unaffected is not affected. */
function stateOf(
  { analysis }: Vulnerability,
  version: string | undefined,
  versions: Versions,
): Pick<Observation, 'status' | 'gone'> {
  const judged = statuses.get(analysis?.state?.trim().toLowerCase() ?? '');
  const own = (versions ?? []).find((one) => one?.version !== undefined && one.version === version);
  const status = judged ?? (own?.status === 'unaffected' ? 'rejected' : 'unverified');
  return { status, ...(status === 'resolved' && { gone: true }) };
}
