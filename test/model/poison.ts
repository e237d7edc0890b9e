/** What the app cannot digest, for a while. */
import { crashBeforeCall } from '../sandbox/faults';
import type { World } from '../support/world';

interface Victim {
  readonly connection: string;
  readonly id: string;
  readonly issue: string;
}

/** Whoever works on the finding's snapshot or todo dies, or its record cannot be read; the result mends that. */
export function poisonIn(world: World, what: 'snapshot' | 'todo' | 'record', victim: Victim): () => void {
  const { id } = world.site.issue(victim.issue);
  const always = { times: Infinity };
  switch (what) {
    case 'snapshot':
      return world.host.faults.add(crashBeforeCall({ method: 'PUT', body: /POISON/, ...always }));
    case 'todo': {
      const path = new RegExp(`/issue/${id}/transitions`);
      return world.host.faults.add(crashBeforeCall({ method: 'POST', path, ...always }));
    }
    case 'record':
      return spoil(world, victim);
  }
}

/** As a defect or a newer version of the app would leave it. */
function spoil(world: World, { connection, id }: Victim): () => void {
  let body: unknown;
  const change = (to: () => unknown) => {
    world.host.kvs.rewrite((_key, value) => {
      if (typeof value !== 'object' || value === null || !('findingId' in value)) return value;
      const row = value as Record<string, unknown>;
      if (row['findingId'] !== id || row['connection'] !== connection) return value;
      body ??= row['body'];
      return { ...row, body: to() };
    });
  };
  change(() => 'nonsense');
  return () => change(() => body);
}
