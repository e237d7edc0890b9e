/** The jobs of a slice: decided, then drafted with what Jira says of the screens and things that their mappings name. */
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { calendarOf } from '../../core/sla/calendar';
import { asDecided, stillDecided } from '../../core/sync/decided';
import { insistsOn } from '../../core/sync/hearing';
import { linkKey, refText } from '../../core/sync/link-key';
import { ownerOf } from '../../core/sync/owner';
import { loadTemplates } from '../../mappings/templates/load-templates';
import type { ReadPorts } from '../ports';
import type { Receipt } from '../ports-outbox';
import { type Decided, decideOnce } from './decided';
import { type Accounts, findAccounts } from './find-accounts';
import { findNamed } from './find-named';
import type { Job } from './job';
import { prepareJob } from './prepare';
import type { PrepareInput } from './prepare-input';
import { readScreens } from './read-screens';

export interface Slice {
  readonly connection: string;
  readonly items: readonly SnapshotItem[];
  readonly records: ReadonlyMap<string, LinkRecord>;
  readonly settings: SettingsDocument;
  /** Findings (as `refText`) of which an older snapshot said something else. */
  readonly turned: ReadonlySet<string>;
  /** The portal is told what happens in Jira. */
  readonly hears?: boolean;
  /** How far it has heard. */
  readonly receipts?: readonly Receipt[];
}

/** One job per finding, in their order. Settings that map nothing cost no call. */
export async function prepareJobs(
  ports: ReadPorts,
  slice: Slice,
): Promise<{ jobs: Job[]; accounts: Accounts }> {
  const { connection, items, records, settings, turned, receipts = [] } = slice;
  const accounts = await findAccounts(
    ports,
    items.map(({ finding }) => finding),
  );
  const decided = items.map((item) => {
    const { finding: said, seenAt, anew = false } = item;
    const key = linkKey(connection, said);
    const record = records.get(key);
    const insists = insistsOn(item, record, receipts);
    const isTurned = turned.has(refText(connection, said));
    const stands = stillDecided(record, { ...item, insists, turned: isTurned });
    const finding = asDecided(said, stands);
    return {
      key,
      connection,
      finding,
      said,
      decided: stands,
      insists,
      turned: isTurned,
      seenAt,
      record,
      anew,
      settings,
      decide: decideOnce(finding, connection, settings, record),
    };
  });
  return { jobs: await jobsOf(ports, decided, slice, accounts), accounts };
}

/** The jobs of what is decided. */
export async function jobsOf(
  ports: ReadPorts,
  decided: readonly (Decided & Pick<PrepareInput, 'insists' | 'turned'>)[],
  { connection, settings, hears = false }: Pick<Slice, 'connection' | 'settings' | 'hears'>,
  accounts: Accounts,
): Promise<Job[]> {
  const owner = ownerOf(ports.site.environment(), connection);
  const templates = await loadTemplates();
  const screens = await readScreens(ports, decided);
  const calendar = calendarOf(settings.sla);
  const named = await findNamed(ports, decided, screens, {
    templates,
    accountOf: (email) => accounts.of(email),
  });
  return decided.map((one) =>
    prepareJob({
      ...one,
      owner,
      hears,
      accountOf: (email) => accounts.of(email),
      isUnconfirmed: accounts.isUnconfirmed(one.finding),
      screens,
      named,
      templates,
      calendar,
      now: ports.now(),
    }),
  );
}
