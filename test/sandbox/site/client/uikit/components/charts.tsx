import { component, type Draw } from '../component';

interface BarChartProps {
  readonly title?: string;
  readonly data: readonly Readonly<Record<number | string, unknown>>[];
  readonly xAccessor: number | string;
  readonly yAccessor: number | string;
  readonly colorAccessor?: number | string;
  readonly height?: number;
}

const COLOURS = ['--ds-chart-brand', '--ds-chart-teal-bold', '--ds-chart-purple-bold'] as const;
const WIDTH = 640;
const LABELS = 24;

function barChart({ title, data, xAccessor, yAccessor, colorAccessor, height = 400 }: BarChartProps) {
  const textAt = (row: BarChartProps['data'][number], key: number | string | undefined): string =>
    key === undefined ? '' : String(row[key]);
  const places = [...new Set(data.map((row) => textAt(row, xAccessor)))];
  const kinds = [...new Set(data.map((row) => textAt(row, colorAccessor)))];
  const most = Math.max(1, ...data.map((row) => Number(row[yAccessor])));
  const room = WIDTH / Math.max(1, places.length);
  const width = (room * 0.7) / Math.max(1, kinds.length);
  const colour = (kind: string): string => `var(${COLOURS[kinds.indexOf(kind) % COLOURS.length] ?? ''})`;
  const plot = height - 2 * LABELS;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(height - LABELS)}`} role="img" aria-label={title}>
        <line x1={0} x2={WIDTH} y1={plot} y2={plot} stroke="var(--ds-border)" />
        {data.map((row, index) => {
          const [place, kind] = [textAt(row, xAccessor), textAt(row, colorAccessor)];
          const tall = (Number(row[yAccessor]) / most) * (plot - LABELS);
          const x = places.indexOf(place) * room + room * 0.15 + kinds.indexOf(kind) * width;
          return (
            <g key={index}>
              <rect x={x} y={plot - tall} width={width} height={tall} fill={colour(kind)} />
              {tall > 0 && (
                <text x={x + width / 2} y={plot - tall - 4} textAnchor="middle">
                  {textAt(row, yAccessor)}
                </text>
              )}
            </g>
          );
        })}
        {places.map((place, index) => (
          <text key={place} x={(index + 0.5) * room} y={plot + 16} textAnchor="middle">
            {place}
          </text>
        ))}
      </svg>
      <ul className="legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <span style={{ background: colour(kind) }} /> {kind}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Charts, drawn plainly. */
export const charts: Readonly<Record<string, Draw>> = {
  BarChart: component<BarChartProps>(barChart),
};
