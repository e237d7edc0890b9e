import { upgradeThread, upgradeWaitingWords } from '../../../src/contract/stored/threads';
import { NewerVersion } from '../../../src/contract/stored/versions';

const reason = { code: 'commentsOff' };
const copy = { issue: '10001', project: '10000', id: '7', mark: '1768467600000' };
const thread = {
  v: 1,
  version: 4,
  portal: {
    a1b2: { at: 1768467600000, writtenAt: 1768467500000, copies: [copy] },
    c3d4: {
      at: 1768467600000,
      writtenAt: 1768467500000,
      waits: true,
      held: { cause: 'off', reason },
      copies: [{ issue: '10001', project: '10000', claimedAt: 1768467600000, deaths: 1 }],
    },
    e5f6: {
      at: 1768467600000,
      writtenAt: 1768467500000,
      deleted: true,
      copies: [{ issue: '10001', project: '10000', id: '8', gone: true }],
    },
  },
  people: {
    '9': {
      issue: '10001',
      role: 'product',
      createdAt: 1768467500000,
      updatedAt: 1768467600000,
      mark: 'm1',
      told: true,
      copies: [],
    },
  },
  telling: [
    {
      n: 3,
      event: {
        id: 'e1',
        type: 'finding.commented',
        at: 1768467600000,
        finding: { id: 'F-1', product: 'shop' },
        issue: { role: 'product', id: '10001', key: 'WEB-1' },
        by: { accountId: 'a1' },
        data: {
          comment: {
            id: '9',
            body: 'Fixed',
            mentions: [{ accountId: 'a1' }],
            createdAt: '2026-01-15T08:58:20.000Z',
            updatedAt: '2026-01-15T09:00:00.000Z',
          },
        },
      },
    },
  ],
  last: 3,
};
const words = {
  v: 1,
  author: 'Ada',
  body: 'Look, \uE0000\uE001',
  people: [{ text: '@Bo', accountId: 'a1' }, { text: '@Eve' }],
  at: 1768467600000,
};

test.each([
  ['a thread', upgradeThread, thread],
  ['words that wait', upgradeWaitingWords, words],
] as const)(
  '%s of the first version is read as it was stored, one of a newer version is not',
  (_what, read, stored) => {
    expect(read(stored)).toEqual(stored);
    expect(() => read({ ...stored, v: 2 })).toThrow(NewerVersion);
  },
);
