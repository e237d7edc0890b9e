import React from 'react';
import { Button, DynamicTable, Lozenge, Stack, Text } from '@forge/react';
import type { OfferedFinding } from '#contract/link-finding-calls';
import { severityLozenge } from '../../issue-panel/format/severity';
import { useLanguage } from '../../issue-panel/texts/use-language';
import { isolated } from '../../shared/isolated';
import { useTexts } from '../texts/texts';

/** Findings to choose from: severity, title with id, product. */
export function Findings({
  findings,
  onChoose,
}: {
  findings: readonly OfferedFinding[];
  onChoose: (finding: OfferedFinding) => void;
}): React.JSX.Element {
  const { texts: panelTexts } = useLanguage();
  const texts = useTexts();
  return (
    <DynamicTable
      caption={texts.findings}
      head={{ cells: Object.entries(texts.columns).map(([key, content]) => ({ key, content })) }}
      rows={findings.map((one) => ({ key: one.ref, cells: cellsOf(one) }))}
    />
  );

  function cellsOf(one: OfferedFinding) {
    const { word, appearance } = severityLozenge(one.severity, panelTexts);
    const title = (
      <Stack space="space.025">
        <Text>{isolated(one.title)}</Text>
        <Text size="small" color="color.text.subtlest">
          {isolated(one.id)}
        </Text>
      </Stack>
    );
    const choose = (
      <Button
        spacing="compact"
        onClick={() => {
          onChoose(one);
        }}
      >
        {texts.choose}
      </Button>
    );
    return [
      { key: 'severity', content: <Lozenge appearance={appearance}>{word}</Lozenge> },
      { key: 'finding', content: title },
      { key: 'product', content: <Text>{isolated(one.product)}</Text> },
      { key: 'choose', content: choose },
    ];
  }
}
