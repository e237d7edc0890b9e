import fc from 'fast-check';
import { builtInFields, fieldOwners, type FieldOwner } from '../../../src/contract/settings';
import {
  alreadySo,
  changedFields,
  decideEdit,
  doubtfulMark,
  type DraftFields,
  fieldsOf,
  keptMark,
  keptMarksOf,
  marksAfter,
  marksOf,
  mayBe,
  type SentMarks,
} from '../../../src/core/sync/fields';
import { mark } from '../../../src/core/data/hash';

const field = (comparable: unknown) => ({ value: comparable, comparable });
const draft: DraftFields = { summary: field('new'), priority: field('2'), labels: field(['a']) };

describe('changed fields', () => {
  test.each<[string, SentMarks, string[]]>([
    ['all when nothing was sent', {}, ['summary', 'priority', 'labels']],
    ['none when all was sent', { summary: mark('new'), priority: mark('2'), labels: mark(['a']) }, []],
    ['those that differ', { summary: mark('old'), priority: mark('2'), labels: mark(['a']) }, ['summary']],
    [
      'not what gave way already',
      { [keptMark('summary')]: mark('new'), priority: mark('2'), labels: mark(['a']) },
      [],
    ],
    [
      'what gave way, once it differs again',
      {
        [keptMark('summary')]: mark('older'),
        summary: mark('old'),
        priority: mark('2'),
        labels: mark(['a']),
      },
      ['summary'],
    ],
  ])('are %s', (_, sent, expected) => {
    expect(changedFields(draft, sent)).toEqual(expected);
  });

  test('are compared by their comparable form, not by what is sent', () => {
    const sent = { assignee: mark('5b10') };
    expect(changedFields({ assignee: { value: { accountId: '5b10' }, comparable: '5b10' } }, sent)).toEqual(
      [],
    );
  });
});

test('what was sent no longer counts as given way', () => {
  const kept = { [keptMark('summary')]: mark('new'), [keptMark('priority')]: mark('2') };
  const { summary = field('') } = draft;
  const sent = marksAfter(kept, { ...draft, summary: field('between') }, ['summary']);
  expect(sent).toEqual({ summary: mark('between'), [keptMark('priority')]: mark('2') });
  expect(changedFields({ summary }, sent)).toEqual(['summary']);
});

describe('an edit', () => {
  const sent = { summary: mark('old') };
  test.each<[string, FieldOwner, unknown, SentMarks, 'send' | 'kept']>([
    ['of the portal’s field is sent', 'portal', 'old', sent, 'send'],
    ['of the portal’s field is sent over a person’s edit', 'portal', 'edited', sent, 'send'],
    ['of people’s field is sent while nobody edited it', 'people', 'old', sent, 'send'],
    ['of people’s field gives way to a person’s edit', 'people', 'edited', sent, 'kept'],
    ['of people’s field gives way when a person emptied it', 'people', null, sent, 'kept'],
    ['of people’s field that was never sent is sent', 'people', 'whatever', {}, 'send'],
    ['of a field set once is kept back', 'create', 'old', sent, 'kept'],
    ['of a field set once is kept back though never sent', 'create', undefined, {}, 'kept'],
  ])('%s', (_, owner, current, marks, expected) => {
    const edit = decideEdit(['summary'], { summary: current }, marks, () => owner);
    expect(edit).toEqual({ send: [], kept: [], [expected]: ['summary'] });
  });

  test('of labels is sent whatever people added, since labels are merged', () => {
    const edit = decideEdit(['labels'], { labels: ['theirs'] }, { labels: mark(['ours']) }, () => 'people');
    expect(edit).toEqual({ send: ['labels'], kept: [] });
  });

  test('of labels that are set once is kept back', () => {
    expect(decideEdit(['labels'], {}, {}, () => 'create')).toEqual({ send: [], kept: ['labels'] });
  });

  test('asks for the owner of each field by itself', () => {
    const marks = { summary: mark('old'), priority: mark('1') };
    const edit = decideEdit(['summary', 'priority'], { summary: 'edited', priority: '9' }, marks, (name) =>
      name === 'summary' ? 'people' : 'portal',
    );
    expect(edit).toEqual({ send: ['priority'], kept: ['summary'] });
  });
});

