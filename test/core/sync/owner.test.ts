import { connectionOfOwner, ownerOf } from '../../../src/core/sync/owner';

test('an owner names environment and connection', () => {
  expect(ownerOf('env-1', 'abcdefgh')).toBe('env-1:abcdefgh');
  expect(connectionOfOwner('env-1', ownerOf('env-1', 'abcdefgh'))).toBe('abcdefgh');
});

test.each([
  ['env-2:abcdefgh'],
  ['env-11:abcdefgh'],
  ['xenv-1:abcdefgh'],
  ['abcdefgh'],
  [undefined],
  [5],
  [null],
])('the owner %j is none of this environment', (owner) => {
  expect(connectionOfOwner('env-1', owner)).toBeUndefined();
});
