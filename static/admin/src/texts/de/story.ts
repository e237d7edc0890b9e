import type { Texts } from '../texts';

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
      comment: 'Ein Kommentar sagt, warum der Vorgang verschoben wurde',
      talk: 'Kommentare des Portals werden geschrieben',
      tell: 'Das Portal hört davon',
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
