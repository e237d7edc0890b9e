/** Once a week Atlassian is told of whom the app stores account ids, and what it names is erased or read anew. */
import type { PeopleNews } from '../../core/settings/people';
import { slices } from '../../core/data/lists';
import type { Ports } from '../ports';
import { erasePeople } from './erase-people';
import { storedPeople } from './stored-people';

const accountsACall = 90;

/** Safe to repeat: who was erased is stored no more. */
export async function reportPeople(ports: Ports): Promise<void> {
  // Which account an address stands for is found out again where it is needed.
  await ports.people.forgetFound();
  const stored = await storedPeople(ports);
  const known = await ports.people.refreshed();
  const refreshed = new Map([...known].filter(([id]) => stored.has(id)));
  const accounts = [...stored].map(([id, at]) => ({ id, at: Math.max(at, refreshed.get(id) ?? 0) }));
  for (const some of slices(accounts, accountsACall)) {
    const told = await ports.people.report(some);
    const ids = (status: string) => [...told].flatMap(([id, is]) => (is === status ? [id] : []));
    const news: PeopleNews = { closed: new Set(ids('closed')), names: await namesOf(ports, ids('updated')) };
    if (told.size > 0) await erasePeople(ports, news);
    for (const id of news.closed) refreshed.delete(id);
    for (const id of news.names.keys()) refreshed.set(id, ports.now());
    if (told.size > 0 || refreshed.size < known.size) await ports.people.noteRefreshed(refreshed);
  }
}

/** A name that Jira does not tell now is kept no longer: the id is enough. */
async function namesOf(ports: Ports, ids: readonly string[]): Promise<Map<string, string | undefined>> {
  const names = new Map<string, string | undefined>();
  for (const id of ids) {
    const person = await ports.catalogue.person(id);
    names.set(id, person.ok ? person.value?.name : undefined);
  }
  return names;
}
