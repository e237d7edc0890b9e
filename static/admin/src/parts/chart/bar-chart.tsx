import './chart.css';
import { useLocale } from '../../texts/texts';
import { roundTop, sum } from '../../logic/totals';

/** The looks of a part; chart.css knows their colours. */
export type BarLook = 'created' | 'changed' | 'ended' | 'calls' | 'points';

export interface Bar {
  readonly key: string | number;
  readonly label: string;
  /** Told when a mouse rests on it. */
  readonly title: string;
  /** From the bottom. */
  readonly parts: readonly { readonly look: BarLook; readonly value: number }[];
}

interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Every so many bars one label stands below. */
  readonly labelEvery: number;
  /** What the chart shows, in one sentence: screen readers hear this instead of the bars. */
  readonly summary: string;
}

/** Bars over a scale with two lines. It is one picture; a table beside it tells every value. */
export function BarChart({ bars, labelEvery, summary }: BarChartProps) {
  const number = new Intl.NumberFormat(useLocale());
  const top = roundTop(bars.map(({ parts }) => sum(parts.map(({ value }) => value))));
  const columns = { gridTemplateColumns: `repeat(${String(bars.length)}, minmax(0, 1fr))` };
  return (
    <div className="sf-chart" role="img" aria-label={summary}>
      <div className="sf-chart-scale">
        <span>{number.format(top)}</span>
        <span>{number.format(top / 2)}</span>
        <span>{number.format(0)}</span>
      </div>
      <div className="sf-chart-plot" style={columns}>
        {bars.map((bar) => (
          <div key={bar.key} className="sf-chart-bar" title={bar.title}>
            {bar.parts.map(({ look, value }) =>
              value === 0 ? null : (
                <div
                  key={look}
                  className={`sf-chart-part sf-look-${look}`}
                  style={{ height: `${String((100 * value) / top)}%` }}
                />
              ),
            )}
          </div>
        ))}
      </div>
      <div className="sf-chart-labels" style={columns}>
        {bars.map(({ key, label }, index) =>
          index % labelEvery === 0 ? (
            <span
              key={key}
              style={{
                gridColumn: `${String(index + 1)} / span ${String(Math.min(labelEvery, bars.length - index))}`,
              }}
            >
              {label}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
