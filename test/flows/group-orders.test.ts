/** In whatever order findings join groups, leave them, change and are resolved, and people move issues. */
import fc from 'fast-check';
import { createWorld, finding } from '../support/world';

const ids = ['F-1', 'F-2', 'F-3'] as const;
const groups = ['log4j', 'spring'] as const;

const saying = fc.record({
  id: fc.constantFrom(...ids),
  group: fc.constantFrom(...groups, undefined),
  status: fc.constantFrom('verified', 'assigned', 'resolved', 'rejected'),
  /** Others are said before the app worked this one off. */
  settles: fc.boolean(),
  /** A person closes what is open, or opens what is done, before. */
  moves: fc.constantFrom(false, false, false, true),
});

/** What was last said of a finding. */
type Said = Record<string, { readonly group: string | undefined; readonly status: string }>;

async function play(sayings: readonly (typeof saying extends fc.Arbitrary<infer Of> ? Of : never)[]) {
  const world = createWorld();
  try {
    const portal = await world.connect();
    await world.useSpaces({ security: null });
    const said: Said = {};
    const say = async (id: string, group: string | undefined, status: string) => {
      said[id] = { group, status };
      await portal.post('/v1/findings', { findings: [finding({ id, group, status })] });
    };
    for (const { id, group, status, settles, moves } of sayings) {
      const [issue] = world.site.world.state.issues.values();
      if (moves && issue) world.move(issue.key, world.statusOf(issue.key) === 'Done' ? 'To Do' : 'Done');
      await say(id, group, status);
      if (settles) await world.settle();
    }
    // Whatever people did: all are said to be open once more, and then what they are in the end.
    const end = { ...said };
    for (const [id, { group }] of Object.entries(end)) await say(id, group, 'unverified');
    await world.settle();
    for (const [id, { group, status }] of Object.entries(end)) await say(id, group, status);
    await world.settle();
    const { json } = await portal.post('/v1/findings/lookup', { ids: Object.keys(end) });
    const seen = json as { id: string; issues: { product?: { key: string; statusCategory: string } } }[];
    return { end, seen, issues: world.site.world.state.issues.size };
  } finally {
    world.close();
  }
}

test('the issue of a finding is done exactly when all findings that share it are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(saying, { minLength: 1, maxLength: 8 }), async (sayings) => {
      const { end, seen } = await play(sayings);
      for (const { id, issues } of seen) {
        if (!issues.product) continue;
        const { key } = issues.product;
        const sharing = seen.filter((one) => one.issues.product?.key === key).map((one) => end[one.id]);
        const isOpen = sharing.some((one) => one?.status === 'verified' || one?.status === 'assigned');
        expect([id, key, issues.product.statusCategory === 'done']).toEqual([id, key, !isOpen]);
      }
      for (const [id, { status }] of Object.entries(end))
        if (status === 'verified' || status === 'assigned')
          expect(seen.find((one) => one.id === id)?.issues.product).toBeDefined();
    }),
    { numRuns: 12, seed: 20_260_115 },
  );
}, 120_000);
