import type { SeenField, SeenFields } from '../../../src/contract/link-record';
import type { Space } from '../../../src/contract/settings';
import { mark } from '../../../src/core/data/hash';
import type { ChangelogItem } from '../../../src/core/jira/edits';
import type { DraftFields } from '../../../src/core/sync/fields';
import {
  allToldIds,
  noteAlreadySet,
  noteEdits,
  noteShown,
  toldFieldsOf,
  withoutPeople,
} from '../../../src/core/sync/seen';
import { claimedOf, issueOf, now, recordOf, settingsOf, spaceOf } from '../builders';

const space = spaceOf({ dueDateField: { id: 'customfield_7' } });
const field = (id: string, from: string | null, to: string | null): ChangelogItem => ({
  field: id,
  from: { id: from, words: from },
  to: { id: to, words: to },
});
const seenOf = (value: unknown, at: number, more: Partial<SeenField> = {}): SeenField => ({
  at,
  mark: mark(value),
  ...more,
});
const heard = (fields: SeenFields, issue = issueOf()) =>
  recordOf({ issues: { product: issue }, hearing: { talked: 3, seen: { product: fields } } });

test('edits of the due date are told of the field that the space keeps it in, if it keeps one', () => {
  const usual = ['assignee', 'priority', 'labels', 'summary'].map((name) => [name, name]);
  expect(toldFieldsOf(spaceOf({ dueDateField: null }))).toEqual(usual);
  expect(toldFieldsOf(space)).toEqual([...usual, ['dueDate', 'customfield_7']]);
});

test('the fields of all spaces, products and rules are read, each once', () => {
  const { spaces } = settingsOf();
  const due = (id?: string) => ({ dueDateField: { ...(id && { id }), name: 'Due' } });
  const settings = settingsOf({
    spaces: { product: space, security: { ...spaces.security, ...due('customfield_7') } },
    products: { shop: { product: due('customfield_8') }, web: { product: due() } },
  });
  expect(allToldIds(settings)).toEqual([
    'assignee',
    'priority',
    'labels',
    'summary',
    'customfield_7',
    'customfield_8',
  ]);
});

describe('an edit that an event tells', () => {
  const edited = (
    record = heard({}),
    items = [field('summary', 'Old', 'New')],
    at = now,
    of: Space = space,
  ) => noteEdits({ before: record, after: record }, 'product', of, items, at);

  test('is known from then on, and what was there before is as good as remembered', () => {
    const { before, after } = edited();
    expect(before).toEqual(heard({ summary: seenOf('Old', 0, { words: 'Old' }) }));
    expect(after).toEqual(heard({ summary: seenOf('New', now, { words: 'New' }) }));
  });

  test('leaves alone what is known of other fields and issues', () => {
    const labels = seenOf(['a'], 1);
    const record = recordOf({ hearing: { seen: { product: { labels }, security: { labels } } } });
    expect(edited(record).after.hearing?.seen).toEqual({
      product: { labels, summary: seenOf('New', now, { words: 'New' }) },
      security: { labels },
    });
  });

  test('is news to a record that heard nothing yet', () => {
    expect(edited(recordOf()).after.hearing?.seen?.product?.summary?.words).toBe('New');
  });

  test.each([
    ['older', seenOf('Other', now + 1)],
    ['as old', seenOf('Other', now)],
    ['not another', seenOf('New', 1)],
  ])('is no news where it is %s than what is known', (_name, summary) => {
    const record = heard({ summary });
    expect(edited(record)).toEqual({ before: record, after: record });
  });

  test('is no news of a field whose edits are not told', () => {
    const record = heard({});
    expect(edited(record, [field('description', 'a', 'b')]).after).toEqual(record);
    expect(
      edited(record, [field('customfield_7', 'a', 'b')], now, spaceOf({ dueDateField: null })).after,
    ).toEqual(record);
  });

  test('keeps whom it names only until it is told', () => {
    const { before, after } = edited(heard({}), [field('assignee', null, 'acc-1')]);
    expect(before).toEqual(heard({ assignee: seenOf(null, 0, { person: null }) }));
    expect(after).toEqual(heard({ assignee: seenOf('acc-1', now, { person: { accountId: 'acc-1' } }) }));
    expect(withoutPeople(after.hearing?.seen ?? {})).toEqual({ product: { assignee: seenOf('acc-1', now) } });
  });
});

