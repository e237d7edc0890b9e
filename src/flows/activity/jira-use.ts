import type { Activity } from '../../contract/activity';
import type { JiraUse, Ports } from '../ports';

const none: JiraUse = { calls: 0, points: 0 };

/** What this invocation used of Jira since then, as activity tells it. */
export function jiraUseSince(ports: Ports, before = none): Pick<Activity, 'jiraCalls' | 'jiraPoints'> {
  const { calls, points } = ports.jiraUse();
  return { jiraCalls: calls - before.calls, jiraPoints: points - before.points };
}
