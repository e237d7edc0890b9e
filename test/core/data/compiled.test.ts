import { z } from 'zod';
import { Finding } from '../../../src/contract/finding';
import { compiled } from '../../../src/core/data/compiled';

const good = {
  id: 'F-1',
  product: 'shop',
  title: 'A',
  severity: 'high',
  cve: null,
  location: { file: 'a.c' },
};

test('reads what fits, and tells what is wrong, as the schema itself does', () => {
  expect(compiled(Finding).parse(good)).toEqual(Finding.parse(good));
  const bad = { ...good, severity: 'x', location: 7, attributes: { a: {} } };
  expect(compiled(Finding).safeParse(bad).error).toEqual(Finding.safeParse(bad).error);
});

test('writes code for a schema once', () => {
  const schema = z.object({ name: z.string() });
  expect(compiled(schema)).toBe(compiled(schema));
  expect(compiled(schema)).not.toBe(schema);
});
