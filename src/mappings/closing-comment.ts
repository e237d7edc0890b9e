/** Comments that say why the app moved an issue. */
import type { LinkRecord, MadeIssue } from '../contract/link-record';
import { issueMade } from '../core/sync/issues';
import { doc, paragraph } from './adf/adf';

/** What the app owes the readers of an issue that it moved. */
export function commentOn(record: LinkRecord, { owes = 'closed' }: MadeIssue): object {
  const { key = '', category } = issueMade(record, 'product') ?? {};
  const another = 'another product issue that is linked to this one';
  switch (owes) {
    case 'closed':
      return doc([paragraph(`Closed because ${category === 'done' ? key : another} is done.`)]);
    case 'reopened':
      return doc([paragraph(`Reopened because ${category === 'done' ? another : key} is no longer done.`)]);
    case 'expired':
      return doc([paragraph(`Reopened because the risk was accepted ${untilWhen(record)} only.`)]);
    case 'stillReported':
      return doc([paragraph('Reopened because the portal still reports this finding as open.')]);
  }
}

function untilWhen({ facts: { acceptedUntil } }: LinkRecord): string {
  return acceptedUntil === undefined ? 'for a time' : `until ${acceptedUntil}`;
}
