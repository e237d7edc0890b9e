import { doc, paragraph } from '../../src/mappings/adf/adf';
import { commentOn } from '../../src/mappings/closing-comment';
import { issueOf, recordOf } from '../core/builders';

const facts = { ...recordOf().facts, acceptedUntil: '2026-02-01' };
const record = recordOf({ facts, issues: { product: issueOf({ key: 'WEB-1' }) } });

test.each([
  ['closed', 'Closed because WEB-1 is done.'],
  ['reopened', 'Reopened because WEB-1 is no longer done.'],
  ['expired', 'Reopened because the risk was accepted until 2026-02-01 only.'],
] as const)('a comment says why an issue was moved: %s', (owes, words) => {
  expect(commentOn(record, issueOf({ owes }))).toEqual(doc([paragraph(words)]));
});
