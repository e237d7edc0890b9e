/** A rule of Jira Automation acts on the finding of an issue, as the person of its connection: what people do on the panel. */
import type { AutomationOutput, AutomationParsed } from '../../contract/automation-calls';
import type { LinkRecord } from '../../contract/link-record';
import { followedStatus } from '../../core/sync/decided';
import { untilDay } from '../../core/sync/until-day';
import type { Ports } from '../ports';
import type { Person } from '../ports-person';
import { askRetest } from './ask-retest';
import { decideRisk } from './decide-risk';
import { panelIssue } from './panel-issue';
import { type Acted, noFinding, refused } from './refused';

/** Who acts, and what with. */
export interface Acting {
  readonly ports: Ports;
  readonly person: Person;
}
/** The finding as it stands after the action, or why it was refused. */
export type Automated = AutomationOutput | Required<Acted>;

/** Asks for a retest. */
export function retestByRule(acting: Acting, input: AutomationParsed<'ask-retest'>): Promise<Automated> {
  return onIssue(acting, input.issue, (id) => askRetest(acting.ports, id, acting.person, input));
}

/** Marks the finding as a false positive. */
export function rejectByRule(
  acting: Acting,
  { issue, reason }: AutomationParsed<'mark-false-positive'>,
): Promise<Automated> {
  return onIssue(acting, issue, (id) =>
    decideRisk(acting.ports, id, acting.person, { kind: 'rejected', reason }),
  );
}

/** Accepts the risk of the finding until a day, or for so many days. */
export async function acceptByRule(
  acting: Acting,
  { issue, until: text, reason }: AutomationParsed<'accept-risk'>,
): Promise<Automated> {
  const until = untilDay(text, new Date(acting.ports.now()).toISOString().slice(0, 10));
  if (until === undefined)
    return refused('invalid', `until: “${text}” is neither a day (YYYY-MM-DD) nor a number of days.`);
  return onIssue(acting, issue, (id) =>
    decideRisk(acting.ports, id, acting.person, { kind: 'accepted', until, reason }),
  );
}

async function onIssue(
  { ports, person }: Acting,
  name: string,
  act: (issueId: string) => Promise<Acted>,
): Promise<Automated> {
  const issue = (await person.browses([name])).get(name);
  if (!issue) return noFinding;
  const { error } = await act(issue.id);
  if (error) return { error };
  const of = await panelIssue(ports, issue.id);
  return of ? outputOf(of.record) : noFinding;
}

function outputOf(record: LinkRecord): AutomationOutput {
  const { title, severity, url = null } = record.facts;
  const { findingId: id, product } = record;
  return { id, product, title, severity, status: followedStatus(record), url };
}
