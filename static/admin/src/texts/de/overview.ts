import type { Texts } from '../texts';

/** Die Seite „Übersicht“. */
export const overview: Texts['overview'] = {
  title: 'Übersicht',
  intro: 'Befunde Ihres Sicherheitsportals werden Jira-Vorgänge, und beide bleiben auf demselben Stand.',
  setUp: {
    title: 'Einrichten',
    progress: (done, all) => `${String(done)} von ${String(all)} erledigt`,
    done: 'Erledigt',
    open: 'Zu tun',
    steps: {
      connect: {
        title: 'Ein Portal verbinden',
        body: 'Holen Sie eine Adresse und ein Geheimnis, und geben Sie beides Ihrem Sicherheitsportal oder Ihrer Pipeline.',
        action: 'Verbindungen öffnen',
      },
      spaces: {
        title: 'Die Bereiche wählen',
        body: 'Sagen Sie, in welchen Projekten das Produktteam und das Sicherheitsteam arbeiten. Der Rest wird vorgeschlagen.',
        action: 'Teambereiche öffnen',
      },
      statuses: {
        title: 'Die Status zuordnen',
        body: 'Prüfen Sie, wohin Vorgänge gehen, wenn ein Befund behoben oder abgelehnt ist.',
        action: 'Teambereiche öffnen',
      },
      finding: {
        title: 'Einen Befund ausprobieren',
        body: 'Sehen Sie die Vorgänge, die ein Befund würde, ohne dass etwas geschrieben wird. Erledigt ist dies, sobald Ihr Portal den ersten Befund gesendet hat.',
        action: 'Befund ausprobieren',
      },
    },
  },
  health: {
    title: 'Die Einstellungen nennen etwas, das es in Jira nicht mehr gibt',
    fix: 'Was zu tun ist',
    findings: (count, more) =>
      more
        ? `Mindestens ${String(count)} Befunde warten`
        : count === 1
          ? '1 Befund wartet'
          : `${String(count)} Befunde warten`,
    again: 'Erneut nachsehen',
    open: 'Teambereiche öffnen',
  },
  held: {
    title: 'Aufgehalten',
    none: 'Nichts wird aufgehalten.',
    open: 'Aktivität öffnen',
    more: (count) => (count === 1 ? '1 weitere Ursache' : `${String(count)} weitere Ursachen`),
  },
  connections: { title: 'Verbindungen', open: 'Verbindungen öffnen', lastCall: 'Letzter Aufruf' },
  recent: {
    title: 'Letzte Arbeit',
    none: 'Noch ist nichts geschehen. Befunde erscheinen hier, sobald ein Portal sie sendet.',
    pending: (count) => (count === 1 ? '1 Stapel wartet' : `${String(count)} Stapel warten`),
    open: 'Aktivität öffnen',
  },
};
