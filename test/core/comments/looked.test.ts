import fc from 'fast-check';
import { asSaid, isEnough, type Looked } from '../../../src/core/comments/looked';
import type { PersonEntry } from '../../../src/contract/stored/threads';

const seen = (id: string, createdAt: number, updatedAt = createdAt): Looked => ({
  id,
  issue: '10',
  role: 'product',
  comment: {
    id,
    author: 'a',
    authorName: 'A',
    isByApp: false,
    editor: 'a',
    createdAt,
    updatedAt,
    isRestricted: false,
    body: id,
  },
});
const entry: PersonEntry = { issue: '10', role: 'product', createdAt: 0, updatedAt: 0, copies: [] };
const ids = (looked: readonly Looked[]) => looked.map(({ id }) => id);

test.each([
  [
    'those of one millisecond by their ids',
    {},
    [seen('10', 5), seen('9', 5), seen('1', 9)],
    ['9', '10', '1'],
  ],
  ['new ones by when they were written', {}, [seen('1', 5, 9), seen('2', 6)], ['1', '2']],
  ['known ones by when they were changed', { 1: entry }, [seen('1', 5, 9), seen('2', 6)], ['2', '1']],
  ['deleted ones first', { 3: entry }, [seen('1', 5), { ...seen('3', 0), comment: undefined }], ['3', '1']],
])('%s', (_what, people, looked, order) => {
  expect(ids(asSaid(people, looked))).toEqual(order);
});

test.each([
  ['a known one ends the look', ['4', '3'], { 3: entry }, 0, '4', true],
  ['one that is too old ends it', ['4', '3'], {}, 31, '4', true],
  ['more may have been said before', ['4', '3'], {}, 0, '4', false],
  ['the one that the event is about may stand further back', ['4', '3'], {}, 0, '2', false],
])('%s', (_what, newest, people, since, commentId, is) => {
  const looked = newest.map((id) => seen(id, Number(id) * 10));
  expect(isEnough(looked, { people, since, commentId }, () => true)).toBe(is);
});

test('nothing is looked for behind what is no news', () => {
  const looked = [seen('4', 40), seen('3', 30)];
  const about = (commentId: string) => ({ people: {}, since: 0, commentId });
  expect(isEnough(looked, about('4'), () => false)).toBe(true);
  expect(isEnough(looked, about('2'), () => false)).toBe(false);
});

test('whichever events come in whichever order, all is told in the order in which it was said', () => {
  const several = fc.integer({ min: 1, max: 12 });
  const event = fc.record({ of: fc.nat(11), late: fc.nat(11), page: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(several, fc.array(event, { maxLength: 12 }), (said, events) => {
      const all = Array.from({ length: said }, (_one, index) => seen(String(index + 1), index + 1));
      const people: Record<string, PersonEntry> = {};
      const told: string[] = [];
      for (const { of, late, page } of events) {
        // An event comes after what it is about was said.
        const written = all.slice(0, Math.max((of % said) + 1, said - late));
        const about = { people, since: 0, commentId: String((of % said) + 1) };
        const newest = written.toReversed();
        let shown = page;
        while (shown < newest.length && !isEnough(newest.slice(0, shown), about, ({ id }) => !people[id]))
          shown += page;
        for (const { id } of asSaid(people, newest.slice(0, shown)).filter(({ id }) => !people[id])) {
          people[id] = entry;
          told.push(id);
        }
      }
      expect(told).toEqual(ids(all).slice(0, told.length));
    }),
  );
});
