import { secretAge, secretDays } from '../../../static/admin/src/logic/secret-age';

const dayMs = 86_400_000;

test('a secret is old after 90 days, counted from when it was made, or from the connection where that is not known', () => {
  const now = 500 * dayMs;
  const age = (days: number) => secretAge({ secretAt: now - days * dayMs, createdAt: 0 }, now);
  expect(age(secretDays - 1)).toMatchObject({ days: 89, isOld: false });
  expect(age(secretDays)).toMatchObject({ days: 90, isOld: true });
  expect(secretAge({ createdAt: now - 100 * dayMs }, now)).toMatchObject({ days: 100, isOld: true });
  expect(secretAge({ createdAt: now + dayMs }, now)).toMatchObject({ days: 0, isOld: false });
});
