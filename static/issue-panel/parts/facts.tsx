import React from 'react';
import { Inline, Text } from '@forge/react';
import type { PanelView } from '#contract/panel-calls';
import { useLanguage } from '../texts/use-language';
import { factsOf } from '../format/facts';

/** The facts that matter, in one line that wraps. `today` is the viewer's day, YYYY-MM-DD. */
export function Facts({
  finding,
  today,
}: {
  finding: NonNullable<PanelView['finding']>;
  today: string;
}): React.JSX.Element | null {
  const facts = factsOf(finding, today, useLanguage().texts);
  if (facts.length === 0) return null;
  return (
    <Inline space="space.075" rowSpace="space.025" separator="·" shouldWrap>
      {facts.map(({ text, urgent }) => (
        <Text key={text} color={urgent ? 'color.text.danger' : 'color.text.subtle'}>
          {text}
        </Text>
      ))}
    </Inline>
  );
}
