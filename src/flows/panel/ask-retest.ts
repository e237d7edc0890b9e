/** A person asks the portal to look again. */
import { withRetest } from '../../core/sync/deciding';
import type { Ports } from '../ports';
import { changeFinding } from './change-finding';
import { maskedReason } from './decide-risk';
import type { Person } from '../ports-person';
import { type Acted, refused } from './refused';
import { toldActions } from './told-actions';

/** Whoever may browse the issue may ask; within a day the portal hears it once. */
export async function askRetest(
  ports: Ports,
  issueId: string,
  person: Person,
  { reason }: { readonly reason?: string | undefined },
): Promise<Acted> {
  const { document: settings } = await ports.settings.read();
  const masked = await maskedReason(reason, settings);
  return changeFinding(ports, issueId, person, {
    outcome: 'retestAsked',
    async change({ record, role }) {
      if (!(await toldActions(ports, record))?.includes('panel.retest'))
        return refused('conflict', 'The portal is not told that people ask for a retest.', 'unheard');
      const by = { role, at: ports.now(), ...(masked === undefined ? {} : { reason: masked }) };
      return withRetest(record, by, ports.newId());
    },
  });
}
