import type { BuiltInStatus } from '../../contract/finding';
import { plainToMarkdown } from '../markdown';
import { codeBlock } from '../reading/code-block';
import { filePath } from '../reading/file-path';
import { moreLinks } from '../reading/links';
import type { Rating } from '../reading/cvss';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { updateTo } from '../reading/updates';
import type { License, Misconfiguration, Modified, Secret, Vulnerability } from './report';

/** Where the results of one target are. */
export interface Around {
  readonly part: number;
  readonly place: Place;
}

/** A vulnerable package. */
export function observeVulnerability(vulnerability: Vulnerability, { part, place }: Around): Observation[] {
  const { VulnerabilityID: id, PkgName: name, PkgPath = '', Title = '', Description = '' } = vulnerability;
  const { InstalledVersion: version, FixedVersion: fixed } = vulnerability;
  const inFile = PkgPath === '' ? {} : { file: filePath(PkgPath) };
  return [
    {
      part,
      rule: id,
      oldRules: (vulnerability.VendorIDs ?? []).filter((one) => one !== undefined),
      place: { ...place, ...inFile, package: { name, version, purl: vulnerability.PkgIdentifier?.PURL } },
      telling: { message: Title },
      headline: firstSentence(Title) || firstSentence(Description) || id,
      severity: vulnerability.Severity,
      ...(vulnerability.Status === 'not_affected' && { status: 'rejected' as const }),
      description: [Description],
      remediation: [
        updateTo(name, [fixed]),
        moreLinks([vulnerability.PrimaryURL, ...(vulnerability.References ?? [])]),
      ],
      cve: [id, ...(vulnerability.VendorIDs ?? [])],
      cwe: vulnerability.CweIDs ?? [],
      ratings: ratingsOf(vulnerability),
      attributes: { installedVersion: version, fixedVersion: fixed, fixStatus: vulnerability.Status },
    },
  ];
}

/** Whoever gave the severity rates first, then the usual sources. */
function ratingsOf({ CVSS = {}, SeveritySource = '' }: Vulnerability): Rating[] {
  const names = [...new Set([SeveritySource, 'nvd', 'ghsa', 'redhat', ...Object.keys(CVSS)])];
  return names.slice(0, 20).flatMap((name) => {
    const score = Object.hasOwn(CVSS, name) ? CVSS[name] : undefined;
    if (score === undefined) return [];
    return [
      { vector: score.V40Vector, score: score.V40Score, version: '4.0' },
      { vector: score.V3Vector, score: score.V3Score, version: '3.1' },
      { vector: score.V2Vector, score: score.V2Score, version: '2.0' },
    ].filter(({ vector, score: given }) => vector !== undefined || given !== undefined);
  });
}

const met: ReadonlySet<string> = new Set(['PASS', 'EXCEPTION']);

/** A check that a file or resource does not meet; none for one that it does. */
export function observeMisconfiguration(check: Misconfiguration, { part, place }: Around): Observation[] {
  if (met.has(check.Status?.trim().toUpperCase() ?? '')) return [];
  const { Title = '', Description = '', Message = '', CauseMetadata: cause } = check;
  const rule = check.ID ?? check.AVDID ?? '';
  return [
    {
      part,
      rule,
      oldRules: [...(check.AVDID === undefined ? [] : [check.AVDID]), ...otherNamesOf(rule)],
      place: { ...place, resource: cause?.Resource || place.resource, line: cause?.StartLine },
      telling: { message: Message },
      headline: firstSentence(Title) || firstSentence(Message) || rule,
      severity: check.Severity,
      kind: 'compliance_violation',
      description: [...[Message, Description].map(plainToMarkdown), codeBlock(causeOf(check))],
      remediation: [
        plainToMarkdown(check.Resolution ?? ''),
        moreLinks([check.PrimaryURL, ...(check.References ?? [])]),
      ],
      attributes: { service: cause?.Service, provider: cause?.Provider },
    },
  ];
}

/** Trivy's own checks are called DS002, AVD-DS-0002 and DS-0002, by its versions. */
function otherNamesOf(rule: string): string[] {
  const [, letters = '', digits = ''] = /^(?:AVD-)?([A-Z]{2,10})-?(\d{3,4})$/.exec(rule) ?? [];
  if (letters === '') return [];
  const number = digits.padStart(4, '0');
  return [`${letters}-${number}`, `AVD-${letters}-${number}`, `${letters}${number.replace(/^0/, '')}`];
}

/** The lines that are to blame; where none is marked, all that are shown. */
function causeOf({ CauseMetadata }: Misconfiguration): string {
  const lines = (CauseMetadata?.Code?.Lines ?? []).flatMap((line) => line ?? []);
  const blamed = lines.filter(({ IsCause }) => IsCause === true);
  return (blamed.length > 0 ? blamed : lines).map(({ Content = '' }) => Content).join('\n');
}

/** A secret in a file. The line that holds it is not copied, only used to find it again. */
export function observeSecret(secret: Secret, { part, place }: Around): Observation[] {
  const { RuleID: rule, Title = '', Category: category } = secret;
  return [
    {
      part,
      rule,
      place: { ...place, line: secret.StartLine },
      telling: { code: secret.Match, message: Title },
      headline: firstSentence(Title) || rule,
      severity: secret.Severity,
      description: [plainToMarkdown(`A secret is in this file: ${Title === '' ? rule : Title}.`)],
      remediation: [plainToMarkdown('Revoke the secret, then remove it from the file and its history.')],
      tags: ['secret', category],
      attributes: { category },
    },
  ];
}

/** What Trivy itself rates as harmless: conditions that need no action. */
const harmless: ReadonlySet<string> = new Set(['notice', 'permissive', 'unencumbered']);

/** A licence that demands something of whoever uses the package; none for others. */
export function observeLicense(license: License, { part, place }: Around): Observation[] {
  const { Name: name, PkgName = '', FilePath = '', Category = '' } = license;
  if (harmless.has(Category.trim().toLowerCase())) return [];
  const inFile = FilePath === '' ? {} : { file: filePath(FilePath) };
  return [
    {
      part,
      rule: `license:${name}`,
      place: { ...place, ...inFile, ...(PkgName !== '' && { package: { name: PkgName } }) },
      headline: `Licence ${name}${Category === '' ? '' : ` (${Category})`}`,
      severity: license.Severity,
      kind: 'compliance_violation',
      description: [
        plainToMarkdown(`The licence is ${name}${Category === '' ? '' : `, category ${Category}`}.`),
      ],
      remediation: [moreLinks([license.Link])],
      tags: ['licence', Category],
      attributes: { category: Category },
    },
  ];
}

const statuses: ReadonlyMap<string, BuiltInStatus> = new Map([
  ['ignored', 'permanently_risk_accepted'],
  ['not_affected', 'rejected'],
  ['fixed', 'resolved'],
  ['affected', 'verified'],
]);

/** What a list of exceptions or a VEX document says of results. */
export function judged(
  observed: readonly Observation[],
  { Status = '', Statement = '' }: Modified,
): Observation[] {
  const status = statuses.get(Status.trim().toLowerCase()) ?? 'unverified';
  return observed.map((one) => ({
    ...one,
    status,
    ...(status === 'resolved' && { gone: true }),
    description: [...(one.description ?? []), plainToMarkdown(Statement)],
  }));
}
