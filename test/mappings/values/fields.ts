/** Fields of create screens, what Jira knows, and what fields take. */
import type { FieldType } from '../../../src/contract/field-types';
import type { FieldMeta } from '../../../src/core/jira/issue';
import { type Lookups, noLookups } from '../../../src/mappings/lookups';
import { PEOPLE } from '../../sandbox/jira/seed';

const people: ReadonlyMap<string, string | null> = new Map([
  ['product.developer@example.com', PEOPLE.developer],
  [PEOPLE.engineer, PEOPLE.engineer],
  ['slow@example.com', null],
]);
export const groupId = '952d12c3-5b5b-4d04-bb32-44d383afc4b2';
export const lookups: Lookups = {
  ...noLookups,
  person: (name) => people.get(name),
  group: (name) => (name === 'payment-owners' ? groupId : undefined),
  parent: (key) => (key === 'WEB-1' ? '10000' : undefined),
};
export const ref = (id: string, name: string) => ({ id, name });
export const meta = (type: FieldType, allowed: FieldMeta['allowed'] = []): FieldMeta => ({
  id: 'customfield_1',
  name: 'Field',
  required: false,
  hasDefault: false,
  type,
  allowed,
});
export const options = [ref('1', 'High'), ref('2', 'Low'), ref('3', 'Yes'), ref('4', '5')];
export const levels = [
  { ...ref('1', 'Ledger'), children: [ref('11', 'Export'), ref('12', 'A / B')] },
  ref('2', 'A/B'),
];
export const given = (values: unknown[], markdown = false) => ({ values, markdown });
export const value = (sent: unknown) => ({ kind: 'value', value: sent });
export const first = (sent: unknown) => ({ kind: 'value', value: sent, note: { code: 'firstValueOnly' } });
export const misfit = { kind: 'misfit' };
export const unknown = (said?: string) => ({ kind: 'unknown', ...(said === undefined ? {} : { said }) });
