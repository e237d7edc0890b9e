import type { LinkedIssue } from '../../../src/contract/link-record';
import { Closing } from '../../../src/contract/settings';
import { type ClosingStep, decidePair, noteAnswered, waitsForOthers } from '../../../src/core/sync/closing';
import { issueThere } from '../../../src/core/sync/issues';
import { claimedOf, goneOf, issueOf, recordOf } from '../builders';

const closing = (more: Partial<Closing> = {}) => Closing.parse(more);
const done = issueOf({ category: 'done', resolution: '10000' });
const open = issueOf({ category: 'indeterminate' });
const fresh = issueOf({ category: 'new' });
const closedByUs = issueOf({ category: 'done', closedByProduct: true });
const pairOf = (product: LinkedIssue, security: LinkedIssue) =>
  recordOf({ issues: structuredClone({ product, security }) });
const stepOf = (product: LinkedIssue, security: LinkedIssue, settings: Closing) =>
  decidePair(pairOf(product, security), { closing: settings });
const wontDo = { wontDoResolutions: [{ id: '10000' }] };

describe('the security issue', () => {
  test.each<[string, LinkedIssue, LinkedIssue, Partial<Closing>, ClosingStep]>([
    ['is closed when the product issue is done', done, open, {}, 'close'],
    ['is closed from its first status too', done, fresh, {}, 'close'],
    ['is not closed when a retest comes first', done, open, { waitForRetest: true }, 'nothing'],
    ['is not closed as fixed when nobody will do it', done, open, wontDo, 'nothing'],
    [
      'is closed when it was done, though others are not',
      done,
      open,
      { wontDoResolutions: [{ id: '10001' }] },
      'close',
    ],
    [
      'is closed when only a name of a resolution is known',
      issueOf({ category: 'done' }),
      open,
      { wontDoResolutions: [{ name: 'Won’t do' }] },
      'close',
    ],
    ['is reopened when the product issue is', open, closedByUs, {}, 'reopen'],
    ['is reopened when the product issue starts anew', fresh, closedByUs, {}, 'reopen'],
    ['is reopened, retest or not', open, closedByUs, { waitForRetest: true }, 'reopen'],
    ['is not reopened when it must not follow', open, closedByUs, { reopenFollows: false }, 'nothing'],
    ['is not reopened when somebody else closed it', open, done, {}, 'nothing'],
    ['is left when it is done already', done, closedByUs, {}, 'nothing'],
    ['is left while both are open', open, open, {}, 'nothing'],
    ['is left when closing is off', done, open, { enabled: false }, 'nothing'],
    ['is left when reopening belongs to what is off', open, closedByUs, { enabled: false }, 'nothing'],
    ['is left when it does not exist yet', done, claimedOf(), {}, 'nothing'],
    ['is left when it is gone', done, goneOf({ category: 'indeterminate' }), {}, 'nothing'],
    ['is left when the product issue is gone', goneOf({ category: 'done' }), open, {}, 'nothing'],
    ['is left when the product issue’s status is unknown', issueOf(), closedByUs, {}, 'nothing'],
    ['is left when its own status is unknown', done, issueOf(), {}, 'nothing'],
  ])('%s', (_, product, security, settings, expected) => {
    expect(stepOf(product, security, closing(settings))).toBe(expected);
  });
});

describe('a security issue that was done with its product issue', () => {
  const answered = (product: LinkedIssue, security: LinkedIssue) => {
    const record = pairOf(product, security);
    noteAnswered(record, closing());
    return issueThere(record, 'security')?.answered;
  };

  test('stays open when somebody reopens it, until the product issue is open and done anew', () => {
    expect(answered(done, issueOf({ category: 'done' }))).toBe(true);
    const reopened = { ...open, answered: true };
    expect(stepOf(done, reopened, closing())).toBe('nothing');
    expect(answered(done, reopened)).toBe(true);
    expect(answered(open, reopened)).toBeUndefined();
    expect(stepOf(done, open, closing())).toBe('close');
  });

  test.each<[string, LinkedIssue, LinkedIssue]>([
    ['it is still open', done, open],
    ['the product issue is open', open, closedByUs],
    ['nobody knows yet whether the app moved it', done, { ...closedByUs, moving: 'closed' }],
    ['one of them is gone', goneOf({ category: 'done' }), closedByUs],
  ])('is not noted while %s', (_, product, security) => {
    expect(answered(product, security)).toBeUndefined();
  });
});

