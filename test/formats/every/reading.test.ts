/** What all formats read alike. */
import { Ratings } from '../../../src/formats/reading/cvss';
import { fileBelow, filePath, folderPath } from '../../../src/formats/reading/file-path';
import { instantOf } from '../../../src/formats/reading/instant';
import { readPurl } from '../../../src/formats/reading/purl';
import { firstImage } from '../../../src/formats/reading/scope';

describe('ratings', () => {
  const v2 = 'AV:N/AC:M/Au:N/C:C/I:C/A:C';
  const v3 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const v4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
  test.each([
    [[{ vector: v2 }, { vector: v3 }, { vector: v4 }], { vector: v4, score: 9.3 }],
    [[{ vector: v2 }, { vector: v3 }], { vector: v3, score: 9.8 }],
    [[{ vector: `(${v2})` }], { vector: v2, score: 9.3 }],
    [[{ vector: v3.slice(9), version: 'CVSSv31' }], { vector: v3, score: 9.8 }],
    [[{ vector: v3, score: 5 }], { vector: v3, score: 5 }],
    [[{ vector: 'CVSS:4.0/AV:N/AC:L', score: 7.3 }, { vector: v3 }], { vector: v3, score: 9.8 }],
    [[{ vector: 'CVSS:4.0/AV:N/AC:L', score: 7.3 }], { score: 7.3 }],
    [[{ vector: v3.replace('C:H', 'C:Q') }], undefined],
    [[{ vector: 'words' }, {}], undefined],
  ])('%j', (ratings, best) => {
    expect(new Ratings().best(ratings)).toEqual(best);
  });
});

test.each([
  ['pkg:npm/%40scope/name@1.0.0?arch=x#sub', { name: '@scope/name', version: '1.0.0' }],
  ['pkg:maven/org.a/b@1', { name: 'org.a/b', version: '1' }],
  ['pkg:npm/@scope/name', { name: '@scope/name' }],
  ['pkg:deb/debian/libc6', { name: 'debian/libc6' }],
  ['npm/name', undefined],
  ['pkg:npm/', undefined],
])('the package URL %s', (text, purl) => {
  expect(readPurl(text)).toEqual(purl);
});

test('paths are those inside the repository, below the folder that was looked at', () => {
  expect(filePath('./src\\a.c')).toBe('src/a.c');
  expect(filePath('/builds/Ab12Cd34/0/team/shop/src/a.c')).toBe('src/a.c');
  expect(fileBelow('services/api', 'package.json')).toBe('services/api/package.json');
  expect(fileBelow('services/api', 'services/api/package.json')).toBe('services/api/package.json');
  expect(fileBelow('.', '/yarn.lock')).toBe('yarn.lock');
  expect(folderPath('/builds/Ab12Cd34/0/team/shop')).toBe('');
  // Where GitHub Actions checks out on Linux.
  expect(folderPath(['', 'home', 'runner', 'work', 'shop', 'shop'].join('/'))).toBe('');
  expect(folderPath('.')).toBe('');
});

test('times are texts, seconds or milliseconds', () => {
  const time = '2025-02-14T13:27:03.000Z';
  for (const one of [time, 1_739_539_623, 1_739_539_623_000]) expect(instantOf(one)).toBe(time);
  for (const none of ['soon', '', undefined, Number.NaN, 1e300]) expect(instantOf(none)).toBeUndefined();
});

test('an image that has nothing but a digest has no name', () => {
  expect(firstImage(['sha256:0123456789abcdef', 'shop/api@sha256:0123456789abcdef'])).toBe(
    'shop/api@sha256:0123456789abcdef',
  );
  expect(firstImage(['sha256:0123456789abcdef', undefined])).toBe('');
});
