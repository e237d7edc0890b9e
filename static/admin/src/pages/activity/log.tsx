import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { AdminOutputs } from '#contract/api';
import { useCall } from '../../hooks/use-call';
import type { LogFilter } from '../../logic/log-filter';
import { logRows } from '../../logic/log-rows';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useDayAndTime } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { LogFilterBar } from './log-filter-bar';
import { type AskedStory, LogTable } from './log-table';
import { useLog } from './use-log';
import { lazily } from '../../parts/lazily';

const StoryDialog = lazily(async () => (await import('./story-dialog')).StoryDialog);

/** What was done, newest first, as far back as it was read; it can be searched. */
export function Log({ newest }: { newest: AdminOutputs['activity.search'] }) {
  const texts = useTexts().activity.log;
  const dayAndTime = useDayAndTime();
  const connections = useCall('connections.list', {});
  const { connections: standing = [], archived = [] } = connections.value ?? {};
  const [filter, setFilter] = useState<LogFilter>({ text: '' });
  const log = useLog(filter, newest);
  const [story, setStory] = useState<AskedStory>();
  const activities = connections.state === 'loading' ? undefined : log.activities;
  return (
    <div className="sf-stack sf-log" aria-busy={log.isSearching}>
      <LogFilterBar filter={filter} connections={[...standing, ...archived]} onChange={setFilter} />
      {log.error !== undefined && <ErrorMessage error={log.error} />}
      {activities === undefined && log.error === undefined && <LineSkeletons count={8} />}
      {activities !== undefined && (
        <>
          {activities.length > 0 && (
            <LogTable
              rows={logRows(activities)}
              connections={[...standing, ...archived]}
              onStory={setStory}
            />
          )}
          <div className="sf-row">
            <p className="sf-subtle" role="status">
              {activities.length === 0 && `${texts.noMatch} `}
              {log.from !== undefined &&
                (log.isMore
                  ? texts.searchedTo(dayAndTime(log.from))
                  : texts.searchedAll(dayAndTime(log.from)))}
            </p>
            {log.isMore && (
              <Button isLoading={log.busy} onClick={log.readFurther}>
                {log.isNarrow ? texts.searchFurther : texts.showOlder}
              </Button>
            )}
          </div>
        </>
      )}
      {story !== undefined && (
        <Suspense>
          <StoryDialog {...story} onClose={() => setStory(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
