import { Finding } from '../../../src/contract/finding';
import { exampleText, isReport, readText } from '../../../static/admin/src/logic/try-out';

test('the example is a finding that the contract takes', () => {
  expect(Finding.safeParse(JSON.parse(exampleText)).success).toBe(true);
});

test('text that is no JSON, or more than a call can carry, is not sent', () => {
  expect(readText('{')).toEqual({ ok: false, why: 'notJson' });
  expect(readText(JSON.stringify('x'.repeat(400_000)))).toEqual({ ok: false, why: 'tooLarge' });
  expect(readText(exampleText)).toMatchObject({ ok: true, document: { id: 'EXAMPLE-1' } });
});

test('a report has to be told its product, whatever its form; a finding names it', () => {
  const reports = [
    '{"version":"2.1.0","runs":[]}',
    '{"findings":[{"severity":"High"}]}',
    '[{"Id":"x"}]',
    '{}\n{}',
  ];
  for (const text of reports) expect(isReport(text)).toBe(true);
  for (const text of [exampleText, '{"findings":[],"runs":[]}', '[]', 'null', '{'])
    expect(isReport(text)).toBe(false);
});

test('objects that stand one a line are sent as their text', () => {
  expect(readText('{"a":1}\n{"a":2}')).toEqual({ ok: true, document: '{"a":1}\n{"a":2}' });
  expect(readText('{"a":1}\n{"a"')).toEqual({ ok: true, document: '{"a":1}\n{"a"' });
  expect(readText('words\nwords')).toEqual({ ok: false, why: 'notJson' });
});
