/** Comments that say why the app moved an issue. */
import type { LinkRecord, MadeIssue } from '../contract/link-record';
import type { Language } from '../contract/language';
import { issueMade } from '../core/sync/issues';
import { doc, paragraph } from './adf/adf';
import type { AdfDocument } from './adf/types';
import { issueWords } from './words/issue-words';

/** What the app owes the readers of an issue that it moved, in the language of its space. */
export function commentOn(
  record: LinkRecord,
  { owes = 'closed' }: MadeIssue,
  language: Language,
): AdfDocument {
  const { key = '', category } = issueMade(record, 'product') ?? {};
  const words = issueWords[language];
  const isDone = category === 'done';
  const said = {
    closed: () => words.closedBecause(isDone ? key : words.anotherIssue),
    reopened: () => words.reopenedBecause(isDone ? words.anotherIssue : key),
    expired: () => words.acceptanceEnded(record.facts.acceptedUntil),
    stillReported: () => words.stillReported,
    emptied: () => words.groupEmptied,
  };
  return doc([paragraph(said[owes]())]);
}
