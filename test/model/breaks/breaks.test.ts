import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import breaks from './breaks.json';

test.each(breaks)('the break "$name" still has a place in the code', ({ file, from, to }) => {
  const source = readFileSync(join(__dirname, '../../..', file), 'utf8');
  expect(source.split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
});
