import '../../parts/table.css';
import type { ActivityItem } from '#contract/activity';
import { taskConnection } from '#contract/tasks';
import type { LogRow } from '../../logic/log-rows';
import { ReportLine } from '../../parts/report-line';
import { useTexts } from '../../texts/texts';
import { BatchRow } from './batch-row';
import { FindingRow } from './finding-row';
import { RowFrame } from './row-frame';

interface LogTableProps {
  readonly rows: readonly LogRow[];
  readonly connections: readonly { readonly key: string; readonly name: string }[];
  readonly onStory: (asked: AskedStory) => void;
}

/** The finding whose story is asked for. */
export type AskedStory = Pick<ActivityItem, 'finding' | 'product'> & { readonly connection: string };

/** A row a finding; a finding opens its story. */
export function LogTable({ rows, connections, onStory }: LogTableProps) {
  const { common, activity } = useTexts();
  const { table, items } = activity;
  const names = new Map([
    ...connections.map(({ key, name }) => [key, name] as const),
    [taskConnection, common.recurringTasks],
  ]);
  return (
    <table className="sf-table sf-log-table">
      <caption className="sf-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.when}</th>
          <th scope="col">{items.finding}</th>
          <th scope="col">{table.done}</th>
          <th scope="col">{items.issues}</th>
          <th scope="col">{table.connection}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            connection={names.get(row.connection) ?? table.gone}
            onStory={(item) => onStory({ ...item, connection: row.connection })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: LogRow;
  readonly connection: string;
  readonly onStory: (item: Pick<ActivityItem, 'finding' | 'product'>) => void;
}

function Row({ row, connection, onStory }: RowProps) {
  const { log, table } = useTexts().activity;
  switch (row.kind) {
    case 'finding':
      return <FindingRow item={row.item} of={{ ...row, connection }} onStory={onStory} />;
    case 'batch':
      return <BatchRow row={row} connection={connection} onStory={onStory} />;
    case 'report':
      return (
        <RowFrame
          of={{ ...row, connection }}
          finding={row.report.product}
          done={
            <>
              <ReportLine report={row.report} />
              <p className="sf-subtle sf-small">{table.receipt(row.report.receipt)}</p>
            </>
          }
        />
      );
    case 'quiet':
      return (
        <RowFrame
          of={{ ...row, connection }}
          finding={<span className="sf-subtle">{log.findings(row.findings)}</span>}
          done={<span className="sf-subtle">{log.quiet(row.batches)}</span>}
        />
      );
  }
}
