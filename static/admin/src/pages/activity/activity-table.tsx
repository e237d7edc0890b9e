import '../../parts/table.css';
import { useState } from 'react';
import { IconButton } from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { Activity } from '../../../../../src/contract/activity';
import type { ConnectionView } from '../../../../../src/contract/api';
import { dayAndTime } from '../../../../shared/relative-time';
import { usePageContext } from '../../bridge/context-provider';
import { ReportLine } from '../../parts/report-line';
import { useCounts } from '../../parts/use-counts';
import { MaskedKinds } from '../../parts/masked-kinds';
import { When } from '../../parts/when';
import { useLocale, useTexts } from '../../texts/texts';
import { BatchItems } from './batch-items';

interface ActivityTableProps {
  readonly batches: readonly Activity[];
  readonly connections: readonly Pick<ConnectionView, 'key' | 'name'>[];
}

/** One row for each batch; a row opens to show what became of each finding. */
export function ActivityTable({ batches, connections }: ActivityTableProps) {
  const { table } = useTexts().activity;
  return (
    <table className="sf-table">
      <caption className="sf-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sf-hidden">{table.details}</span>
          </th>
          <th scope="col">{table.when}</th>
          <th scope="col">{table.done}</th>
          <th scope="col">{table.connection}</th>
          <th scope="col" className="sf-number">
            {table.calls}
          </th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <BatchRow
            key={batch.id}
            batch={batch}
            connection={connections.find(({ key }) => key === batch.connection)?.name ?? table.gone}
          />
        ))}
      </tbody>
    </table>
  );
}

function BatchRow({ batch, connection }: { batch: Activity; connection: string }) {
  const { table } = useTexts().activity;
  const [open, setOpen] = useState(false);
  const locale = useLocale();
  const { timezone } = usePageContext();
  const counts = useCounts();
  const when = dayAndTime(batch.at, locale, timezone);
  return (
    <>
      <tr>
        <td>
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={open ? ChevronDown : ChevronRight}
            label={open ? table.hide(when) : table.show(when)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        </td>
        <td>
          <When at={batch.at} />
        </td>
        <td>{batch.report ? <ReportLine report={batch.report} /> : counts(batch.counts)}</td>
        <td>{connection}</td>
        <td className="sf-number">{batch.jiraCalls}</td>
      </tr>
      {open && (
        <tr>
          <td />
          <td colSpan={4}>
            {batch.masked !== undefined && <MaskedKinds masked={batch.masked} />}
            {batch.report ? (
              <p className="sf-subtle">{table.receipt(batch.report.receipt)}</p>
            ) : (
              <BatchItems connection={batch.connection} items={batch.items} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
