import React, { useState } from 'react';
import { Button, Inline, Stack, Text } from '@forge/react';
import type { StoryEntry } from '#contract/story';
import { historyLines } from '../format/history';
import { useLanguage } from '../texts/use-language';

/** What the app and people did, newest first, once somebody asks for it. */
export function History({ entries }: { entries: readonly StoryEntry[] }): React.JSX.Element | null {
  const { texts } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const lines = historyLines(entries, texts);
  if (lines.length === 0) return null;
  return (
    <Stack space="space.100" alignInline="start">
      <Button
        appearance="subtle"
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? texts.history.hide : texts.history.show}
      </Button>
      {isOpen &&
        lines.map(({ when, what }, index) => (
          <Inline key={String(index)} space="space.100" shouldWrap>
            <Text color="color.text.subtlest">{when}</Text>
            <Text>{what}</Text>
          </Inline>
        ))}
    </Stack>
  );
}
