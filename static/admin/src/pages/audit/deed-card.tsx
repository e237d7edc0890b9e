import type { ConnectionDeed } from '#contract/connection-deed';
import { ChangeList } from '../../parts/change-list';
import { useTexts } from '../../texts/texts';
import { AuditHead } from './audit-head';

/** Of the others the deed says it all. */
const withChanges: readonly ConnectionDeed['deed'][] = ['renamed', 'outboundSet', 'signingRotated'];

/** What was done to a connection, by whom and when. No landmark: many bear the same name. */
export function DeedCard({ entry, who }: { entry: ConnectionDeed; who: string | undefined }) {
  const { audit: texts, connections } = useTexts();
  const { name, deed, changes, at } = entry;
  return (
    <article className="sf-card sf-stack-tight" aria-label={`${connections.title}: ${name}`}>
      <AuditHead title={<bdi>{name}</bdi>} at={at} who={who} />
      <p>{texts.deeds[deed]}</p>
      {withChanges.includes(deed) && <ChangeList changes={changes} />}
    </article>
  );
}
