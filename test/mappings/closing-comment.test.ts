import { doc, paragraph } from '../../src/mappings/adf/adf';
import { commentOn } from '../../src/mappings/closing-comment';
import { issueOf, recordOf } from '../core/builders';

const facts = { ...recordOf().facts, acceptedUntil: '2026-02-01' };
const another = 'another product issue that is linked to this one';

test.each([
  ['closed', 'done', 'Closed because WEB-1 is done.'],
  ['closed', 'new', `Closed because ${another} is done.`],
  ['reopened', 'indeterminate', 'Reopened because WEB-1 is no longer done.'],
  ['reopened', 'done', `Reopened because ${another} is no longer done.`],
  ['expired', 'new', 'Reopened because the risk was accepted until 2026-02-01 only.'],
] as const)('a comment says why an issue was %s while the product issue is %s', (owes, category, words) => {
  const record = recordOf({ facts, issues: { product: issueOf({ key: 'WEB-1', category }) } });
  expect(commentOn(record, issueOf({ owes }), 'en')).toEqual(doc([paragraph(words)]));
});
