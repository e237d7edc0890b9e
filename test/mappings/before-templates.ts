/** The description as the app built it before there were templates: what the built-in ones are held to. */
import type { Finding } from '../../src/contract/finding';
import { shorten } from '../../src/core/data/text';
import { doc, heading, link, paragraph, table, tableRow, text } from '../../src/mappings/adf/adf';
import type { AdfBlock, AdfDocument } from '../../src/mappings/adf/types';
import { markdownToBlocks } from '../../src/mappings/adf/markdown-to-adf';
import { sizeOf } from '../../src/mappings/adf/shorten';
import { maxAdfLength, truncateAdf } from '../../src/mappings/adf/truncate-adf';

const longestFact = 1_000;

/** Where all is too long the prose is cut: the facts and the way to the portal stay. */
export function descriptionBefore(finding: Finding): AdfDocument {
  const facts = factBlocks(finding);
  const more =
    finding.url === undefined ? {} : { more: { text: 'Read the rest in the portal', href: finding.url } };
  const prose = truncateAdf(doc(proseBlocks(finding)), {
    limit: maxAdfLength - sizeOf(facts),
    ...more,
  }).content;
  return doc([...prose, ...facts]);
}

function proseBlocks(finding: Finding): AdfBlock[] {
  return [
    ...markdownToBlocks(finding.description ?? ''),
    ...(finding.remediation === undefined
      ? []
      : [heading(3, 'How to fix it'), ...markdownToBlocks(finding.remediation)]),
  ];
}

function factBlocks(finding: Finding): AdfBlock[] {
  return [
    heading(3, 'Details'),
    table(factsOf(finding).map(([name, value]) => tableRow([text(name, [{ type: 'strong' }]), value]))),
    ...(finding.url === undefined ? [] : [paragraph(link('Open the finding in the portal', finding.url))]),
  ];
}

function factsOf(finding: Finding): [string, string][] {
  const { location, cvss } = finding;
  const file = location?.file ?? '';
  const line = location?.line === undefined ? '' : `:${String(location.line)}`;
  const facts: [string, string | undefined][] = [
    ['Severity', finding.severity],
    ['Kind', finding.kind.replaceAll('_', ' ')],
    ['CVE', finding.cve?.join(', ')],
    ['CWE', finding.cwe?.join(', ')],
    ['CVSS', [cvss?.score === undefined ? '' : String(cvss.score), cvss?.vector ?? ''].join(' ').trim()],
    ['EPSS', finding.epss === undefined ? undefined : `${(finding.epss * 100).toFixed(1)} %`],
    ['Known to be exploited', finding.kev === undefined ? undefined : finding.kev ? 'yes' : 'no'],
    ['File', file === '' ? undefined : `${file}${line}`],
    ['Address', location?.url],
    ['Component', location?.component],
    ['Image', location?.image],
    ['Branch', location?.branch],
    ['Assets', finding.assets?.join(', ')],
    ['Tool', finding.tool],
    ['Product', finding.product],
  ];
  return facts.flatMap(([name, value = '']): [string, string][] =>
    value.trim() === '' ? [] : [[name, shorten(value, longestFact)]],
  );
}
