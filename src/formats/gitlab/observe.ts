import { plainToMarkdown } from '../markdown';
import { filePath } from '../reading/file-path';
import { moreLinks } from '../reading/links';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { webAddress } from '../text';
import type { Vulnerability } from './report';

/** What the report says of all its vulnerabilities. */
export interface Around {
  readonly part: number;
  readonly type: string;
  /** Summaries of the remediations that name a vulnerability, by its id. */
  readonly remedies: ReadonlyMap<string, readonly string[]>;
}

/** One finding of a vulnerability. Its code and evidence are not copied: they may hold the secret itself. */
export function observe(vulnerability: Vulnerability, { part, type, remedies }: Around): Observation[] {
  const { identifiers, name = '', message = '', description = '', location = {} } = vulnerability;
  const place = placeOf(vulnerability);
  const [primary] = identifiers;
  return [
    {
      part,
      rule: nameOf(primary) || name || message,
      oldRules: identifiers.slice(1).filter(isOfOneFlaw).map(nameOf),
      place,
      telling: {
        partial: signatureOf(vulnerability) || location.param,
        code: vulnerability.raw_source_code_extract ?? location.method,
        message: message || name || description,
      },
      headline: headlineOf(vulnerability),
      severity: vulnerability.severity,
      description: [description, ...flagsOf(vulnerability)],
      remediation: [
        vulnerability.solution ?? '',
        ...(remedies.get(vulnerability.id ?? '') ?? []).map(plainToMarkdown),
        linksOf(vulnerability),
      ],
      cve: identifiers.flatMap((one) => [one.value, one.name]),
      cwe: weaknessesOf(vulnerability),
      ratings: (vulnerability.cvss_vectors ?? []).map((one) => ({ vector: one?.vector })),
      tags: [type, ...(isLikelyFalse(vulnerability) ? ['likely-false-positive'] : [])],
      attributes: {
        installedVersion: place.package?.version,
        operatingSystem: location.operating_system,
        scan: type,
      },
    },
  ];
}

function nameOf(identifier: Identifier | undefined): string {
  return [identifier?.type, identifier?.value].filter(Boolean).join(':');
}

/** A kind of flaws is no other name of one. */
function isOfOneFlaw({ type = '' }: Identifier): boolean {
  return type !== '' && !/^(?:cwe|owasp|wasc|capec|sans)/i.test(type);
}

type Identifier = Vulnerability['identifiers'][number];

function headlineOf({ name = '', message = '', identifiers }: Vulnerability): string {
  return firstSentence(name) || firstSentence(message) || (identifiers[0]?.name ?? '');
}

/** Some analyzers give the rule as the value, and the weakness by its name. */
function weaknessesOf({ identifiers }: Vulnerability): string[] {
  return identifiers
    .flatMap((one) => (/^cwe$/i.test(one.type ?? '') ? [one.name ?? '', one.value] : []))
    .filter((text) => /^(?:CWE[-_:]?)?\d+$/i.test(text));
}

function linksOf({ identifiers, links = [] }: Vulnerability): string {
  return moreLinks([...identifiers.map((one) => one.url), ...links.map((one) => one?.url)]);
}

/**
 * A guess of an analyzer, also for every rule of low confidence, which GitLab shows beside a vulnerability that stays
 * open: it is told, and judges nothing.
 */
function isLikelyFalse({ flags = [] }: Vulnerability): boolean {
  return flags.some((one) => one?.type === 'flagged-as-likely-false-positive');
}

function placeOf({ location = {} }: Vulnerability): Place {
  const { dependency, kubernetes_resource: workload, hostname = '', path = '' } = location;
  const url =
    hostname === '' ? undefined : webAddress(`${hostname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`);
  const names = [workload?.namespace, workload?.kind, workload?.name, workload?.container_name];
  const named = names.filter((one) => one !== undefined && one !== '').join('/');
  const name = dependency?.package?.name;
  return {
    ...(location.file && { file: filePath(location.file), line: location.start_line }),
    ...(name && { package: { name, version: dependency.version } }),
    url,
    image: location.image,
    ...(named !== '' && { resource: named }),
  };
}

/** The most steadfast of the signatures by which GitLab itself follows a vulnerability through the code. */
const algorithms = ['rule_value', 'scope_offset_compressed', 'scope_offset'];

function signatureOf({ tracking }: Vulnerability): string {
  const signatures = (tracking?.items ?? []).flatMap((item) => item?.signatures ?? []);
  for (const algorithm of algorithms) {
    const value = signatures.find((one) => one?.algorithm === algorithm)?.value;
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

function flagsOf({ flags = [] }: Vulnerability): string[] {
  return flags.slice(0, 5).flatMap((flag) => (flag?.description ? [plainToMarkdown(flag.description)] : []));
}
