import type { BuiltInStatus } from '../../contract/finding';
import { plainToMarkdown } from '../markdown';
import { fileBelow, filePath } from '../reading/file-path';
import { moreLinks } from '../reading/links';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { updateTo, versionsOf } from '../reading/updates';
import type { Match } from './report';

/** What the report says of all its matches. */
export interface Around {
  readonly part: number;
  readonly place: Place;
  /** The folder that was looked at; undefined: an image. */
  readonly folder: string | undefined;
}

/** One finding of a match: a package at a path. */
export function observe(match: Match, around: Around): Observation[] {
  const { vulnerability, artifact, relatedVulnerabilities = [] } = match;
  const related = relatedVulnerabilities.filter((one) => one !== undefined);
  const { id, description = '', fix = {} } = vulnerability;
  const all = [vulnerability, ...related];
  const names = related.flatMap((one) => one.id ?? []);
  const about = all.map((one) => one.description ?? '').find((text) => text !== '') ?? '';
  return [
    {
      part: around.part,
      rule: id,
      oldRules: names,
      place: {
        ...around.place,
        ...fileOf(match, around.folder),
        package: { name: artifact.name, version: artifact.version, purl: artifact.purl },
      },
      telling: { message: description },
      headline: firstSentence(about) || id,
      severity: vulnerability.severity,
      ...judgementOf(match),
      description: [plainToMarkdown(about)],
      remediation: [
        updateTo(artifact.name, fix.versions ?? []),
        moreLinks(all.flatMap((one) => [one.dataSource, ...(one.urls ?? [])])),
      ],
      cve: [id, ...names],
      cwe: all.flatMap((one) => (one.cwes ?? []).map((each) => each?.cwe)),
      ratings: all.flatMap((one) =>
        (one.cvss ?? []).map((each) => ({
          vector: each?.vector,
          score: each?.metrics?.baseScore,
          version: each?.version,
        })),
      ),
      epss: all.flatMap((one) => one.epss ?? []).find((one) => one?.epss !== undefined)?.epss,
      kev: all.some((one) => (one.knownExploited ?? []).length > 0),
      attributes: {
        installedVersion: artifact.version,
        fixedVersion: versionsOf(fix.versions ?? []),
        fixStatus: fix.state,
        packageType: artifact.type,
      },
    },
  ];
}

/** The first of the paths in their order, which the tool lists in any; those of what only supports the match are none. */
function fileOf({ artifact: { locations = [] } }: Match, folder: string | undefined): Pick<Place, 'file'> {
  const primary = locations.filter((one) => one?.annotations?.evidence === 'primary');
  const paths = (primary.length > 0 ? primary : locations)
    .flatMap((one) => one?.path ?? one?.accessPath ?? [])
    .toSorted();
  const [first = ''] = paths;
  if (first === '') return {};
  return { file: folder === undefined ? filePath(first) : fileBelow(folder, first) };
}

const byVex: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['not_affected', 'rejected'],
  ['fixed', 'resolved'],
  ['affected', 'verified'],
  ['under_investigation', 'unverified'],
]);

/** Whoever ignores a match by a rule accepts it; a VEX document says more. */
function judgementOf({ appliedIgnoreRules }: Match): Pick<Observation, 'status' | 'gone'> {
  if (appliedIgnoreRules === undefined || appliedIgnoreRules.length === 0) return {};
  const vex = appliedIgnoreRules.map((rule) => byVex.get(rule?.['vex-status']?.trim().toLowerCase() ?? ''));
  const status = vex.find((one) => one !== undefined) ?? 'permanently_risk_accepted';
  return { status, ...(status === 'resolved' && { gone: true }) };
}

/** Says whether the tool itself passes over a match, by a rule that comes with it. */
export function isBuiltIn({ appliedIgnoreRules = [] }: Match): boolean {
  return appliedIgnoreRules.some((rule) => (rule?.['match-type'] ?? '') !== '');
}
