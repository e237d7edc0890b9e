import { kvs } from '@forge/kvs';
import type { EntityDefinition, Manifest } from './manifest';
import { manifestWith, testHost, type TestHost } from './support';

const finding: EntityDefinition = {
  name: 'finding',
  attributes: {
    product: { type: 'string' },
    tool: { type: 'string' },
    level: { type: 'integer' },
    score: { type: 'float' },
    open: { type: 'boolean' },
    body: { type: 'any' },
  },
  indexes: ['level', 'tool', { name: 'by-product', partition: ['product', 'tool'], range: ['level'] }],
};
const app: Manifest['app'] = { id: 'x/1', storage: { entities: [finding] } };

/** A record of the entity; `nope` is not declared. */
export interface Finding {
  readonly product?: string;
  readonly tool?: string;
  readonly level?: number;
  readonly open?: boolean;
  readonly body?: object;
  readonly nope?: string;
}

/** The entity as the app uses it. */
export const findings = () => kvs.entity<Finding>('finding');

/** A host whose storage holds these records. */
export async function hostWith(records: Record<string, Finding>): Promise<TestHost> {
  const test = testHost({ manifest: manifestWith({ app }) });
  await test.inApp(async () => {
    for (const [key, value] of Object.entries(records)) await findings().set(key, value);
  });
  return test;
}
