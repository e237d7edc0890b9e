import React from 'react';
import { Button, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { PanelView } from '../../src/contract/api';
import { otherSide } from './format/side';
import { syncProblem } from './format/sync-problem';
import { usePanel, type LoadedPanel } from './data/use-panel';
import { Facts } from './parts/facts';
import { FirstLine } from './parts/first-line';
import { LinkedIssueLine } from './parts/linked-issue-line';

/** The issue panel: the finding, its facts, the issue it belongs with, and what is wrong if anything is. */
export function Panel(): React.JSX.Element {
  const { state, reload } = usePanel();
  if (state.step === 'loading') return <Loading />;
  if (state.step === 'failed') return <Failed reason={state.reason} onRetry={reload} />;
  const { view } = state.panel;
  return view.finding === undefined ? <Empty /> : <Finding panel={state.panel} finding={view.finding} />;
}

function Finding({
  panel,
  finding,
}: {
  panel: LoadedPanel;
  finding: NonNullable<PanelView['finding']>;
}): React.JSX.Element {
  const { view, linked, today } = panel;
  const problem = syncProblem(view.sync);
  return (
    <Stack space="space.100">
      <FirstLine finding={finding} />
      <Facts finding={finding} today={today} />
      {linked.state === 'visible' && <LinkedIssueLine issue={linked.issue} side={otherSide(view.role)} />}
      {linked.state === 'unreadable' && (
        <Warning text="The linked issue could not be read. Reload the page to try again." />
      )}
      {problem !== undefined && <Warning text={problem} />}
    </Stack>
  );
}

function Warning({ text }: { text: string }): React.JSX.Element {
  return (
    <SectionMessage appearance="warning">
      <Text>{text}</Text>
    </SectionMessage>
  );
}

function Loading(): React.JSX.Element {
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner size="small" label="Loading" />
      <Text color="color.text.subtlest">Loading the finding…</Text>
    </Inline>
  );
}

function Empty(): React.JSX.Element {
  return (
    <Text color="color.text.subtlest">
      No finding belongs to this issue. It appears here once your security portal reports one for it.
    </Text>
  );
}

function Failed({ reason, onRetry }: { reason: string; onRetry: () => void }): React.JSX.Element {
  return (
    <SectionMessage appearance="error" title="The finding could not be loaded">
      <Text>{reason}</Text>
      <Button onClick={onRetry}>Try again</Button>
    </SectionMessage>
  );
}
