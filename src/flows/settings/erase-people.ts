/** Takes people out of everything that is stored, and gives the others the names they have today. */
import { isIn } from '../../core/data/look-up';
import type { Connection } from '../../contract/connection';
import type { Finding } from '../../contract/finding';
import { type SectionName, sectionNames } from '../../contract/settings';
import {
  fixedWithout,
  isAccount,
  nobody,
  peopleIn,
  type PeopleNews,
  theApp,
  withNews,
} from '../../core/settings/people';
import { changeAt, refPlaces, withRefs } from '../../core/settings/references';
import { mark } from '../../core/data/hash';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { upgradeOutboxBlock } from '../../contract/stored/outbox';
import {
  allDeeds,
  outboxBlocks,
  allVersions,
  assigneeOf,
  heldFindings,
  waitingChunks,
  waitingWords,
} from './stored-people';

/** Settings first, so that nothing names a closed account any more when its older versions are cleaned. */
export async function erasePeople(ports: Ports, news: PeopleNews): Promise<void> {
  await takeOutOfSettings(ports, news.closed);
  await cleanVersions(ports, news);
  for (const connection of await ports.connections.list()) await cleanConnection(ports, connection, news);
  await cleanDeeds(ports, news.closed);
  await cleanEvents(ports, news);
  await cleanWords(ports, news.closed);
  await cleanFindings(ports, news.closed);
}

/** By a new version of each section that names one of them, which the audit shows. */
async function takeOutOfSettings(ports: Ports, closed: ReadonlySet<string>): Promise<void> {
  const { document, versions, unreadable } = await ports.settings.read();
  const lost = refPlaces(document).filter(({ kind, ref }) => kind === 'person' && isIn(closed, ref.id));
  const cleaned = withRefs(
    document,
    lost.map((place) => changeAt(place, undefined)),
  );
  cleaned.fields.fixed = fixedWithout(document.fields.fixed, closed);
  const save = <Name extends SectionName>(name: Name) =>
    ports.settings.save(name, versions[name], cleaned[name], theApp);
  for (const name of sectionNames)
    // What stands in for a section that cannot be read must not take its place.
    if (mark(cleaned[name]) !== mark(document[name]) && !unreadable.includes(name)) await save(name);
}

/** What a version said stands, but for its people. What holds now is only changed by a new version. */
async function cleanVersions(ports: Ports, news: PeopleNews): Promise<void> {
  const { versions, unreadable } = await ports.settings.read();
  const standing = (section: string, version: number) =>
    sectionNames.some(
      (name) => name === section && (versions[name] === version || unreadable.includes(name)),
    );
  const onlyNames: PeopleNews = { closed: new Set(), names: news.names };
  for await (const { section, version, saved } of allVersions(ports)) {
    const value = withNews(saved.value, standing(section, version) ? onlyNames : news);
    const next = { ...saved, value, by: news.closed.has(saved.by) ? nobody : saved.by };
    if (mark(next) !== mark(saved)) await ports.settings.rewrite(section, version, next);
  }
}

async function cleanConnection(ports: Ports, connection: Connection, { closed }: PeopleNews): Promise<void> {
  const { createdBy, archived } = connection;
  const person = (id: string) => (closed.has(id) ? nobody : id);
  if (!closed.has(createdBy) && !isIn(closed, archived?.by)) return;
  await ports.connections.put({
    ...connection,
    createdBy: person(createdBy),
    ...(archived ? { archived: { ...archived, by: person(archived.by) } } : {}),
  });
}

async function cleanDeeds(ports: Ports, closed: ReadonlySet<string>): Promise<void> {
  for await (const { n, deed } of allDeeds(ports))
    if (closed.has(deed.by)) await ports.deeds.rewrite({ n, deed: { ...deed, by: nobody } });
}

/** What was told of them stands, but nobody is named any more. */
async function cleanEvents(ports: Ports, news: PeopleNews): Promise<void> {
  for await (const { connection, block } of outboxBlocks(ports))
    if (peopleIn(block.events).some((id) => news.closed.has(id)))
      await ports.outbox.rewrite(connection, upgradeOutboxBlock(withNews(block, news)));
}

/** Whoever is no more is not mentioned: the words stay. */
async function cleanWords(ports: Ports, closed: ReadonlySet<string>): Promise<void> {
  for await (const { record, key, words } of waitingWords(ports)) {
    if (!words.people.some(({ accountId }) => isIn(closed, accountId))) continue;
    const people = words.people.map((one) => (isIn(closed, one.accountId) ? { text: one.text } : one));
    await ports.threads.putWords(record, new Map([[key, { ...words, people }]]));
  }
}

/** Findings that wait or are held go on without the assignee that is no more. */
async function cleanFindings(ports: Ports, closed: ReadonlySet<string>): Promise<void> {
  const names = (finding: Finding | undefined) => {
    const id = assigneeOf(finding);
    return isAccount(id) && closed.has(id);
  };
  await ports.snapshots.forgetPeople([...closed]);
  for await (const { key, record } of heldFindings(ports))
    if (record.held && names(record.held))
      await commit(ports, [{ key, before: record, after: { ...record, held: unassigned(record.held) } }]);
  for await (const chunk of waitingChunks(ports)) {
    if (!chunk.items.some((item) => 'finding' in item && names(item.finding))) continue;
    const items = chunk.items.map((item) =>
      'finding' in item && names(item.finding) ? { ...item, finding: unassigned(item.finding) } : item,
    );
    await ports.inbox.rewrite({ ...chunk, items });
  }
}

function unassigned(finding: Finding): Finding {
  return { ...finding, assignee: undefined };
}
