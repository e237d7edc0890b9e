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

test('only a SARIF report has to be told its product', () => {
  expect(isReport('{"version":"2.1.0","runs":[]}')).toBe(true);
  for (const text of [exampleText, '{"findings":[],"runs":[]}', '[]', 'null', '{'])
    expect(isReport(text)).toBe(false);
});
