import { readDays, withDays } from '../../../static/admin/src/logic/days';

test.each([
  ['2026-12-25', ['2026-12-25'], []],
  ['2026-12-25\r\n26.12.2026, 1.1.2027', ['2026-12-25', '2026-12-26', '2027-01-01'], []],
  ['2026-02-30; 31.04.2026 Easter', [], ['2026-02-30', '31.04.2026', 'Easter']],
  [' \n ', [], []],
])('reads the days in %j and names what is none', (text, days, wrong) => {
  expect(readDays(text)).toEqual({ days, wrong });
});

test('days stand in their order, each once', () => {
  expect(withDays(['2026-12-25'], ['2026-01-01', '2026-12-25'])).toEqual(['2026-01-01', '2026-12-25']);
});
