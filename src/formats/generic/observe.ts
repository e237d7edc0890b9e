import type { BuiltInStatus } from '../../contract/finding';
import { filePath } from '../reading/file-path';
import type { Observation } from '../reading/observation';
import { updateTo } from '../reading/updates';
import { webAddress } from '../text';
import { z } from 'zod';
import { words } from '../reading/lenient';
import { Endpoint, type GenericFinding } from './finding';

/** One finding. */
export function observe(finding: GenericFinding, part: number): Observation[] {
  const { title, cve, component_name: component = '', component_version: version } = finding;
  const ids = idsIn(finding.vulnerability_ids);
  const endpoints = listOf(finding.endpoints).flatMap(addressOf);
  const status = statusOf(finding);
  return [
    {
      part,
      prints: [['unique_id_from_tool', finding.unique_id_from_tool]],
      rule: finding.vuln_id_from_tool || cve || ids[0] || title,
      place: {
        ...(finding.file_path && { file: filePath(finding.file_path), line: finding.line }),
        ...(component !== '' && { package: { name: component, version } }),
        url: endpoints[0],
        resource: finding.service,
      },
      telling: { partial: finding.param, message: title },
      ...(status === 'resolved' && { gone: true }),
      headline: title,
      severity: finding.severity,
      status,
      description: [
        finding.description ?? '',
        section('Impact', finding.impact),
        section('Steps to reproduce', finding.steps_to_reproduce),
        section('Severity', finding.severity_justification),
      ],
      remediation: [
        finding.mitigation ?? '',
        updateTo(component || 'the component', [finding.fix_version]),
        section('References', finding.references),
      ],
      cve: [cve, ...ids],
      cwe: [finding.cwe, ...(finding.cwes ?? [])],
      ratings: [
        { vector: finding.cvssv4, score: finding.cvssv4_score, version: '4.0' },
        { vector: finding.cvssv3, score: finding.cvssv3_score, version: '3.1' },
      ],
      epss: finding.epss_score,
      kev: finding.known_exploited === true || (finding.kev_date ?? '') !== '',
      assets: endpoints,
      tags: finding.tags ?? [],
      firstSeen: finding.date,
      attributes: { installedVersion: version, fixedVersion: finding.fix_version, service: finding.service },
    },
  ];
}

/** Decisions first, then whether it is still there, then whether somebody confirmed it. */
function statusOf(finding: GenericFinding): BuiltInStatus {
  if (finding.false_p === true || finding.out_of_scope === true || finding.duplicate === true)
    return 'rejected';
  if (finding.risk_accepted === true) return 'permanently_risk_accepted';
  const isGone =
    finding.is_mitigated === true || (finding.mitigated ?? '') !== '' || finding.active === false;
  if (isGone) return 'resolved';
  return finding.verified === true ? 'verified' : 'unverified';
}

function section(name: string, text: string | undefined): string {
  return text === undefined || text.trim() === '' ? '' : `**${name}:**\n\n${text.trim()}`;
}

const Ids = z.object({ ids: words(500, 100) });

/** Ids as texts, or as objects that hold one. */
function idsIn(value: unknown): string[] {
  const texts = listOf(value).map((one) =>
    typeof one === 'object' && one !== null && 'vulnerability_id' in one ? one.vulnerability_id : one,
  );
  return Ids.safeParse({ ids: texts }).data?.ids ?? [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [];
}

/** An endpoint as an address of the web, with https where it names no protocol. */
function addressOf(endpoint: unknown): string[] {
  const text = typeof endpoint === 'string' ? endpoint.slice(0, 2_049).trim() : partsOf(endpoint);
  if (text === '') return [];
  return [webAddress(text.includes('://') ? text : `https://${text}`)].filter((one) => one !== undefined);
}

function partsOf(endpoint: unknown): string {
  const { protocol = 'https', host = '', port = '', path = '' } = Endpoint.safeParse(endpoint).data ?? {};
  return host === ''
    ? ''
    : `${protocol}://${host}${port === '' ? '' : `:${port}`}/${path.replace(/^\//, '')}`;
}
