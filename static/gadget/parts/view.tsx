import React, { useState } from 'react';
import { Button, EmptyState, Heading, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { Figures } from '../data/read-figures';
import { useFigures } from '../data/use-figures';
import type { Configuration } from '../logic/configuration';
import { useTexts } from '../texts/use-texts';
import { KeyFigures } from './key-figures';
import { Tables } from './tables';
import { WeekChart } from './week-chart';

/** A few numbers and one chart, or the same as tables; every number leads to the issues behind it. */
export function View({
  configuration,
  siteUrl,
  timeZone,
}: {
  configuration: Configuration;
  siteUrl: string;
  timeZone?: string;
}): React.JSX.Element {
  const texts = useTexts();
  const { state, reload } = useFigures(configuration, timeZone);
  switch (state.step) {
    case 'loading':
      return (
        <Inline space="space.100" alignBlock="center">
          <Spinner size="small" label={texts.loading} />
          <Text color="color.text.subtlest">{texts.loading}</Text>
        </Inline>
      );
    case 'failed':
      return (
        <SectionMessage appearance="error" title={texts.failed}>
          <Text>{texts.failedBecause(state.reason)}</Text>
          <Button onClick={reload}>{texts.tryAgain}</Button>
        </SectionMessage>
      );
    case 'unanswerable':
      return <EmptyState header={texts.empty} description={texts.unanswerable} headingLevel={3} />;
    case 'empty':
      return <EmptyState header={texts.empty} description={texts.emptyHelp} headingLevel={3} />;
    case 'ready':
      return <Shown figures={state.figures} siteUrl={siteUrl} />;
  }
}

function Shown({ figures, siteUrl }: { figures: Figures; siteUrl: string }): React.JSX.Element {
  const texts = useTexts();
  const [asTables, setAsTables] = useState(false);
  return (
    <Stack space="space.200">
      {figures.title !== undefined && <Heading as="h3">{figures.title}</Heading>}
      {asTables ? (
        <Tables figures={figures} siteUrl={siteUrl} />
      ) : (
        <Stack space="space.200">
          <KeyFigures figures={figures} siteUrl={siteUrl} />
          <WeekChart weeks={figures.weeks} />
        </Stack>
      )}
      <Inline>
        <Button
          appearance="subtle"
          onClick={() => {
            setAsTables(!asTables);
          }}
        >
          {asTables ? texts.asChart : texts.asTable}
        </Button>
      </Inline>
    </Stack>
  );
}
