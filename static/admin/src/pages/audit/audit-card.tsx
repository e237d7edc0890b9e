import { Suspense, lazy, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { AuditEntry } from '../../../../../src/contract/api';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ChangeList } from '../../parts/change-list';
import { ErrorMessage } from '../../parts/error-message';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';

const ConfirmDialog = lazy(async () => ({
  default: (await import('../../parts/confirm-dialog')).ConfirmDialog,
}));

interface AuditCardProps {
  readonly entry: AuditEntry;
  /** Undefined when Jira does not tell the name. */
  readonly who: string | undefined;
  readonly onUndone: () => void;
}

/** One saved change: where, who, when, what; undone after a question. */
export function AuditCard({ entry, who, onUndone }: AuditCardProps) {
  const { audit: texts, fields } = useTexts();
  const [asking, setAsking] = useState(false);
  const { section, version, at, changes } = entry;
  const undo = useAction(() => call('audit.undo', { section, version }));
  const confirm = async () => {
    const done = await undo.run(undefined);
    setAsking(false);
    if (done === undefined) return;
    tell(texts.undone);
    onUndone();
  };
  return (
    <section className="sf-card sf-stack-tight" aria-label={`${fields[section]} ${String(version)}`}>
      <div className="sf-row-between">
        <div>
          <Heading size="xsmall" as="h2">
            {fields[section]}
          </Heading>
          <p className="sf-subtle">
            <When at={at} /> {texts.by(who ?? texts.unknown)}
          </p>
        </div>
        <Button spacing="compact" aria-label={texts.undoOf(fields[section])} onClick={() => setAsking(true)}>
          {texts.undo}
        </Button>
      </div>
      {undo.error !== undefined && <ErrorMessage title={texts.failed} error={undo.error} />}
      {changes.length === 0 ? <p className="sf-subtle">{texts.created}</p> : <ChangeList changes={changes} />}
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={texts.undoTitle}
            confirm={texts.undo}
            isBusy={undo.busy}
            onConfirm={() => void confirm()}
            onCancel={() => setAsking(false)}
          >
            {texts.undoBody}
          </ConfirmDialog>
        </Suspense>
      )}
    </section>
  );
}
