import type { FindingFacts } from '#contract/link-record';
import { isolated } from '../../shared/isolated';
import type { Texts } from '../texts/language';
import { dueInWords } from './due-date';
import { isOpen } from './status';

/** One fact of the second line. `urgent`: something is late. */
export interface Fact {
  readonly text: string;
  readonly urgent: boolean;
}

const SHOWN_IDS = 3;

/** CVE, CWE, CVSS, location, tool and due date, as far as the finding has them. `today` is the viewer's day, YYYY-MM-DD. */
export function factsOf(finding: FindingFacts, today: string, texts: Texts): readonly Fact[] {
  const { cve = [], cwe = [], tool } = finding;
  const plain = [ids(cve, texts), ids(cwe, texts), cvss(finding.cvss), location(finding.location), tool];
  const facts = plain
    .filter((text) => text !== undefined && text !== '')
    .map((text) => ({ text: isolated(String(text)), urgent: false }));
  return [...facts, ...dueFact(finding, today, texts)];
}

function ids(all: readonly string[], texts: Texts): string | undefined {
  if (all.length === 0) return undefined;
  const more = all.length - SHOWN_IDS;
  const shown = all.slice(0, SHOWN_IDS).join(', ');
  return more > 0 ? texts.more(shown, more) : shown;
}

function cvss(of: FindingFacts['cvss']): string | undefined {
  if (of?.score !== undefined) return `CVSS ${of.score.toFixed(1)}`;
  return of?.vector;
}

function location(of: FindingFacts['location']): string | undefined {
  if (of === undefined) return undefined;
  const file =
    of.file === undefined ? undefined : of.file + (of.line === undefined ? '' : `:${String(of.line)}`);
  return file ?? of.component ?? of.image ?? of.url;
}

/** A finding that is done with is not late any more. */
function dueFact({ dueDate, status }: FindingFacts, today: string, texts: Texts): readonly Fact[] {
  if (dueDate === undefined || !isOpen(status)) return [];
  const { text, overdue } = dueInWords(dueDate, today, texts);
  return [{ text, urgent: overdue }];
}
