import Button from '@atlaskit/button/new';
import type { ConnectionView } from '#contract/api';
import { useRoute } from '../../app/router';
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
          <li key={connection.key} className="sf-row-between">
            <span className="sf-row">
              <bdi>{connection.name}</bdi> <ConnectionState connection={connection} />
            </span>
            <span className="sf-subtle">
              {texts.lastCall}: <When at={connection.lastCallAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
