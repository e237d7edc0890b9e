import React, { useState } from 'react';
import { HelperMessage, Inline, Label, SectionMessage, Spinner, Stack, Text, Textfield } from '@forge/react';
import type { OfferedFinding } from '#contract/link-finding-calls';
import { refusalInWords } from '../../issue-panel/format/refusal';
import { useLanguage } from '../../issue-panel/texts/use-language';
import { type Search, useSearch } from '../data/use-search';
import { useTexts } from '../texts/texts';
import { Findings } from './findings';

/** A search box, and the findings that it finds. */
export function Choose({ onChoose }: { onChoose: (finding: OfferedFinding) => void }): React.JSX.Element {
  const texts = useTexts();
  const [text, setText] = useState('');
  const search = useSearch(text);
  return (
    <Stack space="space.200">
      <Text>{texts.intro}</Text>
      <Stack space="space.050">
        <Label labelFor="search">{texts.search}</Label>
        <Textfield
          id="search"
          name="search"
          value={text}
          onChange={(event: { target: { value?: string } }) => {
            setText(event.target.value ?? '');
          }}
        />
        <HelperMessage>{texts.searchHelp}</HelperMessage>
      </Stack>
      <Result search={search} text={text} onChoose={onChoose} />
    </Stack>
  );
}

function Result({
  search: { found, error, isBusy },
  text,
  onChoose,
}: {
  search: Search;
  text: string;
  onChoose: (finding: OfferedFinding) => void;
}): React.JSX.Element {
  const language = useLanguage();
  const texts = useTexts();
  if (error !== undefined)
    return (
      <SectionMessage appearance="error">
        <Text>{error.code === 'forbidden' ? texts.forbidden : refusalInWords(error, language)}</Text>
      </SectionMessage>
    );
  if (found === undefined)
    return (
      <Inline space="space.100" alignBlock="center">
        <Spinner size="small" label={texts.searching} />
        <Text color="color.text.subtlest">{texts.searching}</Text>
      </Inline>
    );
  if (found.findings.length === 0)
    return (
      <Text color="color.text.subtle">
        {isBusy ? texts.searching : text.trim() === '' ? texts.none : texts.nothingFound}
      </Text>
    );
  return (
    <Stack space="space.100">
      <Findings findings={found.findings} onChoose={onChoose} />
      {found.more === true && <Text color="color.text.subtlest">{texts.more}</Text>}
    </Stack>
  );
}
