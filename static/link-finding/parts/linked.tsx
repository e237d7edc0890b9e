import React from 'react';
import { Button, SectionMessage, Stack, Text } from '@forge/react';
import { view } from '@forge/bridge';
import type { OfferedFinding } from '#contract/link-finding-calls';
import { isolated } from '../../shared/isolated';
import { useTexts } from '../texts/texts';

/** It was done, and what comes next by itself. */
export function Linked({
  finding,
  issueKey,
}: {
  finding: OfferedFinding;
  issueKey: string;
}): React.JSX.Element {
  const texts = useTexts();
  return (
    <Stack space="space.200" alignInline="start">
      <SectionMessage appearance="success" title={texts.linked(issueKey)}>
        <Text>{texts.linkedTo(isolated(finding.title))}</Text>
      </SectionMessage>
      <Button onClick={() => void view.close()}>{texts.close}</Button>
    </Stack>
  );
}
