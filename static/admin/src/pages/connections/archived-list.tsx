import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { ArchivedView } from '#contract/api';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { ForgettingNote } from './forgetting-note';
import { lazily } from '../../parts/lazily';

const RestoreDialog = lazily(async () => (await import('./restore-dialog')).RestoreDialog);
const ForgetDialog = lazily(async () => (await import('./forget-dialog')).ForgetDialog);

interface ArchivedListProps {
  readonly archived: readonly ArchivedView[];
  readonly onChange: () => void;
}

/** Connections that were removed and still have what they once sent. */
export function ArchivedList({ archived, onChange }: ArchivedListProps) {
  const texts = useTexts().connections.archived;
  if (archived.length === 0) return null;
  return (
    <section className="sf-stack-tight" aria-label={texts.title}>
      <Heading size="small" as="h2">
        {texts.title}
      </Heading>
      <p className="sf-subtle">{texts.intro}</p>
      <ul className="sf-archived">
        {archived.map((connection) => (
          <Row key={connection.key} connection={connection} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function Row({ connection, onChange }: { connection: ArchivedView; onChange: () => void }) {
  const { connections: texts, common } = useTexts();
  const [dialog, setDialog] = useState<'restore' | 'forget'>();
  const { name, method, at, forgetting, findings } = connection;
  const props = { connection, onChange, onClose: () => setDialog(undefined) };
  return (
    <li className="sf-archived-row">
      <div className="sf-grow">
        <div className="sf-row">
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <Lozenge>{common.method[method]}</Lozenge>
        </div>
        <p className="sf-subtle">
          {texts.findings(connection)} · {texts.archived.since} <When at={at} />
        </p>
        {forgetting !== undefined && <ForgettingNote job={forgetting} onDone={onChange} />}
      </div>
      {forgetting === undefined && (
        <div className="sf-row">
          <Button
            spacing="compact"
            aria-label={texts.archived.restoreOf(name)}
            onClick={() => setDialog('restore')}
          >
            {texts.archived.restore}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={findings === 0 ? texts.archived.removeOf(name) : texts.archived.forgetOf(name)}
            onClick={() => setDialog('forget')}
          >
            {findings === 0 ? texts.archived.remove : texts.archived.forget}
          </Button>
        </div>
      )}
      <Suspense>
        {dialog === 'restore' && <RestoreDialog {...props} />}
        {dialog === 'forget' && <ForgetDialog {...props} />}
      </Suspense>
    </li>
  );
}