describe('with further product issues, the security issue', () => {
  const withFurther = (...further: boolean[]) =>
    issueOf({
      category: 'indeterminate',
      further: further.map((one, index) => ({ id: String(index), done: one })),
    });
  const closedWith = (...further: boolean[]) => ({
    ...withFurther(...further),
    category: 'done' as const,
    closedByProduct: true,
  });

  test.each<[string, LinkedIssue, LinkedIssue, Partial<Closing>, ClosingStep]>([
    ['waits for all of them', done, withFurther(true, false), {}, 'nothing'],
    ['is closed when all are done', done, withFurther(true, true), {}, 'close'],
    ['is closed when any is done', open, withFurther(false, true), { when: 'any' }, 'close'],
    ['is closed when the first is done', done, withFurther(false), { when: 'any' }, 'close'],
    ['stays open when none is done', open, withFurther(false), { when: 'any' }, 'nothing'],
    ['stays open when the only done one will not be done', done, withFurther(true), wontDo, 'nothing'],
    [
      'is closed when another one was fixed',
      done,
      withFurther(true),
      { ...wontDo, when: 'any' as const },
      'close',
    ],
    ['is reopened when one of all is', done, closedWith(false), {}, 'reopen'],
    ['stays closed while any is done', open, closedWith(true), { when: 'any' }, 'nothing'],
    ['is reopened when none is done any more', open, closedWith(false), { when: 'any' }, 'reopen'],
  ])('%s', (_, product, security, settings, expected) => {
    expect(stepOf(product, security, closing(settings))).toBe(expected);
  });

  test.each<[string, LinkedIssue, LinkedIssue, Partial<Closing>, boolean]>([
    ['the others are open', done, withFurther(true, false), {}, true],
    ['all are done', done, withFurther(true), {}, false],
    ['its own product issue is open', open, withFurther(false), {}, false],
    ['any of them would do', open, withFurther(false), { when: 'any' }, true],
    ['its own product issue will not be done', done, withFurther(false), { ...wontDo, when: 'any' }, true],
    ['a retest comes first', done, withFurther(false), { waitForRetest: true }, false],
    ['closing is off', done, withFurther(false), { enabled: false }, false],
    ['it is done already', done, closedWith(false), {}, false],
    ['there are no others', done, open, {}, false],
    ['there are no others, and any would do', open, fresh, { when: 'any' }, false],
    ['any of them would do, and its own is done', done, withFurther(false), { when: 'any' }, false],
  ])('is looked after every hour or not, where %s', (_, product, security, settings, expected) => {
    expect(waitsForOthers(pairOf(product, security), closing(settings))).toBe(expected);
  });
});

describe('in every combination', () => {
  const booleans = [true, false];
  const categories = ['new', 'indeterminate', 'done', undefined] as const;
  const combinations = categories.flatMap((product) =>
    categories.flatMap((security) =>
      booleans.flatMap((enabled) =>
        booleans.flatMap((waitForRetest) =>
          booleans.flatMap((reopenFollows) =>
            booleans.flatMap((closedByProduct) =>
              booleans.flatMap((gone) =>
                booleans.map((wont) => ({
                  product,
                  security,
                  enabled,
                  waitForRetest,
                  reopenFollows,
                  closedByProduct,
                  gone,
                  wont,
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  );

  test('it closes only what is open for what is done, and reopens only what it closed', () => {
    const steps = combinations.map((one) => {
      const settings = closing({ ...one, ...(one.wont ? wontDo : {}) });
      const product = (one.gone ? goneOf : issueOf)({ category: one.product, resolution: '10000' });
      const security = issueOf({ category: one.security, closedByProduct: one.closedByProduct });
      return { ...one, step: stepOf(product, security, settings) };
    });
    const known = steps.filter((one) => one.enabled && !one.gone && one.product && one.security);
    const closes = known.filter(
      (one) => one.product === 'done' && one.security !== 'done' && !one.waitForRetest && !one.wont,
    );
    const reopens = known.filter(
      (one) => one.product !== 'done' && one.security === 'done' && one.reopenFollows && one.closedByProduct,
    );
    expect(steps.filter(({ step }) => step === 'close')).toEqual(closes);
    expect(steps.filter(({ step }) => step === 'reopen')).toEqual(reopens);
    expect(closes.length * reopens.length).toBeGreaterThan(0);
  });
});
