import type { Texts } from '../sections';

/** Die Seite „Aktivität“ und die Wörter für Ergebnisse. */
export const activity: Texts['activity'] = {
  title: 'Aktivität',
  intro: 'Was die App mit Befunden getan hat, das Neueste zuerst. 30 Tage lang aufbewahrt.',
  empty: {
    title: 'Noch ist nichts geschehen',
    body: 'Sobald ein Portal Befunde sendet, sehen Sie hier, was aus jedem geworden ist.',
    action: 'Verbindungen öffnen',
  },
  outcome: {
    created: 'Angelegt',
    adopted: 'Übernommen',
    changed: 'Geändert',
    moved: 'Bewegt',
    linked: 'Verknüpft',
    closed: 'Geschlossen',
    reopened: 'Wieder geöffnet',
    deleted: 'Gelöscht',
    rejected: 'Fehlalarm',
    accepted: 'Risiko akzeptiert',
    takenBack: 'Zurückgenommen',
    retestAsked: 'Nachtest erbeten',
    unlinked: 'Verknüpfung gelöst',
    escalated: 'Eskaliert',
    unchanged: 'Unverändert',
    skipped: 'Übersprungen',
    stale: 'Veraltet',
    held: 'Aufgehalten',
    waiting: 'Wartet',
  },
  count: (count, outcome) => `${String(count)} ${outcome.toLowerCase()}`,
  nothingDone: 'Nichts zu tun',
  held: {
    title: 'Aufgehalten',
    findings: (count, more) =>
      more
        ? `mindestens ${String(count)} Befunde warten`
        : count === 1
          ? '1 Befund wartet'
          : `${String(count)} Befunde warten`,
    since: 'zuerst',
    retry: 'Erneut versuchen',
    createNow: 'Jetzt anlegen',
    takeOff: 'Von der Liste nehmen',
    takenOff: 'Von der Liste genommen',
    nothingToRetry: 'hier lässt sich nichts erneut versuchen',
    retryAll: 'Alles erneut versuchen',
    retried: (count, more) =>
      more
        ? `${String(count)} Befunde werden erneut gesendet, die anderen danach`
        : count === 1
          ? '1 Befund wird erneut gesendet'
          : `${String(count)} Befunde werden erneut gesendet`,
    resolve: (findings, of) => `${String(findings)} von ${String(of)} Befunden beheben`,
    resolveTitle: (findings, of) => `${String(findings)} von ${String(of)} Befunden als behoben ansehen?`,
    resolveBody: (tool) =>
      `Nur wenn ${tool} wirklich alles angesehen hat: Befunde, die es bloß nicht gesehen hat, gälten als behoben, und ihre Vorgänge würden geschlossen.`,
    resolving: (count) =>
      count === 1 ? '1 Befund gilt nun als behoben' : `${String(count)} Befunde gelten nun als behoben`,
    failed: 'Der neue Versuch hat nicht geklappt',
    help: 'Nichts ist verloren: Beheben Sie die Ursache, dann versuchen Sie es erneut.',
  },
  rivals: {
    choose: 'Wählen',
    chooseOne: (key) => `${key} wählen`,
    title: (key) => `${key} wählen?`,
    body: (key, finding) =>
      `${key} wird der Vorgang des Befunds ${finding} und folgt ihm. Die anderen bleiben, wie sie sind. Das lässt sich nicht zurücknehmen.`,
    chosen: (key, finding) => `${key} ist der Vorgang von ${finding}`,
    failed: 'Die Wahl hat nicht geklappt',
  },
  waiting: {
    title: 'Wartet',
    paused: (name, count, more) =>
      `${name} ist angehalten: Die Befunde werden angenommen und warten.${
        count === 0
          ? ''
          : more
            ? ` Zurzeit sind es mindestens ${String(count)}.`
            : count === 1
              ? ' Zurzeit ist es einer.'
              : ` Zurzeit sind es ${String(count)}.`
      }`,
    resume: 'Fortsetzen',
    onTheirWay: (count, more) =>
      more
        ? count === 0
          ? 'Ein Bericht ist unterwegs nach Jira.'
          : `Mehr als ${String(count)} Befunde sind unterwegs nach Jira.`
        : count === 1
          ? '1 Befund ist unterwegs nach Jira.'
          : `${String(count)} Befunde sind unterwegs nach Jira.`,
  },
  charts: {
    days: 'Befunde der letzten 30 Tage',
    upTo: (when) => `Gezählt ist, was bis ${when} getan wurde; der Rest wird gerade gezählt.`,
    hours: {
      calls: {
        title: 'Aufrufe an Jira in den letzten 24 Stunden',
        none: 'Die App hat Jira in den letzten 24 Stunden nicht für Befunde aufgerufen.',
      },
      points: {
        title: 'Jira-Punkte in den letzten 24 Stunden',
        none: 'Die App hat in den letzten 24 Stunden keine Punkte von Jiras Stundenbudget für Befunde verbraucht.',
      },
    },
    kinds: {
      created: 'Angelegt',
      changed: 'Geändert',
      ended: 'Geschlossen oder gelöscht',
    },
    heldNow: 'Zurzeit aufgehalten',
    day: 'Tag (UTC)',
    hour: 'Stunde ab',
    calls: 'Jira-Aufrufe',
    points: 'Punkte',
    lastDay: 'In 24 Stunden',
    busiest: 'In der vollsten Stunde',
    lastDays: 'In 30 Tagen',
    nothing: 'nichts geändert',
    noDays: 'Kein Befund hat in den letzten 30 Tagen einen Vorgang angelegt, geändert oder geschlossen.',
    asTable: 'Als Tabelle zeigen',
    asTableOf: (title) => `Als Tabelle zeigen: ${title}`,
    asChart: 'Als Diagramm zeigen',
    asChartOf: (title) => `Als Diagramm zeigen: ${title}`,
    pair: (what, value) => `${what}: ${value}`,
  },
  tabs: { log: 'Protokoll', charts: 'Diagramme' },
  log: {
    findings: (count) => (count === 1 ? '1 Befund' : `${String(count)} Befunde`),
    quiet: (count) => (count === 1 ? 'Nichts geändert' : `Nichts geändert, ${String(count)}-mal`),
    tries: (count, since) => `${String(count)}-mal versucht seit dem ${since}.`,
    noMatch: 'Nichts gefunden.',
    searchedTo: (when) => `Gelesen bis zurück zum ${when}.`,
    searchedAll: (when) => `Das ist alles seit dem ${when}.`,
    searchFurther: 'Weiter suchen',
    showOlder: 'Ältere anzeigen',
  },
  table: {
    caption: 'Was getan wurde',
    when: 'Wann',
    connection: 'Verbindung',
    done: 'Was getan wurde',
    show: (when) => `Befunde von ${when} anzeigen`,
    hide: (when) => `Befunde von ${when} ausblenden`,
    gone: 'Gelöschte Verbindung',
    receipt: (receipt) => `Von seinen Befunden erzählen eigene Zeilen. Beleg zum Nachschlagen: ${receipt}`,
  },
  report: {
    of: (tool, product, scope) =>
      `Vollständiger Bericht von ${tool} für ${product}${scope === undefined ? '' : ` (${scope})`}:`,
    resolved: (count) =>
      count === 0
        ? 'nichts behoben.'
        : count === 1
          ? '1 Befund behoben.'
          : `${String(count)} Befunde behoben.`,
    confirmed: (count) =>
      count === 1
        ? '1 Befund behoben, nachdem jemand es bestätigt hat.'
        : `${String(count)} Befunde behoben, nachdem jemand es bestätigt hat.`,
  },
  items: {
    finding: 'Befund',
    issues: 'Vorgänge',
    rest: (count) => `Gezeigt sind die ersten ${String(count)} Befunde; die Zahlen sind vollständig.`,
  },
  filter: {
    title: 'Filter',
    text: 'Nach Titel, Kennung oder Vorgangsschlüssel suchen',
    product: 'Produkt',
    anyProduct: 'Jedes Produkt',
    outcome: 'Was getan wurde',
    any: 'Alles',
    anyConnection: 'Jede Verbindung',
    from: 'Von',
    to: 'Bis',
  },
};
