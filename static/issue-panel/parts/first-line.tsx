import React from 'react';
import { Inline, Link, Lozenge, Text } from '@forge/react';
import type { PanelView } from '#contract/panel-calls';
import { severityLozenge } from '../format/severity';
import { statusLozenge } from '../format/status';
import { isolated } from '../../shared/isolated';
import { useLanguage } from '../texts/use-language';

/** Severity, title as a link to the portal, status in the portal. */
export function FirstLine({ finding }: { finding: NonNullable<PanelView['finding']> }): React.JSX.Element {
  const { texts } = useLanguage();
  const severity = severityLozenge(finding.severity, texts);
  const status = statusLozenge(finding, texts);
  const title = isolated(finding.title);
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Lozenge appearance={severity.appearance}>{severity.word}</Lozenge>
      <Text weight="semibold">
        {finding.url === undefined ? (
          title
        ) : (
          <Link href={finding.url} openNewTab>
            {title}
          </Link>
        )}
      </Text>
      <Lozenge appearance={status.appearance} maxWidth={280}>
        {status.word}
      </Lozenge>
    </Inline>
  );
}
