import type { LinkRecord } from '../../../src/contract/link-record';
import { heldBy, settled, waiting } from '../../../src/core/sync/finding-states';
import { findingOf, recordOf } from '../builders';

const problem = { cause: 'no-space', reason: { code: 'noSpaceOn' } } as const;
const held = heldBy(recordOf({ held: findingOf(), todo: { follow: 1 } }), problem);
const { cause: _cause, reason: _reason, held: _held, ...bare } = held;

test.each<[string, LinkRecord, object]>([
  ['that is held says why', heldBy(recordOf(), problem), { ...recordOf(), ...problem, state: 'held' }],
  [
    'that is held for something else says that',
    heldBy(held, { ...problem, cause: 'x' }),
    { ...held, cause: 'x' },
  ],
  ['that is tried again keeps why and its snapshot', waiting(held), { ...held, state: 'pending' }],
  ['that is in step says nothing of what held it', settled(held, 'synced'), { ...bare, state: 'synced' }],
  [
    'that left Jira says nothing of it either',
    settled(waiting(held), 'deleted'),
    { ...bare, state: 'deleted' },
  ],
])('a finding %s', (_, record, expected) => {
  expect(record).toStrictEqual(expected);
});
