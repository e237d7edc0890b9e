import type { Texts } from '../sections';

/** Die Seite „Übersicht“. */
export const overview: Texts['overview'] = {
  title: 'Übersicht',
  intro: 'Befunde Ihres Sicherheitsportals werden Jira-Vorgänge, und beide bleiben auf demselben Stand.',
  setUp: {
    title: 'Einrichten',
    testing: 'Jira wird gefragt…',
    progress: (done, all) => `${String(done)} von ${String(all)} erledigt`,
    states: { done: 'Erledigt', open: 'Zu tun', wrong: 'Handeln nötig' },
    next: (step) => `Weiter: ${step}`,
    toList: 'Übersicht öffnen',
    first: 'Der erste Befund hat seine Vorgänge:',
    close: 'Einrichtung abschließen',
    closeAnyway: 'Diese Liste ausblenden',
    further: 'Wählen, welche Befunde Vorgänge werden',
    notClosed: 'Die Liste bleibt, bis ein Befund seine Vorgänge hat',
    steps: {
      spaces: {
        title: 'Die Bereiche wählen',
        body: 'Sagen Sie, in welchen Bereichen das Produktteam und das Sicherheitsteam arbeiten. Der Rest wird vorgeschlagen, und Jira wird gefragt, ob die App dort arbeiten kann.',
        action: 'Teambereiche öffnen',
      },
      fields: {
        title: 'Pflichtfelder füllen',
        body: 'Felder, die Jira für neue Vorgänge verlangt, brauchen einen Wert, sonst warten Befunde.',
        action: 'Felder füllen',
      },
      connect: {
        title: 'Ein Portal verbinden',
        body: 'Holen Sie eine Adresse und ein Geheimnis, und geben Sie beides Ihrem Sicherheitsportal oder Ihrer Pipeline. Erledigt ist dies, sobald es sich gemeldet hat.',
        action: 'Verbindungen öffnen',
      },
      panel: {
        title: 'Das Panel anzeigen',
        body: 'Auf jedem Vorgang eines Befunds zeigt das Panel, worum es geht und welcher Vorgang dazugehört.',
        action: 'Panel anzeigen',
      },
      finding: {
        title: 'Erster Befund',
        body: 'Erledigt ist dies, sobald ein Befund Ihres Portals seine Vorgänge in Jira hat. Bis dahin können Sie sehen, was aus einem Befund würde; geschrieben wird nichts.',
        action: 'Befund ausprobieren',
      },
    },
  },
  gone: {
    title: (name) => `Der Bereich ${name} ist nicht da`,
    all: 'Das betrifft jedes Produkt, das dafür keinen eigenen Bereich hat.',
    some: (products) => `Das betrifft ${products}.`,
    choose: (whose) => `Einen anderen Bereich wählen: ${whose}`,
  },
  health: {
    title: 'Einstellungen, die etwas von Ihnen brauchen',
    fix: 'Was zu tun ist',
    findings: (count, more) =>
      more
        ? `Mindestens ${String(count)} Befunde warten`
        : count === 1
          ? '1 Befund wartet'
          : `${String(count)} Befunde warten`,
    again: 'Erneut nachsehen',
    open: 'Beheben',
  },
  held: {
    title: 'Aufgehalten',
    none: 'Nichts wird aufgehalten.',
    open: 'Aktivität öffnen',
    more: (count) => (count === 1 ? '1 weitere Ursache' : `${String(count)} weitere Ursachen`),
  },
  connections: {
    title: 'Verbindungen',
    open: 'Verbindungen öffnen',
    lastCall: 'Letzter Aufruf',
    silent: (days) => `Seit ${String(days)} Tagen kein Aufruf.`,
    look: 'Was zu tun ist',
  },
  recent: {
    title: 'Letzte Arbeit',
    none: 'Noch ist nichts geschehen. Befunde erscheinen hier, sobald ein Portal sie sendet.',
    open: 'Aktivität öffnen',
  },
};
