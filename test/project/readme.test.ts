/** What the README says of findings is what the contract takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Finding, builtInStatuses, kinds, severities } from '../../src/contract/finding';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, afterTitle = ''] = readme.split('### The fields of a finding');
const [table = ''] = afterTitle.split('###');
const rows = table.split('\n').filter((line) => line.startsWith('| `'));
const namesIn = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);

test('its table names every field of a finding, and no other', () => {
  const named = rows.flatMap((row) => namesIn(row.split('|')[1] ?? ''));
  expect(named.sort()).toEqual(Object.keys(Finding.shape).sort());
});

test.each([
  ['severity', severities],
  ['status', Object.keys(builtInStatuses)],
  ['kind', kinds],
])('its table names every %s', (field, values) => {
  const row = rows.find((line) => line.startsWith(`| \`${field}\``)) ?? '';
  expect(namesIn(row.split('|')[2] ?? '')).toEqual(expect.arrayContaining([...values]));
});
