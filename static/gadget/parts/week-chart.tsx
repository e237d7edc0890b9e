import React from 'react';
import { BarChart } from '@forge/react';
import type { Figures } from '../data/read-figures';
import { tightDay } from '../logic/in-words';
import { useTexts } from '../texts/use-texts';

const height = 280;

/** What was opened and what was resolved, week by week. */
export function WeekChart({ weeks }: { weeks: Figures['weeks'] }): React.JSX.Element {
  const texts = useTexts();
  const data = weeks.flatMap(({ week, opened, resolved }) => {
    const from = tightDay(week.from, texts.locale);
    return [
      [from, opened.count, texts.opened],
      [from, resolved.count, texts.resolved],
    ];
  });
  return (
    <BarChart
      title={texts.weeksTitle}
      data={data}
      xAccessor={0}
      yAccessor={1}
      colorAccessor={2}
      height={height}
      showBorder={false}
      hideMenu
    />
  );
}
