import { workedOnBy } from '../../../src/core/sync/worked-on';

const self = 'app';
const by = (accountId: string) => ({ author: { accountId } });

test.each<[string, Record<string, unknown>, readonly string[], boolean]>([
  ['nothing', {}, [], false],
  ['only the app’s own changes', {}, [self, self], false],
  ['a person’s change', {}, [self, 'person'], true],
  ['the app’s comment', { comment: { comments: [by(self)] } }, [], false],
  ['a person’s comment', { comment: { comments: [by(self), by('person')] } }, [], true],
  ['a comment of nobody known', { comment: { comments: [{}] } }, [], true],
  ['a comment whose author was erased', { comment: { comments: [{ author: null }] } }, [], true],
  ['a comment whose author has no account', { comment: { comments: [{ author: {} }] } }, [], true],
  ['a comment without shape', { comment: { comments: [null] } }, [], true],
  ['a comment that is a text', { comment: { comments: ['text'] } }, [], true],
  ['no comments', { comment: { comments: [] } }, [], false],
  ['a work log', { worklog: { worklogs: [by(self)] } }, [], true],
  ['no work logs', { worklog: { worklogs: [] } }, [], false],
  ['an attachment', { attachment: [{ id: '1' }] }, [], true],
  ['no attachments', { attachment: [] }, [], false],
  ['fields that are empty', { comment: null, worklog: null, attachment: null }, [self], false],
  [
    'fields of another shape',
    { comment: 'x', worklog: { worklogs: 5 }, attachment: { length: 1 } },
    [],
    false,
  ],
])('%s', (_, fields, changedBy, expected) => {
  expect(workedOnBy({ fields, changedBy }, self)).toBe(expected);
});
