import { plainToMarkdown } from '../markdown';
import { filePath } from '../reading/file-path';
import { moreLinks } from '../reading/links';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { updateTo, versionsOf } from '../reading/updates';
import { oneLine } from '../text';
import type { Event } from './event';
import { kindOf, severityOf, statusOf } from './judgement';

/** One finding of an event, however many resources and packages it names. */
export function observe(event: Event, part: number): Observation[] {
  const info = infoOf(event);
  const vulnerabilities = (event.vulnerabilities ?? []).filter((one) => one !== undefined);
  const packages = vulnerabilities.flatMap((one) =>
    [...(one.affected_packages ?? []), ...(one.packages ?? [])].filter((each) => each !== undefined),
  );
  const resources = resourcesOf(event);
  const status = statusOf(event);
  const { message = '', status_detail: detail = '', risk_details: risk = '' } = event;
  const told = [
    message,
    detail,
    info.desc ?? '',
    ...vulnerabilities.map((one) => one.desc ?? one.cve?.desc ?? ''),
  ];
  return [
    {
      part,
      prints: [['uid', isMadeUp(info.uid) ? undefined : info.uid]],
      rule: ruleOf(event),
      place: placeOf(event, resources),
      telling: { message: detail || message, ...(isMadeUp(info.uid) && { partial: info.uid }) },
      ...(status === 'resolved' && { gone: true }),
      headline: headlineOf(event),
      severity: severityOf(event),
      status,
      kind: kindOf(event),
      description: [...distinctTexts(told), risk].map(plainToMarkdown),
      remediation: remediationOf(event, packages),
      url: info.src_url,
      ...ratedBy(vulnerabilities),
      assets: resources.map(({ uid, name }) => uid ?? name),
      tags: [...(info.types ?? []), ...(event.unmapped?.categories ?? [])],
      // The time of its creation is that of the run with some tools, and would change with each.
      firstSeen: timeOf(info.first_seen_time_dt, info.first_seen_time),
      attributes: {
        ...factsOf(event, resources),
        fixedVersion: versionsOf(packages.map((one) => one.fixed_in_version)),
        installedVersion: versionsOf(packages.map((one) => one.version)),
      },
    },
  ];
}

function infoOf({ finding_info, finding }: Event) {
  return finding_info ?? finding ?? {};
}

function headlineOf(event: Event): string {
  const names = [infoOf(event).title, event.vulnerabilities?.[0]?.title, event.message];
  return names.map((name) => firstSentence(name ?? '')).find((name) => name !== '') ?? '';
}

type Vulnerabilities = readonly NonNullable<NonNullable<Event['vulnerabilities']>[number]>[];

function ratedBy(vulnerabilities: Vulnerabilities): Pick<Observation, 'cve' | 'cwe' | 'ratings' | 'epss'> {
  return {
    cve: vulnerabilities.map((one) => one.cve?.uid),
    cwe: vulnerabilities.flatMap((one) => [
      one.cwe?.uid,
      one.cve?.cwe?.uid,
      one.cve?.cwe_uid,
      ...(one.cve?.related_cwes ?? []).map((each) => each?.uid),
    ]),
    ratings: vulnerabilities.flatMap((one) =>
      (one.cve?.cvss ?? []).map((each) => ({
        vector: each?.vector_string,
        score: each?.overall_score ?? each?.base_score,
        version: each?.version,
      })),
    ),
    epss: vulnerabilities.find((one) => one.cve?.epss?.score !== undefined)?.cve?.epss?.score,
  };
}

function factsOf({ cloud, compliance, status_code }: Event, resources: Found): Observation['attributes'] {
  return {
    account: cloud?.account?.uid,
    region: cloud?.region ?? resources[0]?.region,
    resourceType: resources[0]?.type,
    result: status_code,
    control: compliance?.control,
    requirements: [...(compliance?.requirements ?? []), ...(compliance?.standards ?? [])],
  };
}

function resourcesOf({ resources = [], resource }: Event) {
  return [...resources, resource].filter((one) => one !== undefined);
}

/** Some tools make up a new uid for each event: one that is nothing but random only tells events apart. */
function isMadeUp(uid = ''): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(uid);
}

/** What found it: the check, the analytic, the control or the vulnerability, before the words of its title. */
function ruleOf(event: Event): string {
  const info = infoOf(event);
  const names = [
    event.vulnerabilities?.find((one) => one?.cve?.uid)?.cve?.uid,
    event.metadata?.event_code,
    info.analytic?.uid,
    info.analytic?.name,
    event.compliance?.control,
    info.types?.find((type) => type),
    info.title,
    event.message,
  ];
  return names.find((name) => name !== undefined && name.trim() !== '') ?? '';
}

type Found = ReturnType<typeof resourcesOf>;

function placeOf(event: Event, resources: Found): Place {
  const vulnerability = event.vulnerabilities?.find((one) => one !== undefined);
  const found = [...(vulnerability?.affected_packages ?? []), ...(vulnerability?.packages ?? [])].find(
    (one) => one?.name,
  );
  const code = vulnerability?.affected_code?.find((one) => one?.file?.path ?? one?.file?.name);
  const path = code?.file?.path ?? code?.file?.name ?? found?.path ?? '';
  const names = resources.map(({ namespace, uid, name }) =>
    [namespace, uid ?? name].filter((part) => part !== undefined && part !== '').join('/'),
  );
  return {
    ...(path !== '' && { file: filePath(path), line: code?.start_line }),
    ...(found?.name !== undefined && {
      package: { name: found.name, version: found.version, purl: found.purl },
    }),
    resource: names.toSorted().find((name) => name !== ''),
  };
}

function remediationOf(
  event: Event,
  packages: readonly { name?: string | undefined; fixed_in_version?: string | undefined }[],
): string[] {
  const remediation = event.remediation ?? event.finding?.remediation;
  const references = event.remediation?.references ?? event.finding?.remediation?.kb_articles ?? [];
  return [
    plainToMarkdown(remediation?.desc ?? ''),
    ...(event.vulnerabilities ?? []).map((one) => plainToMarkdown(one?.remediation?.desc ?? '')),
    ...packages.slice(0, 20).map((one) => updateTo(one.name ?? 'the package', [one.fixed_in_version])),
    moreLinks([
      ...references,
      event.unmapped?.related_url,
      ...(event.vulnerabilities ?? []).flatMap((one) => one?.references ?? []),
    ]),
  ];
}

/** A time as text, or as seconds or milliseconds. */
function timeOf(text: string | undefined, number: string | undefined): string | number | undefined {
  if (text !== undefined && text !== '') return /z|[+-]\d\d:?\d\d$/i.test(text) ? text : `${text}Z`;
  return number === undefined || number === '' ? undefined : Number(number);
}

/** Texts that say something new. */
function distinctTexts(texts: readonly string[]): string[] {
  const known = new Set<string>();
  return texts.filter((text) => {
    const line = oneLine(text);
    const isNew = line !== '' && !known.has(line);
    known.add(line);
    return isNew;
  });
}
