import { statusWords as statuses } from '../../contract/messages/de/terms';
import type { IssueWords } from './shape';

/** German. */
export const de: IssueWords = {
  severities: { critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'niedrig', info: 'Info' },
  statuses,
  kinds: {
    vulnerability: 'Schwachstelle',
    compliance_violation: 'Regelverstoß',
    security_incident: 'Sicherheitsvorfall',
    scheduled_task: 'geplante Aufgabe',
  },
  yes: 'ja',
  no: 'nein',
  percent: (hundredths) => `${hundredths.replace('.', ',')} %`,
  readTheRest: 'Den Rest im Portal lesen',
  blockBegins:
    '▼ Sicherheitsbefund: wird bis zur nächsten solchen Zeile aktuell gehalten. Ihr Text darüber und darunter bleibt.',
  blockEnds: '▲ Ende des Sicherheitsbefunds.',
  closedBecause: (key) => `Geschlossen, weil ${key} erledigt ist.`,
  reopenedBecause: (key) => `Wieder geöffnet, weil ${key} nicht mehr erledigt ist.`,
  anotherIssue: 'ein anderer verknüpfter Vorgang des Produktteams',
  acceptanceEnded: (until) =>
    `Wieder geöffnet, weil das Risiko nur ${until === undefined ? 'eine Zeit lang' : `bis ${until}`} akzeptiert war.`,
  groupEmptied:
    'In diesem Vorgang ist kein Befund mehr: Jeder wurde abgelehnt, im Portal gelöscht oder ist jetzt in einem anderen Vorgang.',
  wrote: (who) => `${who} schrieb:`,
  stillReported: 'Wieder geöffnet, weil das Portal diesen Befund noch immer als offen meldet.',
  members: {
    title: (count) => `Befunde (${String(count)})`,
    worst: (shown, count) => `Die schwersten ${String(shown)} von ${String(count)}:`,
    columns: { finding: 'Befund', severity: 'Schweregrad', title: 'Titel', where: 'Wo' },
  },
};
