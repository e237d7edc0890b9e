import { withPatience } from '../../../src/core/sync/unread';
import { recordOf } from '../builders';

const alone = {
  kind: 'later',
  after: 60,
  reason: { code: 'unclearAnswer', detail: 'D' },
  alone: true,
} as const;

test('Jira is asked ever more rarely for what it fails on, and then an admin is told', () => {
  const record = recordOf();
  const followed = Array.from({ length: 7 }, () => withPatience(record, alone));
  expect(followed.flatMap((one) => (one?.kind === 'later' ? [one.after] : []))).toEqual([
    60, 120, 240, 480, 900, 900,
  ]);
  expect(followed.at(-1)).toMatchObject({ kind: 'held', reason: { code: 'readNeverClear', detail: 'D' } });
  expect(withPatience(record, alone)).toMatchObject({ kind: 'held' });
});

test('a conflict is tried again as soon as ever, but only once', () => {
  const record = recordOf();
  const conflict = { ...alone, after: 5, reason: { code: 'rateLimited', limit: 'L' } } as const;
  const followed = Array.from({ length: 7 }, () => withPatience(record, conflict));
  expect(followed.slice(0, 2)).toMatchObject([{ after: 5 }, { after: 120 }]);
  expect(followed.at(-1)).toMatchObject({ kind: 'held', reason: { detail: 'L' } });
});

test('what stands in the way of many is not counted against one, and a success forgets', () => {
  const record = recordOf({ unread: 5 });
  const outage = { kind: 'later', after: 60, reason: alone.reason } as const;
  expect(withPatience(record, outage)).toEqual(outage);
  expect(record.unread).toBeUndefined();
});

test('what is held up at last says what Jira had answered, if it answered', () => {
  const later = { kind: 'later', after: 1, alone: true } as const;
  const unclear = { ...later, reason: { code: 'unclearAnswer', detail: 'HTTP 500' } } as const;
  const held = (detail: string) => ({
    kind: 'held',
    cause: `never-read|${detail}`,
    reason: { code: 'readNeverClear', detail },
  });
  expect(withPatience({ unread: 6 }, unclear as never)).toEqual(held('HTTP 500'));
  expect(withPatience({ unread: 6 }, { ...later, reason: { code: 'busy' } } as never)).toEqual(held(''));
});

test('without a problem the count is forgotten', () => {
  const record = { unread: 3 };
  expect([withPatience(record, undefined), record]).toEqual([undefined, {}]);
});
