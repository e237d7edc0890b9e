import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { GroupRef } from '#contract/group';
import type { Story } from '#contract/story';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { GroupMembers } from './group-members';
import { useMembers } from './use-members';
import { lazily } from '../../parts/lazily';

const ConfirmDialog = lazily(async () => (await import('../../parts/confirm-dialog')).ConfirmDialog);

interface StoryGroupProps {
  readonly story: Story;
  readonly group: GroupRef;
  readonly connection: string;
}

/** With which findings it shares its issues, and taking that apart. */
export function StoryGroup({ story, group, connection }: StoryGroupProps) {
  const texts = useTexts().story.group;
  const [asking, setAsking] = useState(false);
  const [parted, setParted] = useState<number>();
  const where = { connection, product: story.product ?? '' };
  const members = useMembers({ ...where, group });
  const ungroup = useAction(() => call('groups.ungroup', { ...where, group: group.id }));
  const keys = story.issues.filter(({ gone }) => !gone).map(({ key }) => key);
  const issues = keys.length > 0 ? keys.join(texts.and) : texts.theIssues;
  const takeApart = async () => {
    const answer = await ungroup.run(undefined);
    setAsking(false);
    setParted(answer?.findings);
  };
  const { total } = members;
  return (
    <section className="sf-stack-tight" aria-label={texts.title}>
      <Heading size="xsmall" as="h2">
        {texts.title}
      </Heading>
      {members.error !== undefined && <ErrorMessage error={members.error} retry={members.retry} />}
      {total === undefined && members.error === undefined && <LineSkeletons count={3} />}
      {parted !== undefined && <p role="status">{texts.done(parted)}</p>}
      {parted === undefined && total !== undefined && (
        <>
          <p>{texts.shares(issues, total - 1)}</p>
          <GroupMembers rows={members.rows} />
          <div className="sf-row">
            {members.more !== undefined && <More more={members.more} isBusy={members.busy} />}
            <Button spacing="compact" onClick={() => setAsking(true)}>
              {texts.ungroup}
            </Button>
          </div>
          {ungroup.error !== undefined && <ErrorMessage title={texts.failed} error={ungroup.error} />}
        </>
      )}
      {asking && total !== undefined && (
        <Suspense>
          <ConfirmDialog
            title={texts.askTitle}
            confirm={texts.confirm}
            appearance="warning"
            isBusy={ungroup.busy}
            onCancel={() => setAsking(false)}
            onConfirm={() => void takeApart()}
          >
            <p>{texts.ask(total, issues)}</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </section>
  );
}

function More({ more, isBusy }: { more: () => void; isBusy: boolean }) {
  const { loadMore } = useTexts().common;
  return (
    <Button spacing="compact" appearance="subtle" isLoading={isBusy} onClick={more}>
      {loadMore}
    </Button>
  );
}
