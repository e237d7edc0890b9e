import React from 'react';
import { DynamicTable, Link, Lozenge, Stack, Text } from '@forge/react';
import { issuesAddress } from '../../shared/jql/conditions';
import { severityAppearance } from '../../shared/severity-appearance';
import type { Figure, Figures } from '../data/read-figures';
import { inWords, shortDay } from '../logic/in-words';
import { useTexts } from '../texts/use-texts';

/** Every number of the gadget as tables. */
export function Tables({ figures, siteUrl }: { figures: Figures; siteUrl: string }): React.JSX.Element {
  const texts = useTexts();
  const { open, overdue, severities, weeks, resolving } = figures;
  const time = inWords(resolving, texts);
  const number = (key: string, { count, jql }: Figure) => ({
    key,
    content: (
      <Text>
        <Link href={issuesAddress(siteUrl, jql)}>{count.toLocaleString(texts.locale)}</Link>
      </Text>
    ),
  });
  const words = (key: string, text: string) => ({ key, content: <Text>{text}</Text> });
  return (
    <Stack space="space.200">
      <DynamicTable
        caption={texts.keyTitle}
        head={head(texts.figureColumn, texts.issuesColumn)}
        rows={[
          { key: 'open', cells: [words('what', texts.open), number('count', open)] },
          { key: 'overdue', cells: [words('what', texts.overdue), number('count', overdue)] },
          {
            key: 'time',
            cells: [
              words('what', texts.resolveTime),
              words('count', time.of === undefined ? time.text : `${time.text} (${time.of})`),
            ],
          },
        ]}
      />
      <DynamicTable
        caption={texts.severityTitle}
        head={head(texts.severityColumn, texts.issuesColumn)}
        rows={severities.map(({ severity, ...figure }) => ({
          key: severity,
          cells: [
            {
              key: 'severity',
              content: (
                <Lozenge appearance={severityAppearance[severity]}>{texts.severity[severity]}</Lozenge>
              ),
            },
            number('count', figure),
          ],
        }))}
      />
      <DynamicTable
        caption={texts.weeksTitle}
        head={head(texts.week, texts.opened, texts.resolved)}
        rows={weeks.map(({ week, opened, resolved }) => ({
          key: week.from,
          cells: [
            words('week', shortDay(week.from, texts.locale)),
            number('opened', opened),
            number('resolved', resolved),
          ],
        }))}
      />
    </Stack>
  );
}

function head(...names: readonly string[]) {
  return { cells: names.map((name) => ({ key: name, content: name })) };
}
