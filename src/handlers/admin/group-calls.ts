/** The calls about groups. */
import { listMembers } from '../../flows/groups/list-members';
import { ungroup } from '../../flows/groups/ungroup';
import type { Calls, Refusal } from './call';

const refusals: Readonly<Record<'missing' | 'many' | 'busy', Refusal>> = {
  missing: { error: { code: 'not_found', message: 'There is no group of this name.' } },
  many: {
    error: {
      code: 'unavailable',
      message: 'There are too many connections and products to look through: name connection and product.',
    },
  },
  busy: { error: { code: 'unavailable', message: 'The app is at this group just now; try it in a minute.' } },
};

export const groupCalls = {
  'groups.members': async (which, { ports }) => (await listMembers(ports, which)) ?? refusals.missing,
  'groups.ungroup': async (which, { ports }) => {
    const findings = await ungroup(ports, which);
    return typeof findings === 'number' ? { findings } : refusals[findings];
  },
} as const satisfies Calls;
