import React, { useState } from 'react';
import {
  Button,
  ButtonGroup,
  Inline,
  List,
  ListItem,
  LoadingButton,
  Lozenge,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import type { OfferedFinding } from '#contract/link-finding-calls';
import type { PanelError } from '#contract/panel-calls';
import { refusalInWords } from '../../issue-panel/format/refusal';
import { severityLozenge } from '../../issue-panel/format/severity';
import { useLanguage } from '../../issue-panel/texts/use-language';
import { isolated } from '../../shared/isolated';
import { linkFinding } from '../data/calls';
import { useTexts } from '../texts/texts';

/** What will happen, where, and who will see it, before it happens. */
export function Confirm({
  finding,
  issueKey,
  onBack,
  onDone,
}: {
  finding: OfferedFinding;
  issueKey: string;
  onBack: () => void;
  onDone: () => void;
}): React.JSX.Element {
  const language = useLanguage();
  const texts = useTexts();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<PanelError>();
  const { word, appearance } = severityLozenge(finding.severity, language.texts);
  const link = async (): Promise<void> => {
    setBusy(true);
    const refused = await linkFinding(finding.ref);
    setBusy(false);
    setError(refused);
    if (!refused) onDone();
  };
  return (
    <Stack space="space.200">
      {error !== undefined && (
        <SectionMessage appearance="error">
          <Text>{error.code === 'forbidden' ? texts.forbidden : refusalInWords(error, language)}</Text>
        </SectionMessage>
      )}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={appearance}>{word}</Lozenge>
        <Text weight="semibold">{isolated(finding.title)}</Text>
      </Inline>
      <List type="unordered">
        {texts.happens(issueKey).map((sentence) => (
          <ListItem key={sentence}>{sentence}</ListItem>
        ))}
      </List>
      <ButtonGroup>
        <LoadingButton appearance="primary" isLoading={isBusy} onClick={() => void link()}>
          {texts.link(issueKey)}
        </LoadingButton>
        <Button appearance="subtle" onClick={onBack}>
          {texts.back}
        </Button>
      </ButtonGroup>
    </Stack>
  );
}
