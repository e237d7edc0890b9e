import Button from '@atlaskit/button/new';
import type { ConnectionView } from '#contract/api';
import { useRoute } from '../../app/router';
import { silentFor } from '../../logic/silence';
import { pathTo } from '../../logic/place';
import { LinkButton } from '../../parts/link-button';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { ConnectionState } from '../../parts/connection-state';
import { CardHead } from '../../parts/card-head';

/** Each connection with its state and when it last called. */
export function ConnectionsHealth({ connections }: { connections: readonly ConnectionView[] }) {
  const texts = useTexts().overview.connections;
  const { go } = useRoute();
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={<Button onClick={() => go('/connections')}>{texts.open}</Button>}
      />
      <ul className="sf-lines">
        {connections.map((connection) => (
          <li key={connection.key}>
            <div className="sf-row-between">
              <span className="sf-row">
                <bdi>{connection.name}</bdi> <ConnectionState connection={connection} />
              </span>
              <span className="sf-subtle">
                {texts.lastCall}: <When at={connection.lastCallAt} />
              </span>
            </div>
            <Silence connection={connection} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A portal that used to call and is silent, with the way to its card. */
function Silence({ connection }: { connection: ConnectionView }) {
  const texts = useTexts().overview.connections;
  const { go } = useRoute();
  const days = silentFor(connection, Date.now());
  if (days === undefined) return null;
  return (
    <Warning>
      {texts.silent(days)}{' '}
      <LinkButton
        label={`${texts.look}: ${connection.name}`}
        onClick={() => go(pathTo('/connections', connection.key))}
      >
        {texts.look}
      </LinkButton>
    </Warning>
  );
}
