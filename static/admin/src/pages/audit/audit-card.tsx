import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SectionEntry } from '#contract/api';
import { ChangeList } from '../../parts/change-list';
import { useTexts } from '../../texts/texts';
import { AuditHead } from './audit-head';
import { lazily } from '../../parts/lazily';

const UndoDialog = lazily(async () => (await import('./undo-dialog')).UndoDialog);

interface AuditCardProps {
  readonly entry: SectionEntry;
  /** Undefined when Jira does not tell the name. */
  readonly who: string | undefined;
  readonly onUndone: () => void;
}

/** One saved change: where, who, when, what; undone after it was shown what that changes. */
export function AuditCard({ entry, who, onUndone }: AuditCardProps) {
  const { audit: texts, fields } = useTexts();
  const [asking, setAsking] = useState(false);
  const { section, version, at, changes } = entry;
  return (
    <section className="sf-card sf-stack-tight" aria-label={`${fields[section]} ${String(version)}`}>
      <AuditHead
        title={fields[section]}
        at={at}
        who={who}
        action={
          <Button
            spacing="compact"
            aria-label={texts.undoOf(fields[section])}
            onClick={() => setAsking(true)}
          >
            {texts.undo}
          </Button>
        }
      />
      {changes.length === 0 ? <p className="sf-subtle">{texts.created}</p> : <ChangeList changes={changes} />}
      {asking && (
        <Suspense>
          <UndoDialog entry={entry} onUndone={onUndone} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </section>
  );
}
