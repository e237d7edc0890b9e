/** What a template makes of a finding: by the code that writes issues, and nothing is written. */
import type { AdminOutputs, AdminParsed } from '../../contract/api';
import { Finding } from '../../contract/finding';
import type { FieldProblem } from '../../contract/invalid-fields';
import type { OfferedFinding } from '../../contract/template-calls';
import { keptFinding } from '../../core/sync/kept-finding';
import { withBorders } from '../../mappings/description-block';
import { oneLine } from '../../mappings/summary';
import { builtInTexts } from '../../mappings/templates/built-in/built-in';
import { loadTemplates } from '../../mappings/templates/load-templates';
import { type WrittenText, writeDescription, writeSummary } from '../../mappings/templates/write-issue';
import type { ReadPorts } from '../ports';

const mostOffered = 20;

/** The built-in texts of every language, and the findings with the newest snapshots. */
export async function offeredTemplates(ports: ReadPorts): Promise<AdminOutputs['templates.offered']> {
  const builtIn = { en: builtInTexts('en'), de: builtInTexts('de'), ru: builtInTexts('ru') };
  const { records } = await ports.links.newest();
  const some = records.slice(0, mostOffered);
  const snapshots = await ports.snapshots.readMany(some.map(({ key }) => key));
  const findings = some.flatMap(({ key, record }): OfferedFinding[] => {
    const { id, product, title, kind } = keptFinding(record, snapshots.get(key)) ?? {};
    return id !== undefined && product !== undefined && title !== undefined && kind !== undefined
      ? [{ key, id, product, title, kind }]
      : [];
  });
  return { builtIn, findings };
}

/** The summary and description; undefined: nothing is kept of the finding any more. */
export async function previewTemplate(
  ports: ReadPorts,
  { template: texts, language, role, finding: key }: AdminParsed<'templates.preview'>,
): Promise<AdminOutputs['templates.preview'] | undefined> {
  const finding = key === undefined ? example : await findingAt(ports, key);
  if (!finding) return undefined;
  const templates = await loadTemplates();
  const chosen = { id: finding.kind, mode: texts.mode, texts };
  const of = { finding, role, language };
  const summary = writeSummary(templates, chosen, of);
  const description = writeDescription(templates, chosen, of);
  return {
    summary: oneLine(summary.value ?? '') || oneLine(finding.title),
    description: texts.mode === 'append' ? withBorders(description.value, language) : description.value,
    errors: [...problemOf('summary', summary), ...problemOf('description', description)],
  };
}

function problemOf(path: string, { failed }: WrittenText<unknown>): FieldProblem[] {
  if (!failed) return [];
  const { line, column, said } = failed;
  return [{ path, message: { code: 'templateError', line, column, said } }];
}

async function findingAt(ports: ReadPorts, key: string): Promise<Finding | undefined> {
  const record = (await ports.links.getMany([key])).get(key);
  return record && keptFinding(record, (await ports.snapshots.readMany([key])).get(key));
}

/** Where no portal has sent anything yet. */
const example: Finding = Finding.parse({
  id: 'EXAMPLE-1',
  product: 'shop',
  title: 'SQL injection in the search',
  severity: 'high',
  description: 'The parameter `q` goes into the query **as it is**.\n\n- any visitor can read every order',
  remediation: 'Use a prepared statement.',
  url: 'https://portal.example.com/findings/EXAMPLE-1',
  cve: ['CVE-2026-1234'],
  cwe: ['CWE-89'],
  cvss: { score: 8.6, vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L' },
  epss: 0.42,
  kev: true,
  tool: 'Scanner',
  location: { file: 'src/search.ts', line: 42, component: 'search 2.1.0', branch: 'main' },
  assets: ['shop.example.com'],
  tags: ['web'],
  dueDate: '2026-12-31',
  firstSeen: '2026-11-01T08:00:00Z',
});
