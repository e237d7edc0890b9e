import type { z } from 'zod';
import { storedShapes } from '../../../src/contract/stored/shapes';
import {
  isNewer,
  NewerVersion,
  readStored,
  type StoredShape,
  toStored,
} from '../../../src/contract/stored/versions';
import fixtures from './first-versions.json';

test('every shape has a fixture of its first version', () => {
  expect(Object.keys(fixtures).sort()).toEqual(Object.keys(storedShapes).sort());
});

describe.each(Object.entries<StoredShape<z.ZodType<object>>>(storedShapes))('%s', (name, stored) => {
  const first: object = fixtures[name as keyof typeof fixtures];

  test('is read as its first version stored it, and comes out of storage as it went in', () => {
    const read = readStored(stored, first);
    expect(read).toMatchObject(first);
    expect(readStored(stored, toStored(stored, read))).toEqual(read);
  });

  test('says its version in storage, and is not read where a newer version wrote it', () => {
    const newer = { ...first, v: stored.version + 1 };
    expect(toStored(stored, readStored(stored, first))).toMatchObject({ v: stored.version });
    expect(() => readStored(stored, newer)).toThrow(NewerVersion);
    expect([isNewer(stored, newer), isNewer(stored, first)]).toEqual([true, false]);
  });
});
