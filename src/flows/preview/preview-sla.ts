/** What clocks and steps would do by settings that need not be saved. Nothing is written, and Jira is not asked. */
import type { SlaPreview } from '../../contract/sla-calls';
import type { Sla } from '../../contract/sla';
import { calendarOf } from '../../core/sla/calendar';
import { type Foreseen, foresee, sumForeseen } from '../../core/sla/foresee';
import type { ReadPorts } from '../ports';

/** What is read must fit the time of one call. */
const mostUnits = 150;

/** Of all findings, or of as many as one call can read. */
export async function previewSla(ports: ReadPorts, sla: Sla): Promise<SlaPreview> {
  const { document } = await ports.settings.read();
  const settings = { ...document, sla };
  const calendar = calendarOf(sla);
  const foreseen: Foreseen[] = [];
  let units = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.links.walk(cursor);
    foreseen.push(...page.records.map(({ record }) => foresee(record, settings, calendar, ports.now())));
    units += page.units;
    cursor = page.next;
  } while (cursor !== undefined && units < mostUnits);
  return sumForeseen(foreseen, settings, cursor === undefined);
}
