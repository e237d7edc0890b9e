import type { Format, ReadOptions, ReportReading, Source } from '../format';
import type { IncompleteReason } from '../../contract/report';
import { imageName } from '../reading/place-text';
import { frameOf, Reading } from '../reading/reading';
import { firstImage, scopeText } from '../reading/scope';
import { firstIn, valueIn } from '../source';
import { observe } from './observe';
import { Report, Vulnerability } from './report';

/** GitLab's security reports: SAST, dependencies, containers, secrets, DAST and others of their form. */
export const gitlab: Format = {
  name: 'gitlab',
  title: 'GitLab security reports 15 (SAST, dependencies, containers, secrets, DAST)',
  complete:
    'the type of scan, and of containers the image without tag, of DAST the host; it proves nothing where scan.status is not "success" or a message is fatal, or where an image or host is not named',
  signs: 'version and vulnerabilities beside scan, or with identifiers',
  recognises: ({ document }) => {
    const vulnerabilities = valueIn(document, 'vulnerabilities');
    if (!Array.isArray(vulnerabilities) || typeof valueIn(document, 'version') !== 'string') return false;
    const first = firstIn(vulnerabilities);
    return valueIn(document, 'scan') !== undefined || Array.isArray(valueIn(first, 'identifiers'));
  },
  read,
};

const isA = 'a security report of GitLab in JSON: an object with version, scan and vulnerabilities';

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const read = frameOf(document, Report, isA);
  if (!read.ok) return read;
  const report = read.frame;
  const type = report.scan?.type ?? '';
  const failure = failureOf(report);
  const scanned = scannedHost(report);
  const partOf = (vulnerability: Vulnerability | undefined) => {
    const target = targetOf(scanned, vulnerability);
    const incomplete = failure ?? (isOfTarget(type) && target === '' ? 'noScope' : undefined);
    const scope = scopeText({ scan: type, target });
    return reading.part({ tool: toolOf(report, vulnerability), scope, ...(incomplete && { incomplete }) });
  };
  const reading = new Reading(product);
  const remedies = remediesOf(report);
  if (report.vulnerabilities.length === 0) partOf(undefined);
  reading.take(report.vulnerabilities, 'vulnerabilities', Vulnerability, (one) =>
    observe(one, { part: partOf(one), type, remedies }),
  );
  return reading.answer();
}

function toolOf({ scan }: Report, vulnerability: Vulnerability | undefined): string {
  const scanner = scan?.scanner ?? vulnerability?.scanner ?? scan?.analyzer;
  return scanner?.name || scanner?.id || 'GitLab';
}

function failureOf({ scan }: Report): IncompleteReason | undefined {
  const status = scan?.status?.trim().toLowerCase() ?? 'success';
  if (status !== 'success') return 'failed';
  const isFatal = (scan?.messages ?? []).some((one) => /^(?:fatal|error)$/i.test(one?.level ?? ''));
  return isFatal ? 'errorNotification' : undefined;
}

/** Such scans look at one image or host each: what one does not hold, another may. */
function isOfTarget(type: string): boolean {
  return ['container_scanning', 'cluster_image_scanning', 'dast', 'api_fuzzing'].includes(type);
}

function targetOf(scanned: string, vulnerability: Vulnerability | undefined): string {
  const { image = '', hostname = '' } = vulnerability?.location ?? {};
  const name = imageName(firstImage([image]));
  if (name !== '' || hostname !== '') return name || hostname;
  return scanned;
}

/** The host that a scan of hosts looked at, by the first address that it names. */
function scannedHost({ scan }: Report): string {
  const scanned = scan?.scanned_resources?.find((one) => one?.url !== undefined)?.url ?? '';
  return isOfTarget(scan?.type ?? '') && URL.canParse(scanned) ? new URL(scanned).origin : '';
}

function remediesOf({ remediations = [] }: Report): Map<string, string[]> {
  const remedies = new Map<string, string[]>();
  for (const one of remediations)
    for (const fix of one?.fixes ?? [])
      if (fix?.id !== undefined && one?.summary)
        remedies.set(fix.id, [...(remedies.get(fix.id) ?? []), one.summary].slice(0, 5));
  return remedies;
}
