import type { Texts } from '../sections';

/** Die Seite „Befund ausprobieren“. */
export const tryOut: Texts['tryOut'] = {
  title: 'Befund ausprobieren',
  intro:
    'Fügen Sie einen Befund ein und sehen Sie die Vorgänge genau so, wie sie aussähen, und warum. Nichts wird geschrieben, weder in Jira noch in der App.',
  paste: 'Befund oder Bericht',
  pasteHelp:
    'Ein Befund, eine Liste wie {"findings": […]} oder der Bericht eines Scanners: SARIF, CycloneDX, Trivy, Semgrep, Grype, ASFF, OCSF, DefectDojo, GitLab.',
  example: 'Ein Beispiel einsetzen',
  connection: 'Verbindung',
  connectionHelp: 'Zeigt, was mit einem Befund geschähe, den dieses Portal schon gesendet hat.',
  noConnection: 'Keine: Jeder Befund gilt als neu',
  product: 'Produkt',
  productHelp: 'Ein Bericht nennt sein Produkt nicht.',
  run: 'Ausprobieren',
  trying: 'Es wird ermittelt, was geschähe…',
  notJson: 'ist kein JSON',
  tooLarge: 'ist zu groß zum Ausprobieren. Fügen Sie höchstens 400.000 Zeichen ein.',
  failed: 'Das ließ sich nicht ausprobieren',
  empty: {
    title: 'Noch nichts ausprobiert',
    body: 'Fügen Sie einen Befund ein oder setzen Sie ein Beispiel ein. Seine Vorgänge erscheinen hier.',
  },
  which: 'Befund',
  shown: (shown, total) =>
    total > shown
      ? `${String(total)} Befunde wurden eingefügt; die ersten ${String(shown)} stehen zur Wahl.`
      : `${String(total)} Befunde wurden eingefügt.`,
  rules: {
    taken: (rule) => `Die Regel „${rule}“ passt: was entschieden hat`,
    none: 'Keine Regel passt: was entschieden hat',
    verdicts: { takes: 'passt', no: 'passt nicht', off: 'aus', closed: 'nur, wenn er offen wäre' },
    holds: 'Gilt',
    fails: 'Gilt nicht',
    has: (values) => `es ist ${values}`,
    nothing: 'nicht angegeben',
  },
  report: {
    readAs: (format) => `Als Bericht gelesen: ${format}`,
    noFindings: 'Er enthält keine Befunde.',
    asComplete: 'Als vollständiger Bericht gesendet:',
    known: (count) =>
      count === 1
        ? '1 Ergebnis ist ein bekannter Befund.'
        : `${String(count)} Ergebnisse sind bekannte Befunde.`,
    fresh: (count) => (count === 1 ? '1 Befund ist neu.' : `${String(count)} Befunde sind neu.`),
    resolves: (count) =>
      count === 0
        ? 'Kein Befund gälte als behoben.'
        : count === 1
          ? '1 Befund gälte als behoben:'
          : `${String(count)} Befunde gälten als behoben:`,
  },
  skipped: 'Dieser Befund wird kein Vorgang',
  stale: 'Nichts würde geschehen',
  staleHelp: 'Von diesem Befund ist schon Neueres bekannt; dieser Stand bliebe unbeachtet.',
  held: 'Das hielte den Befund auf',
  nothing: (key) => `Mit ${key} würde nichts geschehen: Der Vorgang ist auf dem neuesten Stand.`,
  noIssue: 'Hier entstünde kein Vorgang.',
  adopt: (key) => `${key} würde der Vorgang dieses Befunds; der Befund nennt ihn.`,
  wouldCreate: 'Würde angelegt',
  wouldUpdate: (key) => `${key} würde geändert`,
  unchanged: 'Unverändert',
  edited: 'Würde bearbeitet',
  kept: 'Bliebe, wie Menschen es hinterließen',
  moved: 'Würde verschoben nach',
  linked: 'Beide Vorgänge würden miteinander verknüpft.',
  field: 'Feld',
  value: 'Wert',
  why: 'Warum',
  unconfirmed: 'Jira verbirgt diese Adresse: Genommen wird die einzige Person, die seine Suche findet',
  leftOut: 'Nicht auf der Erstellmaske, deshalb weggelassen',
  fields: {
    project: 'Bereich',
    issueType: 'Vorgangstyp',
    summary: 'Zusammenfassung',
    description: 'Beschreibung',
    priority: 'Priorität',
    duedate: 'Fälligkeitsdatum',
    components: 'Komponenten',
    labels: 'Stichwörter',
    assignee: 'Bearbeiter',
    security: 'Sicherheitsstufe',
    status: 'Erster Status',
  },
  origins: {
    default: 'Standard des Bereichs',
    product: 'Überschrieben beim Produkt',
    rule: 'Aus der Regel',
    finding: 'Aus dem Befund',
    fixed: 'Fester Wert unter „Felder“',
    jira: 'Wo der Workflow beginnt',
  },
};
