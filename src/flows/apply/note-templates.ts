import type { SettingsDocument } from '../../contract/settings';
import { type Failing, withFailing } from '../../core/settings/failing-templates';
import type { Ports } from '../ports';
import type { Job } from './job';

/** Notes, where an admin sees it, which templates failed at rendering; where none did, this costs nothing. */
export async function noteTemplates(
  ports: Pick<Ports, 'health' | 'now'>,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<void> {
  const failing = jobs.flatMap(failingIn);
  if (failing.length === 0) return;
  await ports.health.change((health = { checkedAt: ports.now(), problems: [] }) => ({
    ...health,
    problems: [...withFailing(health.problems, failing, settings, ports.now())],
  }));
}

function failingIn({ works, finding }: Job): Failing[] {
  return works.flatMap(({ draft, role }) =>
    Object.values(draft.fields).flatMap(({ note }) =>
      note?.code === 'templateStoodIn' ? [{ role, kind: finding.kind, note }] : [],
    ),
  );
}
