import type { EscalationStep } from '../../src/contract/sla';
import { doc, mention, paragraph, text } from '../../src/mappings/adf/adf';
import { commentOn } from '../../src/mappings/closing-comment';
import { stepComment } from '../../src/mappings/step-comment';
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

test.each([
  ['stillReported', 'Reopened because the portal still reports this finding as open.'],
  ['emptied', 'No finding is left in this issue'],
  [undefined, 'Closed because WEB-1 is done.'],
] as const)('a comment of an issue that owes %s', (owes, words) => {
  const record = recordOf({ issues: { product: issueOf({ key: 'WEB-1', category: 'done' }) } });
  const said = JSON.stringify(commentOn(record, issueOf(owes && { owes }), 'en'));
  expect(said).toContain(words);
});

test('a comment names no product issue where there is none', () => {
  expect(commentOn(recordOf(), issueOf({ owes: 'closed' }), 'en')).toEqual(
    doc([paragraph(`Closed because ${another} is done.`)]),
  );
});

const step: EscalationStep = { id: 'late', clock: 'fix', days: 1, do: [] };

test('a step says its words to whom it names, and below them its day and which step it is', () => {
  const comment = stepComment(
    { kind: 'comment', text: 'Look.', mention: { id: 'a', name: 'A' } },
    step,
    '2026-01-22',
  );
  expect(comment).toEqual(
    doc([
      paragraph([mention('a', 'A'), ...text(' '), ...text('Look.')]),
      paragraph(text('To be fixed by 2026-01-22 (late)', [{ type: 'em' }])),
    ]),
  );
});

test('a step that names nobody says its words only, of the clock that it is about', () => {
  const comment = stepComment({ kind: 'comment' }, { ...step, clock: 'assign' }, '2026-01-22');
  expect(comment).toEqual(
    doc([paragraph([]), paragraph(text('To be assigned by 2026-01-22 (late)', [{ type: 'em' }]))]),
  );
});
