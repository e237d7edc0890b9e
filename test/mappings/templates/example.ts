/** A finding of which templates write, and what they write of it. */
import type { FindingInput } from '../../../src/contract/finding';
import { text } from '../../../src/mappings/adf/adf';
import { createTemplates } from '../../../src/mappings/templates/engine';
import { scopeOf } from '../../../src/mappings/templates/scope';
import { findingOf } from '../../core/builders';

export const templates = createTemplates();
const example: Partial<FindingInput> = {
  title: 'A *bold* [title](x)',
  description: 'Some **bold** text.\n\n# And a heading',
  url: 'https://portal.example.com/F-1',
  cve: ['CVE-2026-1', 'CVE-2026-2'],
  firstSeen: '2026-01-31T23:30:00Z',
  location: { file: 'src/a_b.js', line: 4 },
  attributes: { team: 'Red', 'team name': 'Red | team', code: 'one\ntwo `x`' },
  assignee: { email: 'somebody@example.com' },
  epss: 0.975,
  kev: true,
};
export const scope = (more: Partial<FindingInput> = {}, language: 'en' | 'de' | 'ru' = 'en') =>
  scopeOf({ finding: findingOf({ ...example, ...more }), role: 'product', language });

/** The blocks of a document, or what failed. */
export function blocksOf(template: string, more: Partial<FindingInput> = {}) {
  const written = templates.document(template, scope(more));
  return written.ok ? written.blocks : written;
}

export const strong = (words: string) => text(words, [{ type: 'strong' }]);
export const code = (words: string) => text(words, [{ type: 'code' }]);
