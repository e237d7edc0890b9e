/** A person takes back what people decided about the risk of a finding. */
import { isDecided, takenBack } from '../../core/sync/deciding';
import { lifecycleOf } from '../../core/sync/lifecycle';
import type { Ports } from '../ports';
import { changeFinding } from './change-finding';
import { mayDecide } from './panel-issue';
import type { Person } from '../ports-person';
import { type Acted, refused } from './refused';

/** The finding is as open as it was; its issues follow, and the portal hears of it. */
export async function takeBack(ports: Ports, issueId: string, person: Person): Promise<Acted> {
  const { document: settings } = await ports.settings.read();
  return changeFinding(ports, issueId, person, {
    outcome: 'takenBack',
    async change({ record, role }) {
      if (!(await mayDecide(person, record)))
        return refused(
          'forbidden',
          'You need permission to edit the security issue to decide about its risk.',
        );
      if (!isDecided(record))
        return refused('conflict', 'Nothing is decided about this finding.', 'undecided');
      if (record.decided && lifecycleOf(record.facts.status, settings) !== 'open')
        return refused('conflict', 'The portal says the same by now: take it back there.', 'agreed');
      return takenBack(record, role, ports.newId(), settings, ports.now());
    },
  });
}