describe('while the outcome of a call is unknown', () => {
  const doubtful = doubtfulMark(mark('old'), mark('new'));
  const editTo = (current: unknown, sent: string) =>
    decideEdit(['summary'], { summary: current }, { summary: sent }, () => 'people');
  const send = { send: ['summary'], kept: [] };
  const kept = { send: [], kept: ['summary'] };

  test('neither the old nor the new value is sent already', () => {
    expect(changedFields({ summary: field('new') }, { summary: doubtful })).toEqual(['summary']);
    expect(changedFields({ summary: field('old') }, { summary: doubtful })).toEqual(['summary']);
  });

  test('neither of both is a person’s edit, anything else is', () => {
    expect(editTo('old', doubtful)).toEqual(send);
    expect(editTo('new', doubtful)).toEqual(send);
    expect(editTo('edited', doubtful)).toEqual(kept);
  });

  test('a further doubt leaves three values possible, each named once', () => {
    const thrice = doubtfulMark(doubtfulMark(doubtful, mark('newer')), mark('new'));
    expect(['old', 'new', 'newer'].map((value) => editTo(value, thrice))).toEqual([send, send, send]);
    expect(editTo('edited', thrice)).toEqual(kept);
    expect(thrice).toHaveLength(3 * 10 + 2);
  });

  test('nothing is a person’s edit where nothing was known before', () => {
    const unknown = doubtfulMark(undefined, mark('new'));
    expect(editTo('edited', unknown)).toEqual(send);
    expect(changedFields({ summary: field('new') }, { summary: unknown })).toEqual(['summary']);
    expect(editTo('edited', doubtfulMark(unknown, mark('newer')))).toEqual(send);
    expect(editTo('edited', '')).toEqual(send);
  });
});

describe('whatever the draft', () => {
  const anyDraft: fc.Arbitrary<DraftFields> = fc
    .dictionary(fc.constantFrom(...builtInFields), fc.jsonValue())
    .map((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)])));
  const anyOwner = fc.func(fc.constantFrom(...fieldOwners)).map((owner) => (name: string) => owner(name));

  test('what was sent or gave way is not changed until the draft is', () => {
    fc.assert(
      fc.property(anyDraft, fc.func(fc.boolean()), (any, isSent) => {
        const all = fieldsOf(any);
        const sent = all.filter((name) => isSent(name));
        const kept = all.filter((name) => !isSent(name));
        expect(changedFields(any, { ...marksOf(any, sent), ...keptMarksOf(any, kept) })).toEqual([]);
        expect(changedFields(any, marksOf(any, sent))).toEqual(kept);
      }),
    );
  });

  test('each changed field is either sent or kept, in order', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, anyOwner, (any, current, last, owner) => {
        const changed = fieldsOf(any);
        const values = Object.fromEntries(fieldsOf(current).map((name) => [name, current[name]?.comparable]));
        const { send, kept } = decideEdit(changed, values, marksOf(last, fieldsOf(last)), owner);
        expect(changed.filter((name) => send.includes(name) !== kept.includes(name))).toEqual(changed);
        expect([...send, ...kept]).toHaveLength(changed.length);
        expect(kept.every((name) => owner(name) !== 'portal')).toBe(true);
        expect(send.every((name) => owner(name) !== 'create')).toBe(true);
      }),
    );
  });
});

test('marks are made of the comparable form, kept ones under a name of their own', () => {
  expect(marksOf(draft, ['priority'])).toEqual({ priority: mark('2') });
  expect(keptMarksOf(draft, ['labels'])).toEqual({ 'kept:labels': mark(['a']) });
  expect(marksOf({}, ['duedate'])).toEqual({ duedate: mark(null) });
  expect(keptMarksOf({}, ['duedate'])).toEqual({ 'kept:duedate': mark(null) });
});

test('fields that Jira shows as they are wanted need not be sent, whoever set them', () => {
  const wanted = {
    a: { value: 1, comparable: 1 },
    b: { value: 2, comparable: 2 },
    c: { value: null, comparable: null },
  };
  expect(alreadySo(['a', 'b', 'c'], wanted, { a: 1, b: 3 })).toEqual(['a', 'c']);
  expect(alreadySo(['b'], wanted, { a: 1, b: 2 })).toEqual(['b']);
});

test('a mark may be one of those that nobody can tell apart', () => {
  const doubtful = doubtfulMark('one', 'two');
  expect(['one', 'two', 'three'].map((other) => mayBe(doubtful, other))).toEqual([true, true, false]);
  expect([mayBe('one', 'one'), mayBe(undefined, 'one'), mayBe(undefined, '')]).toEqual([true, false, true]);
});
