import { accountOfAddress, type FoundPerson } from '../../../src/core/jira/account';

const person = (accountId: string, emailAddress?: string | null, over: Partial<FoundPerson> = {}) => ({
  accountId,
  accountType: 'atlassian',
  active: true,
  emailAddress,
  ...over,
});
const sure = { accountId: 'a' };
const unsure = { accountId: 'a', unconfirmed: true };

test.each<[string, FoundPerson[], object | undefined]>([
  ['who shows the same address', [person('a', 'Ada@Example.com')], sure],
  [
    'who shows the same address, among others',
    [person('b', 'ada@example.com.au'), person('a', 'ada@example.com')],
    sure,
  ],
  ['who shows the same address, not who hides theirs', [person('b'), person('a', 'ada@example.com')], sure],
  ['nobody who shows another address', [person('a', 'ada@example.com.au')], undefined],
  ['the only one where the address is hidden', [person('a')], unsure],
  ['the only one where the address is null', [person('a', null)], unsure],
  ['the only one where the address is empty', [person('a', '')], unsure],
  ['the only one who is active', [person('b', null, { active: false }), person('a')], unsure],
  ['the only one who is a person', [person('b', null, { accountType: 'app' }), person('a')], unsure],
  ['nobody of two who hide their address', [person('a'), person('b')], undefined],
  [
    'nobody of one who hides it and one who shows another',
    [person('a'), person('b', 'ada@example.co')],
    undefined,
  ],
  ['nobody who left', [person('a', 'ada@example.com', { active: false })], undefined],
  [
    'nobody of two who show the same',
    [person('a', 'ada@example.com'), person('b', 'ada@example.com')],
    undefined,
  ],
  ['nobody where nobody was found', [], undefined],
])('an address belongs to %s', (_, found, expected) => {
  expect(accountOfAddress('ada@example.com', found)).toEqual(expected);
});
