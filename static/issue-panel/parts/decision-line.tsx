import React from 'react';
import { SectionMessage, Text } from '@forge/react';
import type { PanelView } from '#contract/panel-calls';
import { dayInWords, dayOf } from '../format/due-date';
import { isolated } from '../../shared/isolated';
import { useLanguage } from '../texts/use-language';

/** What people decided in Jira about the finding, and what they asked for; nothing, where they did not. */
export function DecisionLine({ view: { decision, askedAt } }: { view: PanelView }): React.JSX.Element | null {
  const { texts } = useLanguage();
  if (!decision)
    return askedAt === undefined ? null : (
      <Text color="color.text.subtle">{texts.askedOn(dayInWords(dayOf(askedAt), texts))}</Text>
    );
  const { kind, until, reason, at, agreed } = decision;
  const day = dayInWords(dayOf(at), texts);
  const what =
    kind === 'accepted' && until !== undefined
      ? texts.acceptedHere(dayInWords(until, texts), day)
      : texts.rejectedHere(day);
  return (
    <SectionMessage appearance="information">
      <Text>{agreed ? `${what} ${texts.agreed}` : what}</Text>
      {reason !== undefined && <Text>{texts.reasonIs(isolated(reason))}</Text>}
    </SectionMessage>
  );
}
