/** A person makes an existing issue the issue of a finding that lacks one. */
import type { SettingsDocument } from '../../contract/settings';
import { type Lack, lackAt } from '../../core/sync/lacks-issue';
import type { Ports } from '../ports';
import type { Person } from '../ports-person';
import { recordsOfIssues } from '../records/own-issue';
import { changeRecord, type InFront } from './change-finding';
import { adopted } from './link-issue';
import { type Acted, refused } from './refused';
import { standOn, type StandsOn } from './stand-on';

/** `ref`: the finding as a search answered it to this person; what holds for a search is asked again. */
export async function linkFinding(
  ports: Ports,
  issueId: string,
  person: Person,
  { ref }: { readonly ref: string },
): Promise<Acted> {
  const stands = await standOn(ports, issueId, person);
  if ('error' in stands) return stands;
  const owner = (await recordsOfIssues(ports, [issueId])).get(issueId);
  // Said twice, because the first answer was lost.
  if (owner)
    return owner.key === ref ? {} : refused('conflict', 'The issue belongs to a finding already.', 'taken');
  const { document: settings } = await ports.settings.read();
  return changeRecord(ports, () => lackingAs(ports, ref, stands, settings, person), person, {
    outcome: 'linked',
    change: (of) => adopted(ports, of, of.role, stands.fetched, person),
  });
}

async function lackingAs(
  ports: Ports,
  key: string,
  { at, fetched }: StandsOn,
  settings: SettingsDocument,
  person: Person,
): Promise<InFront | undefined> {
  const record = (await ports.links.getMany([key])).get(key);
  const lack = record && lackAt(record, at, settings);
  if (!lack || !(await seesOther(lack, person))) return undefined;
  const connection = await ports.connections.get(record.connection);
  return connection && !connection.archived ? { key, record, role: lack.role, issue: fetched } : undefined;
}

async function seesOther({ other }: Lack, person: Person): Promise<boolean> {
  return other === undefined || (await person.browses([other.id])).has(other.id);
}
