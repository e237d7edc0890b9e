import './mapping-table.css';
import { Fragment } from 'react';
import type { Statuses } from '#contract/settings';
import { ambiguities, statusRows } from '../../../logic/status-rows';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { MappingRow } from './mapping-row';
import { SpaceSection } from './space-section';

/** Finding statuses by lifecycle, each with the Jira statuses it takes and the direction. */
export function MappingTable({ own }: { own: Statuses['own'] }) {
  const { spaces, common } = useTexts();
  const texts = spaces.mapping;
  const { space } = useSpaceForm();
  const unclear = ambiguities(space.statuses);
  return (
    <SpaceSection title={texts.title} intro={texts.intro} field="statuses">
      <table className="sf-mapping">
        <thead>
          <tr>
            <th scope="col">{texts.finding}</th>
            <th scope="col">{texts.jira}</th>
            <th scope="col">{texts.direction}</th>
          </tr>
        </thead>
        {statusRows(own).map(({ lifecycle, rows }) => (
          <tbody key={lifecycle}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="sf-mapping-group">
                {common.lifecycle[lifecycle]}
              </th>
            </tr>
            {rows.map((row) => (
              <Fragment key={row.status}>
                <MappingRow row={row} ambiguity={unclear.get(row.status)} own={own} />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </SpaceSection>
  );
}
