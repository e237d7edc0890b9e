import React from 'react';
import { Heading, Inline, Link, Lozenge, Stack, Text } from '@forge/react';
import { severityAppearance } from '../../shared/severity-appearance';
import { issuesAddress } from '../../shared/jql/conditions';
import type { Figure, Figures } from '../data/read-figures';
import { inWords } from '../logic/in-words';
import { useTexts } from '../texts/use-texts';

/** The numbers to be read from across the room. */
export function KeyFigures({ figures, siteUrl }: { figures: Figures; siteUrl: string }): React.JSX.Element {
  const texts = useTexts();
  const { open, overdue, resolving } = figures;
  const time = inWords(resolving, texts);
  return (
    <Stack space="space.200">
      <Inline space="space.400" rowSpace="space.200" shouldWrap>
        <Number figure={open} siteUrl={siteUrl}>
          <Text>{texts.open}</Text>
        </Number>
        <Number figure={overdue} siteUrl={siteUrl}>
          <Text {...(overdue.count > 0 ? { color: 'color.text.danger' } : {})}>{texts.overdue}</Text>
        </Number>
        <Stack space="space.050">
          <Heading as="span" size="large">
            {time.of === undefined ? (
              time.text
            ) : (
              <Link href={issuesAddress(siteUrl, resolving.jql)}>{time.text}</Link>
            )}
          </Heading>
          <Text>{texts.resolveTime}</Text>
          {time.of !== undefined && (
            <Text size="small" color="color.text.subtlest">
              {time.of}
            </Text>
          )}
        </Stack>
      </Inline>
      <Inline space="space.300" rowSpace="space.150" shouldWrap>
        {figures.severities.map(({ severity, ...figure }) => (
          <Number key={severity} figure={figure} siteUrl={siteUrl} small>
            <Lozenge appearance={severityAppearance[severity]}>{texts.severity[severity]}</Lozenge>
          </Number>
        ))}
      </Inline>
    </Stack>
  );
}

/** A number that leads to its issues, over what it counts. */
function Number({
  figure: { count, jql },
  siteUrl,
  small = false,
  children,
}: {
  figure: Figure;
  siteUrl: string;
  small?: boolean;
  children: React.JSX.Element;
}): React.JSX.Element {
  const { locale } = useTexts();
  return (
    <Stack space="space.050" alignInline="start">
      <Heading as="span" size={small ? 'medium' : 'xlarge'}>
        <Link href={issuesAddress(siteUrl, jql)}>{count.toLocaleString(locale)}</Link>
      </Heading>
      {children}
    </Stack>
  );
}
