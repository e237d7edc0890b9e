import React from 'react';
import { Button, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { PanelView } from '#contract/panel-calls';
import { otherSide } from './format/side';
import { syncProblem } from './format/sync-problem';
import { usePanel, type LoadedPanel } from './data/use-panel';
import { Actions } from './parts/actions/actions';
import { DecisionLine } from './parts/decision-line';
import { Facts } from './parts/facts';
import { FirstLine } from './parts/first-line';
import { History } from './parts/history';
import { Members } from './parts/members';
import { LinkedIssueLine } from './parts/linked-issue-line';
import { LanguageContext, useLanguage, useViewerLanguage } from './texts/use-language';

/** The issue panel: the finding, its facts, the issue it belongs with, and what is wrong if anything is. */
export function Panel(): React.JSX.Element | null {
  const language = useViewerLanguage();
  const { state, reload } = usePanel();
  // Only until the bridge told the language; the finding is being loaded meanwhile.
  if (language === undefined) return null;
  return (
    <LanguageContext.Provider value={language}>
      <Content state={state} reload={reload} />
    </LanguageContext.Provider>
  );
}

function Content({ state, reload }: ReturnType<typeof usePanel>): React.JSX.Element {
  if (state.step === 'loading') return <Loading />;
  if (state.step === 'failed') return <Failed reason={state.reason} onRetry={reload} />;
  const { view } = state.panel;
  return view.finding === undefined ? (
    <Empty />
  ) : (
    <Finding panel={state.panel} finding={view.finding} reload={reload} />
  );
}

function Finding({
  panel,
  finding,
  reload,
}: {
  panel: LoadedPanel;
  finding: NonNullable<PanelView['finding']>;
  reload: () => void;
}): React.JSX.Element {
  const { view, linked, today } = panel;
  const language = useLanguage();
  const { texts } = language;
  const problem = syncProblem(view.sync, language);
  return (
    <Stack space="space.100">
      <FirstLine finding={finding} />
      <Facts finding={finding} today={today} />
      <DecisionLine view={view} />
      {view.members !== undefined && <Members members={view.members} count={view.memberCount} />}
      {linked.state === 'visible' && (
        <LinkedIssueLine issue={linked.issue} side={otherSide(view.role, texts)} />
      )}
      {linked.state === 'unreadable' && <Warning text={texts.linkedUnreadable} />}
      {problem !== undefined && <Warning text={problem} />}
      <Inline space="space.100" alignBlock="start" shouldWrap>
        <Actions panel={panel} onDone={reload} />
        <History entries={view.history ?? []} />
      </Inline>
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
  const { texts } = useLanguage();
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner size="small" label={texts.loading} />
      <Text color="color.text.subtlest">{texts.loadingFinding}</Text>
    </Inline>
  );
}

function Empty(): React.JSX.Element {
  const { texts } = useLanguage();
  return <Text color="color.text.subtlest">{texts.empty}</Text>;
}

function Failed({ reason, onRetry }: { reason: string; onRetry: () => void }): React.JSX.Element {
  const { texts } = useLanguage();
  return (
    <SectionMessage appearance="error" title={texts.failed}>
      <Text>{texts.failedBecause(reason)}</Text>
      <Button onClick={onRetry}>{texts.tryAgain}</Button>
    </SectionMessage>
  );
}
