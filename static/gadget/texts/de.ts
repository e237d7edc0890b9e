import type { Texts } from './en';

/** The gadget's words in German. */
export const de: Texts = {
  locale: 'de-DE',
  loading: 'Befunde werden gezählt…',
  failed: 'Jira konnte nicht gefragt werden',
  failedBecause: (reason) => `Jira sagte: ${reason}`,
  tryAgain: 'Noch einmal versuchen',
  unanswerable:
    'Jira beantwortet die Suche dieses Gadgets für Sie nicht. Vielleicht nennt sie etwas, das Sie nicht sehen können oder das es nicht mehr gibt.',
  empty: 'Noch nichts zu zählen',
  emptyHelp:
    'Befunde erscheinen hier von selbst, sobald Ihr Sicherheitsportal sie meldet und es in Jira Vorgänge dazu gibt, die Sie sehen dürfen.',
  open: 'Offen',
  overdue: 'Überfällig',
  resolveTime: 'Mittlere Zeit bis zur Behebung',
  days: (days) => (days === '1' ? '1 Tag' : `${days} Tage`),
  underADay: 'Weniger als ein Tag',
  noTime: 'Keine behoben',
  resolvedOf: (count, partly) =>
    partly ? `die neuesten ${String(count)}, in 12 Wochen behoben` : `${String(count)} in 12 Wochen behoben`,
  severity: { critical: 'Kritisch', high: 'Hoch', medium: 'Mittel', low: 'Niedrig', info: 'Info' },
  weeksTitle: 'Eröffnet und behoben, nach Woche',
  opened: 'Eröffnet',
  resolved: 'Behoben',
  week: 'Woche ab',
  severityTitle: 'Offen, nach Schweregrad',
  severityColumn: 'Schweregrad',
  issuesColumn: 'Vorgänge',
  keyTitle: 'Kennzahlen',
  figureColumn: 'Kennzahl',
  asChart: 'Als Diagramm zeigen',
  asTable: 'Als Tabellen zeigen',
  edit: {
    show: 'Gezählt werden Befunde',
    scope: {
      all: 'Alles, was ich sehen kann',
      project: 'Eines Bereichs',
      product: 'Eines Produkts',
      jql: 'Einer JQL-Suche',
    },
    project: 'Bereich',
    projectPlaceholder: 'Einen Teil des Namens eingeben',
    product: 'Produkt, wie das Sicherheitsportal es nennt',
    jql: 'JQL',
    jqlHelp: 'Gezählt werden nur Vorgänge von Befunden. Eine Reihenfolge bleibt außer Acht.',
    side: 'Welche Vorgänge',
    sides: {
      any: 'Alle Vorgänge von Befunden',
      product: 'Vorgänge des Produktteams',
      security: 'Vorgänge des Sicherheitsteams',
    },
    sideHelp:
      'Ein Befund kann bei jedem Team einen Vorgang haben. Wählen Sie ein Team, damit jeder Befund einmal zählt.',
    refresh: 'Aktualisieren',
    byHand: 'Nur von Hand',
    everyMinutes: (minutes) =>
      minutes < 60 ? `Alle ${String(minutes)} Minuten` : minutes === 60 ? 'Jede Stunde' : 'Alle 2 Stunden',
    save: 'Speichern',
    chooseProject: 'Wählen Sie einen Bereich.',
    nameProduct: 'Nennen Sie das Produkt.',
    productUnseen:
      'Sie können keinen Vorgang dieses Produkts sehen. Prüfen Sie den Namen; speichern Sie noch einmal, um ihn zu behalten.',
    jqlWrong: (said) => `Diese Suche geht so nicht: ${said}`,
    jqlOpen: 'Anführungszeichen oder Klammern sind nicht geschlossen, oder die Suche ist leer.',
  },
};
