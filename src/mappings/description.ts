import type { Finding } from '../contract/finding';
import type { GroupMember } from '../contract/group';
import { shorten } from '../core/data/text';
import { doc, heading, link, paragraph, table, tableRow, text, rule } from './adf/adf';
import type { AdfBlock, AdfDocument } from './adf/types';
import { markdownToBlocks } from './adf/markdown-to-adf';
import { sizeOf } from './adf/shorten';
import { maxAdfLength, truncateAdf } from './adf/truncate-adf';
import { plainText } from './adf/plain-text';
import type { BuiltIn } from './mapping';
import { memberBlocks } from './members-table';

/** Hundreds of assets are for the portal to list. All facts at their longest are two thirds of what Jira takes. */
const longestFact = 1_000;

/** What the finding is, how to fix it, where it is and the way back to the portal; never longer than Jira takes. */
export const description: BuiltIn = {
  jiraField: () => 'description',
  draft: ({ finding, members }) => {
    const value = fitted(finding, members);
    return { value, comparable: plainText(value) };
  },
  read: plainText,
};

/** The new text, a line, and what stands in Jira already; the older part is cut where both are too long. */
export function appendedDescription(current: unknown, addition: unknown): unknown {
  if (!isDocument(current) || !isDocument(addition) || current.content.length === 0) return addition;
  return truncateAdf(doc([...addition.content, rule(), ...current.content]));
}

function isDocument(value: unknown): value is AdfDocument {
  return typeof value === 'object' && value !== null && 'content' in value && Array.isArray(value.content);
}

/** Beside a long list of findings there is room for so much prose (characters of JSON). */
const proseBesideMembers = 6_000;

/** Where all is too long the prose is cut: the facts, the findings of a group and the way to the portal stay. */
function fitted(finding: Finding, members?: readonly GroupMember[]): AdfDocument {
  const own = factBlocks(finding);
  const room = maxAdfLength - sizeOf(own) - Math.min(proseBesideMembers, sizeOf(proseBlocks(finding)));
  const facts = members ? [...memberBlocks(members, room), ...own] : own;
  const more =
    finding.url === undefined ? {} : { more: { text: 'Read the rest in the portal', href: finding.url } };
  const prose = truncateAdf(doc(proseBlocks(finding)), {
    limit: maxAdfLength - sizeOf(facts),
    ...more,
  }).content;
  return doc([...prose, ...facts]);
}

/** Behind a text that fills the field by itself nothing more would be seen, so nothing more is read. */
function proseBlocks(finding: Finding): AdfBlock[] {
  const told = markdownToBlocks(finding.description ?? '');
  if (finding.remediation === undefined || sizeOf(told) > maxAdfLength) return told;
  return [...told, heading(3, 'How to fix it'), ...markdownToBlocks(finding.remediation)];
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
  const line = location?.line === undefined ? '' : `:${String(location.line)}`;
  const facts: [string, string | undefined][] = [
    ['Severity', finding.severity],
    ['Kind', finding.kind.replaceAll('_', ' ')],
    ['CVE', finding.cve?.join(', ')],
    ['CWE', finding.cwe?.join(', ')],
    ['CVSS', [cvss?.score === undefined ? '' : String(cvss.score), cvss?.vector ?? ''].join(' ').trim()],
    ['EPSS', finding.epss === undefined ? undefined : `${(finding.epss * 100).toFixed(1)} %`],
    ['Known to be exploited', finding.kev === undefined ? undefined : finding.kev ? 'yes' : 'no'],
    ['File', location?.file === undefined ? undefined : `${location.file}${line}`],
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
