/** What the panel shows on an issue. */
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { PanelView, ShownDecision } from '../../contract/panel-calls';
import type { RiskDecision } from '../../contract/risk-decision';
import type { SettingsDocument } from '../../contract/settings';
import type { StoryEntry } from '../../contract/story';
import { entriesOf } from '../../core/activity/story';
import { fold, shown, worstFirst } from '../../core/groups/fold';
import { issueThere } from '../../core/sync/issues';
import { lifecycleOf } from '../../core/sync/lifecycle';
import type { ReadPorts } from '../ports';
import { decidingIssue, otherRole, panelIssue } from './panel-issue';
import type { Needed, Person } from '../ports-person';
import { readTellings } from './read-tellings';
import { toldActions } from './told-actions';

/** One page of activity, and of that the newest. */
const historyUnits = 1;
const historyLength = 20;
/** A bulk fetch as the person takes so many issues. */
const mostNames = 100;
const mostMembersShown = 200;

/** The finding of an issue as this person may see it. An issue that they may not browse is not even hinted at. */
export async function viewPanel(ports: ReadPorts, issueId: string, person: Person): Promise<PanelView> {
  const of = await panelIssue(ports, issueId);
  if (!of) return {};
  const { record, role } = of;
  const { document: settings } = await ports.settings.read();
  const other = issueThere(record, otherRole(role));
  const entries = await historyOf(ports, record);
  const names = [issueId, ...(other ? [other.id] : []), ...keysIn(record.reason), ...entries.flatMap(keysOf)];
  const seen = await person.browses([...new Set(names)].slice(0, mostNames));
  if (!seen.has(issueId)) return {};
  // Its own key may be an old one: the issue is in front of the person all the same.
  const isSeen = (key: string) => key === of.issue.key || seen.has(key);
  const reason = keysIn(record.reason).every(isSeen) ? record.reason : undefined;
  const told = await toldActions(ports, record);
  return {
    finding: { ...record.facts, id: record.findingId, product: record.product },
    ...membersOf(record, settings, ports.now()),
    role,
    sync: { state: record.state, ...(reason === undefined ? {} : { reason }) },
    ...(other && seen.has(other.id) ? { linked: { id: other.id } } : {}),
    ...decisionOf(record, settings, ports.now(), (id) => seen.has(id)),
    history: entries.filter((entry) => keysOf(entry).every(isSeen)).slice(0, historyLength),
    may: await mayOf(person, issueId, record),
    ...(told ? { told } : {}),
    longestDays: settings.decisions.longestAcceptanceDays,
    ...(settings.deleting.enabled ? { deletedAfterDays: settings.deleting.graceDays } : {}),
  };
}

function membersOf(
  { group }: LinkRecord,
  settings: SettingsDocument,
  now: number,
): Pick<PanelView, 'members' | 'memberCount'> {
  if (!group) return {};
  const worst = worstFirst(group.members, settings, now).slice(0, mostMembersShown);
  const members = shown(worst, settings, now);
  return {
    members: members.map(({ id, title, severity, status, dueDate, url }) => ({
      id,
      title,
      severity,
      status,
      ...(dueDate !== undefined && { dueDate }),
      ...(url !== undefined && { url }),
    })),
    memberCount: group.members.length,
  };
}

async function historyOf(ports: ReadPorts, record: LinkRecord): Promise<StoryEntry[]> {
  const { connection, findingId: id, product } = record;
  const { tellings } = await readTellings(ports, connection, { id, product }, product, historyUnits);
  return entriesOf(record, tellings).slice(0, mostNames);
}

/** What was decided; why, only for whoever may browse the issue on which it was said. */
function decisionOf(
  record: LinkRecord,
  settings: SettingsDocument,
  now: number,
  isSeen: (id: string) => boolean,
): Pick<PanelView, 'decision' | 'askedAt'> {
  const { hearing, facts } = record;
  const decided = record.decided ?? decidedOfMembers(record, settings, now);
  const askedAt = hearing?.asked?.by?.at;
  const asked = askedAt === undefined ? {} : { askedAt };
  if (!decided) return asked;
  const { kind, until, at, role } = decided;
  const said = isSeen(issueThere(record, role)?.id ?? '') ? decided.reason : undefined;
  const decision: ShownDecision = {
    kind,
    at,
    agreed: record.decided !== undefined && lifecycleOf(facts.status, settings) !== 'open',
    ...(until === undefined ? {} : { until }),
    ...(said === undefined ? {} : { reason: said }),
  };
  return { ...asked, decision };
}

/** What was decided about some of a group, once none of the others is open: then it can be taken back. */
function decidedOfMembers(
  { group }: LinkRecord,
  settings: SettingsDocument,
  now: number,
): RiskDecision | undefined {
  const folded = group && fold(group, settings, now);
  if (!folded || folded.lifecycle === 'open') return undefined;
  return folded.members.flatMap(({ decided }) => decided ?? [])[0];
}

async function mayOf(
  person: Person,
  issueId: string,
  record: LinkRecord,
): Promise<NonNullable<PanelView['may']>> {
  const deciding = decidingIssue(record)?.id;
  const needed: Needed[] = deciding === issueId ? ['LINK_ISSUES', 'EDIT_ISSUES'] : ['LINK_ISSUES'];
  const here = await person.may(issueId, needed);
  const there =
    deciding === undefined || deciding === issueId ? here : await person.may(deciding, ['EDIT_ISSUES']);
  return { decide: there.has('EDIT_ISSUES'), link: here.has('LINK_ISSUES') };
}

function keysOf(entry: StoryEntry): readonly string[] {
  switch (entry.what) {
    case 'outcome':
      return [...entry.issues, ...keysIn(entry.reason)];
    case 'reported':
      return [];
    case 'closed':
      return [entry.issue, entry.because];
    default:
      return [entry.issue];
  }
}

function keysIn(reason: Reason | undefined): readonly string[] {
  if (!reason) return [];
  if ('keys' in reason) return reason.keys;
  return 'key' in reason ? [reason.key] : [];
}
