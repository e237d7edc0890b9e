/** What the last look after references found. */
import { kvs } from '@forge/kvs';
import { Health } from '../../contract/health';
import type { HealthStore } from '../../flows/ports';

const key = 'health';

/** The health of this installation's settings. */
export function createHealthStore(): HealthStore {
  return {
    read: async () => Health.optional().parse(await kvs.get(key)),
    write: (health) => kvs.set(key, health),
  };
}
