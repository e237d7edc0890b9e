import type { Texts } from '../sections';

/** Die Geschichte eines Befunds. Klammern zeigen, wo ein Vorgang steht. */
export const story: Texts['story'] = {
  title: (finding) => `Geschichte von ${finding}`,
  failed: 'Die Geschichte konnte nicht gelesen werden',
  state: {
    pending: 'Unterwegs',
    synced: 'Auf gleichem Stand',
    partly: 'Ein Vorgang fehlt',
    skipped: 'Ohne Vorgang',
    held: 'Aufgehalten',
    deleted: 'Vorgänge gelöscht',
    unknown: 'Nicht mehr bekannt',
  },
  facts: {
    product: 'Produkt',
    severity: 'Schweregrad',
    status: 'Status im Portal',
    state: 'Stand',
    assignee: 'Zuständig',
  },
  unconfirmed: 'Jira verbirgt die Adresse, deshalb wurde die einzige Person genommen, die seine Suche fand.',
  issues: {
    title: 'Vorgänge',
    none: 'Für diesen Befund wurde kein Vorgang angelegt.',
    adopted: 'War vor der App da',
    gone: 'Nicht mehr in Jira',
    hidden: 'Jira zeigt Ihnen diesen Vorgang nicht.',
    reading: 'Der Vorgang wird gelesen…',
  },
  group: {
    title: 'Gruppe',
    shares: (issues, others) =>
      others === 0
        ? `Er ist der einzige Befund der Gruppe ${issues}.`
        : `Er teilt sich ${issues} mit ${others === 1 ? '1 anderen Befund' : `${String(others)} anderen`}.`,
    theIssues: 'seine Vorgänge',
    and: ' und ',
    members: 'Befunde der Gruppe, die schwersten zuerst',
    reading: 'Die Gruppe wird gelesen…',
    ungroup: 'Gruppe auflösen…',
    askTitle: 'Die Gruppe auflösen?',
    ask: (findings, issues) =>
      `${findings === 1 ? 'Ihr Befund bekommt' : `Jeder ihrer ${String(findings)} Befunde bekommt`} eigene Vorgänge, wie die Regeln es sagen, und ebenso jeder, der später zu dieser Gruppe käme. In ${issues} bleibt dann kein Befund, und das gilt als erledigt. Das lässt sich nicht zurücknehmen.`,
    confirm: 'Gruppe auflösen',
    done: (findings) =>
      findings === 1
        ? '1 Befund bekommt in wenigen Minuten eigene Vorgänge.'
        : `${String(findings)} Befunde bekommen in wenigen Minuten eigene Vorgänge.`,
    failed: 'Die Gruppe wurde nicht aufgelöst',
  },
  waiting: {
    title: 'Was als Nächstes kommt',
    none: 'Nichts wartet. Die App handelt, wenn das Portal oder Jira etwas Neues sagt.',
    held: 'Nichts, bis behoben ist, was den Befund aufhält, und es erneut versucht wird.',
    pending: 'Die App arbeitet die neueste Meldung in wenigen Minuten ab.',
    todo: {
      link: 'Die beiden Vorgänge werden verknüpft',
      follow: 'Der Sicherheitsvorgang folgt dem Produktvorgang',
      close: 'Die Vorgänge, die es noch gibt, werden geschlossen',
      reopen: 'Die Vorgänge werden wieder geöffnet, weil das angenommene Risiko endet',
      delete: 'Die Vorgänge werden gelöscht, außer wenn Menschen daran gearbeitet haben',
      escalate: 'Seine Fristen werden geprüft und der nächste Schritt der Eskalation getan',
      comment: 'Ein Kommentar sagt, warum der Vorgang verschoben wurde',
      talk: 'Kommentare des Portals werden geschrieben',
      apply: 'Die Vorgänge folgen dem, was entschieden wurde',
      part: 'Was die App am gelösten Vorgang gesetzt hat, wird entfernt',
      listen: 'Was Menschen in Jira geschrieben haben, wird angesehen',
      tell: 'Das Portal hört davon',
      fold: 'Der Vorgang der Gruppe wird auf den Stand gebracht',
    },
    now: 'in wenigen Minuten',
    at: (when) => `am ${when}`,
  },
  timeline: {
    title: 'Was geschehen ist',
    none: 'In der aufbewahrten Aktivität kommt dieser Befund nicht vor.',
    by: { portal: 'durch das Portal', app: 'durch die App', person: 'durch eine Person in Jira' },
    reported: (status) => `Neueste Meldung des Portals: ${status}`,
    created: '{issue} wurde angelegt',
    done: '{issue} war fertig',
    closed: '{issue} wurde geschlossen, weil {because} fertig ist',
    from: (when) => `Aktivität wird 30 Tage aufbewahrt: Was vor dem ${when} getan wurde, steht hier nicht.`,
    bounded: (when) =>
      `Viel wurde getan: Gelesen wurde nur bis zurück zum ${when}. Was davor getan wurde, steht hier nicht.`,
    gaps: 'Ein Stapel führt höchstens 100 Befunde auf: In einem größeren kann dieser Befund fehlen.',
  },
};
