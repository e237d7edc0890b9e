import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { sectionNames } from '#contract/settings';
import type { AuditEntry } from '#contract/api';
import { useAsync } from '../../hooks/use-async';
import { readPeople } from '../../jira/people';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { LineSkeletons } from '../../parts/page-skeleton';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { AuditCard } from './audit-card';
import { DeedCard } from './deed-card';
import { type AuditOf, useAudit } from './use-audit';

const sources = [...sectionNames, 'connections'] as const;

/** Who changed which settings, as a readable diff, each with an undo, and who did what to which connection. */
export function AuditPage() {
  const { audit: texts, fields, connections, common } = useTexts();
  const [of, setOf] = useState<AuditOf>();
  const audit = useAudit(of);
  const { first, entries } = audit;
  const names = usePeople(entries ?? []);
  const choices = sources.map((id) => ({ id, name: id === 'connections' ? connections.title : fields[id] }));
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack sf-narrow">
        <Picker
          id="audit-section"
          label={texts.section}
          placeholder={texts.anySection}
          isClearable
          choices={choices}
          value={choices.find(({ id }) => id === of)}
          onChange={(choice) => setOf(sources.find((one) => one === choice?.id))}
        />
        {first.state === 'failed' && <ErrorMessage error={first.error} retry={first.reload} />}
        {first.state === 'loading' && <LineSkeletons count={6} />}
        {entries?.length === 0 && <EmptyState title={texts.empty.title} body={texts.empty.body} />}
        {entries?.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} who={names(entry.by)} onUndone={audit.reload} />
        ))}
        {audit.error !== undefined && <ErrorMessage error={audit.error} />}
        {audit.isMore && (
          <div>
            <Button isLoading={audit.busy} onClick={audit.readFurther}>
              {common.loadMore}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

interface EntryProps {
  readonly entry: AuditEntry;
  readonly who: string | undefined;
  readonly onUndone: () => void;
}

function Entry({ entry, who, onUndone }: EntryProps) {
  return 'deed' in entry ? (
    <DeedCard entry={entry} who={who} />
  ) : (
    <AuditCard entry={entry} who={who} onUndone={onUndone} />
  );
}

function keyOf(entry: AuditEntry): string {
  return 'deed' in entry
    ? `${entry.connection} ${entry.deed} ${String(entry.at)}`
    : `${entry.section} ${String(entry.version)}`;
}

/** Names people by account id, as far as Jira tells. */
function usePeople(entries: readonly AuditEntry[]): (accountId: string) => string | undefined {
  const ids = [...new Set(entries.map(({ by }) => by))].sort();
  const people = useAsync(ids.join(' '), () => readPeople(ids));
  return (accountId) => people.value?.find((person) => person.accountId === accountId)?.displayName;
}
