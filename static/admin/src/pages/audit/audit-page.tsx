import { useState } from 'react';
import { type SectionName, sectionNames } from '../../../../../src/contract/settings';
import type { AuditEntry } from '../../../../../src/contract/api';
import { useAsync } from '../../hooks/use-async';
import { useCall } from '../../hooks/use-call';
import { readPeople } from '../../jira/people';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { LineSkeletons } from '../../parts/page-skeleton';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { AuditCard } from './audit-card';

/** Who changed which settings, as a readable diff, each with an undo. */
export function AuditPage() {
  const { audit: texts, fields } = useTexts();
  const [section, setSection] = useState<SectionName>();
  const audit = useCall('audit.list', section === undefined ? {} : { section });
  const names = usePeople(audit.value?.entries ?? []);
  const choices = sectionNames.map((id) => ({ id, name: fields[id] }));
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack sf-narrow">
        <Picker
          id="audit-section"
          label={texts.section}
          placeholder={texts.anySection}
          isClearable
          choices={choices}
          value={choices.find(({ id }) => id === section)}
          onChange={(choice) => setSection(sectionNames.find((one) => one === choice?.id))}
        />
        {audit.state === 'failed' && <ErrorMessage error={audit.error} retry={audit.reload} />}
        {audit.state === 'loading' && <LineSkeletons count={6} />}
        {audit.value?.entries.length === 0 && (
          <EmptyState title={texts.empty.title} body={texts.empty.body} />
        )}
        {audit.value?.entries.map((entry) => (
          <AuditCard
            key={`${entry.section} ${String(entry.version)}`}
            entry={entry}
            who={names(entry.by)}
            onUndone={audit.reload}
          />
        ))}
      </div>
    </Page>
  );
}

/** Names people by account id, as far as Jira tells. */
function usePeople(entries: readonly AuditEntry[]): (accountId: string) => string | undefined {
  const ids = [...new Set(entries.map(({ by }) => by))].sort();
  const people = useAsync(ids.join(' '), () => readPeople(ids));
  return (accountId) => people.value?.find((person) => person.accountId === accountId)?.displayName;
}
