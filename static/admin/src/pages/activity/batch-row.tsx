import { useState } from 'react';
import Button from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { ActivityItem } from '#contract/activity';
import type { LogRow } from '../../logic/log-rows';
import { useCounts } from '../../parts/use-counts';
import { useDayAndTime } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { FindingRow } from './finding-row';
import { RowFrame } from './row-frame';

interface BatchRowProps {
  readonly row: Extract<LogRow, { kind: 'batch' }>;
  readonly connection: string;
  readonly onStory: (item: Pick<ActivityItem, 'finding' | 'product'>) => void;
}

/** What was done together, folded; it opens to a row a finding. */
export function BatchRow({ row, connection, onStory }: BatchRowProps) {
  const { log, table, items: texts } = useTexts().activity;
  const [open, setOpen] = useState(false);
  const counts = useCounts();
  const dayAndTime = useDayAndTime();
  const { items, partial } = row;
  const total = Object.values(row.counts).reduce((sum, count) => sum + count, 0);
  const when = dayAndTime(row.at);
  return (
    <>
      <RowFrame
        of={{ ...row, connection }}
        finding={
          items.length === 0 ? (
            <span className="sf-subtle">{log.findings(total)}</span>
          ) : (
            <span className="sf-log-fold">
              <Button
                appearance="subtle"
                spacing="compact"
                iconBefore={open ? ChevronDown : ChevronRight}
                aria-expanded={open}
                aria-label={`${log.findings(total)}: ${open ? table.hide(when) : table.show(when)}`}
                onClick={() => setOpen(!open)}
              >
                {log.findings(total)}
              </Button>
            </span>
          )
        }
        done={counts(row.counts)}
      />
      {open &&
        items.map((item) => (
          <FindingRow
            key={`${item.product}\n${item.finding}\n${item.outcome}`}
            item={item}
            onStory={onStory}
          />
        ))}
      {open && partial && (
        <RowFrame finding={<span className="sf-subtle sf-small">{texts.rest(items.length)}</span>} done="" />
      )}
    </>
  );
}
