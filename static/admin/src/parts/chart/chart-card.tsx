import './chart.css';
import '../table.css';
import { type ReactNode, useState } from 'react';
import Skeleton from '@atlaskit/skeleton';
import { useLocale, useTexts } from '../../texts/texts';
import { LinkButton } from '../link-button';
import { type Bar, BarChart, type BarLook } from './bar-chart';
import { CardHead } from '../card-head';

interface ChartNumber {
  /** Absent: it is not in the chart. */
  readonly look?: BarLook;
  readonly word: string;
  readonly value: number;
  /** There may be more. */
  readonly isAtLeast?: boolean;
}

interface ChartCardProps {
  readonly title: string;
  readonly numbers: readonly ChartNumber[];
  readonly bars: readonly Bar[];
  readonly labelEvery: number;
  readonly summary: string;
  /** Said in the place of the chart when there is nothing to draw. */
  readonly empty: string;
  /** Tells the same as the chart, value by value. */
  readonly table: ReactNode;
}

/** Counts, which are also the key to the colours, over their chart; a button shows the chart as a table. */
export function ChartCard({ title, numbers, empty, table, ...chart }: ChartCardProps) {
  const { charts } = useTexts().activity;
  const number = new Intl.NumberFormat(useLocale());
  const [asTable, setAsTable] = useState(false);
  const isEmpty = chart.bars.every(({ parts }) => parts.every(({ value }) => value === 0));
  const [toggle, toggleOf] = asTable
    ? [charts.asChart, charts.asChartOf(title)]
    : [charts.asTable, charts.asTableOf(title)];
  return (
    <section className="sf-card sf-stack" aria-label={title}>
      <CardHead
        title={title}
        action={
          !isEmpty && (
            <LinkButton label={toggleOf} onClick={() => setAsTable(!asTable)}>
              {toggle}
            </LinkButton>
          )
        }
      />
      <dl className="sf-numbers">
        {numbers.map(({ look, word, value, isAtLeast = false }) => (
          <div key={word}>
            <dt>
              {look !== undefined && <span className={`sf-swatch sf-look-${look}`} />}
              {word}
            </dt>
            <dd>
              {number.format(value)}
              {isAtLeast && '+'}
            </dd>
          </div>
        ))}
      </dl>
      {isEmpty ? <p className="sf-chart-empty">{empty}</p> : asTable ? table : <BarChart {...chart} />}
    </section>
  );
}

/** Keeps the place of such a card, as high as what comes. */
export function ChartSkeleton() {
  const { loading } = useTexts().common;
  return (
    <div className="sf-card sf-stack" role="status" aria-label={loading}>
      <Skeleton width={180} height={20} isShimmering />
      <Skeleton width={320} height={44} isShimmering />
      <Skeleton width="100%" height={160} isShimmering />
    </div>
  );
}
