import { statusWords as statuses } from '../../contract/messages/en/terms';
import type { IssueWords } from './shape';

/** English. */
export const en: IssueWords = {
  severities: { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'info' },
  statuses,
  kinds: {
    vulnerability: 'vulnerability',
    compliance_violation: 'compliance violation',
    security_incident: 'security incident',
    scheduled_task: 'scheduled task',
  },
  yes: 'yes',
  no: 'no',
  percent: (hundredths) => `${hundredths} %`,
  readTheRest: 'Read the rest in the portal',
  blockBegins:
    '▼ Security finding: kept up to date down to the next line like this one. Your text stays above and below.',
  blockEnds: '▲ End of the security finding.',
  closedBecause: (key) => `Closed because ${key} is done.`,
  reopenedBecause: (key) => `Reopened because ${key} is no longer done.`,
  anotherIssue: 'another product issue that is linked to this one',
  acceptanceEnded: (until) =>
    `Reopened because the risk was accepted ${until === undefined ? 'for a time' : `until ${until}`} only.`,
  groupEmptied:
    'No finding is left in this issue: each was rejected, deleted in the portal, or is in another issue now.',
  wrote: (who) => `${who} wrote:`,
  stillReported: 'Reopened because the portal still reports this finding as open.',
  members: {
    title: (count) => `Findings (${String(count)})`,
    worst: (shown, count) => `The worst ${String(shown)} of ${String(count)}:`,
    columns: { finding: 'Finding', severity: 'Severity', title: 'Title', where: 'Where' },
  },
};
