/** What the page fills in by itself once a project is chosen. What is set and still exists is never replaced. */
import { type Severity, severities } from '#contract/finding';
import type { Priorities, Ref, Space, StatusMapping } from '#contract/settings';
import type { CreateFields, IssueType, JiraPriority, JiraStatus } from '../jira/types';
import { find, refTo } from './refs';

const typeNames = [/vulnerab|schwachstell/i, /security|sicherheit/i, /bug|fehler|defect/i, /task|aufgabe/i];
const fixedNames = /^(done|resolved|fixed|closed|complete|fertig|erledigt|gelöst|geschlossen|behoben)/i;
const refusedNames = /won.?t|reject|cancel|declin|invalid|duplicate|abandon|abgelehnt|verworfen|abgebrochen/i;
const acceptedNames = /accept|akzeptiert/i;

/** The issue type to start with: one that speaks of vulnerabilities, else bugs, else tasks, else the first. */
export function proposeIssueType(types: readonly IssueType[], current: Ref | null): Ref | null {
  const kept = find(types, current);
  if (kept !== undefined) return refTo(kept);
  const named = typeNames.flatMap((pattern) => types.filter(({ name }) => pattern.test(name)));
  const best = named[0] ?? types[0];
  return best === undefined ? null : refTo(best);
}

/** Everything else that a space needs, from the statuses and the create screen of its issue type. */
export function proposeRest(
  space: Space,
  statuses: readonly JiraStatus[],
  fields: CreateFields,
): Partial<Space> {
  const resolvedStatus = proposeResolved(statuses, space.resolvedStatus);
  return {
    resolvedStatus,
    rejectedStatus: proposeRejected(statuses, space.rejectedStatus) ?? resolvedStatus,
    statuses: proposeMapping(statuses, space.statuses),
    priorities: proposePriorities(space.priorities, fields.priorities),
    dueDateField: proposeDueDate(space.dueDateField, fields),
    components: keep(space.components, fields.components),
    securityLevel: keep([space.securityLevel], fields.securityLevels)[0] ?? null,
  };
}

function proposeResolved(statuses: readonly JiraStatus[], current: Ref | null): Ref | null {
  const done = statuses.filter(({ category }) => category === 'done');
  const best =
    find(statuses, current) ??
    done.find(({ name }) => fixedNames.test(name)) ??
    done.find(({ name }) => !refusedNames.test(name) && !acceptedNames.test(name)) ??
    done[0];
  return best === undefined ? null : refTo(best);
}

function proposeRejected(statuses: readonly JiraStatus[], current: Ref | null): Ref | null {
  const best =
    find(statuses, current) ??
    statuses.find(({ name, category }) => category === 'done' && refusedNames.test(name));
  return best === undefined ? null : refTo(best);
}

/** Drops statuses that are gone; accepted findings go to a status that says so, where the workflow has one. */
function proposeMapping(statuses: readonly JiraStatus[], current: Space['statuses']): Space['statuses'] {
  const kept: [string, StatusMapping][] = Object.entries(current).flatMap(([name, mapping]) => {
    if (mapping === undefined) return [];
    const jira = keep(mapping.jira, statuses);
    return jira.length > 0 ? [[name, { ...mapping, jira }]] : [];
  });
  const accepted = statuses.find(({ name }) => acceptedNames.test(name));
  if (accepted === undefined) return Object.fromEntries(kept);
  const proposed: StatusMapping = { jira: [refTo(accepted)], direction: 'to_jira' };
  return {
    temporarily_risk_accepted: proposed,
    permanently_risk_accepted: proposed,
    ...Object.fromEntries(kept),
  };
}

/** Severities spread over the priorities of the scheme, both from the top; without priorities nothing is mapped. */
export function proposePriorities(
  current: Priorities,
  priorities: readonly JiraPriority[] | undefined,
): Priorities {
  if (priorities === undefined || priorities.length === 0) return current;
  const map = Object.fromEntries(
    severities.flatMap((severity, index): [Severity, Ref][] => {
      const step = Math.floor((index * Math.max(priorities.length, 1)) / severities.length);
      const best = find(priorities, current.map[severity]) ?? priorities[step];
      return best === undefined ? [] : [[severity, refTo(best)]];
    }),
  );
  return { ...current, map };
}

function proposeDueDate(current: Ref | null, { dateFields }: CreateFields): Ref | null {
  if (current === null) return null;
  const best = find(dateFields, current) ?? dateFields.find(({ id }) => id === 'duedate');
  return best === undefined ? null : refTo(best);
}

function keep(
  refs: readonly (Ref | null)[],
  things: readonly { id: string; name: string }[] | undefined,
): Ref[] {
  return refs.flatMap((ref) => {
    const thing = find(things ?? [], ref);
    return thing === undefined ? [] : [refTo(thing)];
  });
}
