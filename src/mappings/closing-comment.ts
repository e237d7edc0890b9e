/** Comments that say why the app moved an issue. */
import type { LinkedIssue, LinkRecord } from '../contract/link-record';
import { doc, paragraph } from './adf/adf';

/** What the app owes the readers of an issue that it moved. */
export function commentOn({ facts, issues }: LinkRecord, { owes = 'closed' }: LinkedIssue): object {
  const { key = '', category } = issues.product ?? {};
  const another = 'another product issue that is linked to this one';
  switch (owes) {
    case 'closed':
      return doc([paragraph(`Closed because ${category === 'done' ? key : another} is done.`)]);
    case 'reopened':
      return doc([paragraph(`Reopened because ${category === 'done' ? another : key} is no longer done.`)]);
    case 'expired':
      return doc([
        paragraph(`Reopened because the risk was accepted until ${facts.acceptedUntil ?? ''} only.`),
      ]);
    case 'stillReported':
      return doc([paragraph('Reopened because the portal still reports this finding as open.')]);
  }
}