describe('an issue that was read', () => {
  const { facts } = recordOf();
  const issue = issueOf({
    sent: { summary: mark('SQL injection'), priority: mark('2') },
    labels: ['b', 'a'],
  });
  const shown = (fields: Record<string, unknown>, known: SeenFields = {}, of = issue) => {
    const record = { ...heard(known, of), facts: { ...facts, dueDate: '2026-01-31' } };
    const { before, after } = noteShown({ before: record, after: record }, 'product', space, fields, now);
    return [before.hearing?.seen?.product, after.hearing?.seen?.product];
  };

  test.each<[string, Record<string, unknown>, SeenFields, SeenFields]>([
    [
      'the summary that the app sent',
      { summary: 'Mine' },
      { summary: seenOf('SQL injection', 0, { words: 'SQL injection' }) },
      { summary: seenOf('Mine', now, { words: 'Mine' }) },
    ],
    [
      'the labels that the app put on',
      { labels: ['a', 'c'] },
      { labels: seenOf(['a', 'b'], 0, { words: ['a', 'b'] }) },
      { labels: seenOf(['a', 'c'], now, { words: ['a', 'c'] }) },
    ],
    [
      'the finding’s due date',
      { customfield_7: '2026-02-28' },
      { dueDate: seenOf('2026-01-31', 0, { words: '2026-01-31' }) },
      { dueDate: seenOf('2026-02-28', now, { words: '2026-02-28' }) },
    ],
    [
      'a priority whose name nobody noted',
      { priority: { id: '1', name: 'Highest' } },
      { priority: seenOf(null, 0, { words: null }) },
      { priority: seenOf('1', now, { words: 'Highest' }) },
    ],
    [
      'nobody who was assigned',
      { assignee: { accountId: 'acc-1' } },
      { assignee: seenOf(null, 0, { person: null }) },
      { assignee: seenOf('acc-1', now, { person: { accountId: 'acc-1' } }) },
    ],
  ])('shows an edit of %s', (_name, fields, before, after) => {
    expect(shown(fields)).toEqual([before, after]);
  });

  test('shows an edit of what was known', () => {
    const known = { summary: seenOf('Old', 1, { words: 'Old' }) };
    expect(shown({ summary: 'Mine' }, known)).toEqual([
      known,
      { summary: seenOf('Mine', now, { words: 'Mine' }) },
    ]);
  });

  test('shows no edit in what the app sent since: that is known from then on, and was so before', () => {
    const known = { summary: seenOf('Old', 1, { words: 'Old' }) };
    const sent = { words: 'SQL injection' };
    expect(shown({ summary: 'SQL injection' }, known)).toEqual([
      { summary: seenOf('SQL injection', 0, sent) },
      { summary: seenOf('SQL injection', now, sent) },
    ]);
  });

  test.each<[string, Record<string, unknown>, SeenFields]>([
    [
      'what the app sent',
      { summary: 'SQL injection', labels: ['b', 'a'], priority: { id: '2', name: 'High' } },
      {},
    ],
    ['what is known', { summary: 'Mine' }, { summary: seenOf('Mine', 1) }],
    ['fields that were not read', {}, {}],
  ])('shows no edit in %s', (_name, fields, known) => {
    expect(shown(fields, known)).toEqual([known, known]);
  });

  test('of whose making nothing is known tells nothing at the first look', () => {
    const fields = { summary: 'Mine', labels: ['c'], priority: { id: '1', name: 'Highest' } };
    expect(shown(fields, {}, issueOf({ ...issue, adopted: true }))).toEqual([{}, {}]);
    expect(shown({ summary: 'Mine', priority: { id: '1' } }, {}, issueOf())).toEqual([{}, {}]);
  });

  test('without labels of the app and a due date of the finding had none', () => {
    const record = recordOf({ issues: { product: issueOf({ sent: { customfield_7: mark('x') } }) } });
    const fields = { labels: ['c'], customfield_7: '2026-02-28' };
    const { before } = noteShown({ before: record, after: record }, 'product', space, fields, now);
    expect(before.hearing?.seen?.product).toEqual({
      labels: seenOf([], 0, { words: [] }),
      dueDate: seenOf(null, 0, { words: null }),
    });
  });

  test('tells nothing as long as it is only claimed', () => {
    const record = recordOf({ issues: { product: claimedOf() } });
    const both = { before: record, after: record };
    expect(noteShown(both, 'product', space, { summary: 'x' }, now)).toBe(both);
  });
});

describe('what people set as the portal wants it', () => {
  const draft = (id: string, value: unknown): DraftFields => ({ [id]: { value, comparable: value } });
  const noted = (
    known: SeenFields | undefined,
    wants: DraftFields,
    issue = issueOf({ sent: { other: 'x' } }),
  ) => {
    noteAlreadySet(issue, known, wants, space);
    return issue;
  };

  test('need not be sent', () => {
    const wants = { ...draft('summary', 'Mine'), ...draft('customfield_7', '2026-01-31') };
    const known = { summary: seenOf('Mine', 1), dueDate: seenOf('2026-01-31', 1) };
    expect(noted(known, wants)).toEqual(
      issueOf({ sent: { other: 'x', summary: mark('Mine'), customfield_7: mark('2026-01-31') } }),
    );
  });

  test.each<[string, SeenFields | undefined, DraftFields]>([
    ['something else', { summary: seenOf('Other', 1) }, draft('summary', 'Mine')],
    ['nothing that is known', {}, draft('summary', 'Mine')],
    ['nothing that portals hear of', undefined, draft('summary', 'Mine')],
    ['a field of which nothing is told', { summary: seenOf('Mine', 1) }, draft('customfield_1', 'Mine')],
    ['labels of which nothing is known', {}, draft('labels', ['a'])],
    ['not all labels', { labels: seenOf(['a'], 1, { words: ['a'] }) }, draft('labels', ['a', 'b'])],
    ['labels that are no texts', { labels: seenOf([1], 1, { words: 'a' }) }, draft('labels', ['a'])],
  ])('is sent where they set %s', (_name, known, wants) => {
    expect(noted(known, wants)).toEqual(issueOf({ sent: { other: 'x' } }));
  });

  test('may hold labels of theirs, but none of the app’s own that is over', () => {
    const known = { labels: seenOf(['a', 'own'], 1, { words: ['a', 'own'] }) };
    const issue = (labels?: string[]) => issueOf({ sent: {}, ...(labels && { labels }) });
    const sent = { labels: mark(['a']) };
    expect(noted(known, draft('labels', ['a']), issue())).toEqual(issueOf({ sent, labels: ['a'] }));
    expect(noted(known, draft('labels', ['a']), issue(['a']))).toEqual(issueOf({ sent, labels: ['a'] }));
    expect(noted(known, draft('labels', ['a']), issue(['over']))).toEqual(issue(['over']));
  });
});
