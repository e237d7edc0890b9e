import type { Texts } from '../sections';

/** Die Seite „Schließen“. Klammern zeigen, wo ein Bedienelement steht. */
export const closing: Texts['closing'] = {
  title: 'Schließen und Löschen',
  intro: 'Was ein Vorgang wird, und was geschieht, wenn die Arbeit daran fertig ist.',
  creating: {
    title: 'Was ein Vorgang wird',
    lifecycles: 'Vorgänge anlegen für Befunde, die beim ersten Mal {lifecycles} sind,',
    severity: 'mit einem Schweregrad von mindestens {severity}',
    lifecyclesLabel: 'Phasen von Befunden, die ein Vorgang werden',
    severityLabel: 'Geringster Schweregrad',
    note: 'Befunde darunter legen nichts an. Vorgänge, die es schon gibt, bleiben so oder so auf demselben Stand.',
    nothing: 'Keine Phase ist gewählt: kein Befund wird ein Vorgang.',
    several:
      'Die erste dieser Regeln, die auf einen Befund passt, entscheidet. Sie wurden von einem Skript oder einem Import gesetzt.',
    none: 'Es gibt keine Regel: kein Befund wird ein Vorgang.',
    off: 'aus',
  },
  close: {
    title: 'Den Sicherheitsvorgang schließen',
    switch: 'Den Sicherheitsvorgang schließen, wenn der Produktvorgang fertig ist',
    off: 'Der Sicherheitsvorgang bleibt offen, bis der Befund behoben ist oder jemand ihn schließt.',
    sentence: 'Wenn {when} fertig ist, geht der Sicherheitsvorgang nach {status}',
    when: { all: 'jeder Produktvorgang', any: 'irgendein Produktvorgang' },
    whenLabel: 'Welche Produktvorgänge fertig sein müssen',
    statusLabel: 'Status des geschlossenen Sicherheitsvorgangs',
    byDefault: (status) => `dem Status für behoben (${status})`,
    anyDone: 'dem ersten erreichbaren fertigen Status',
    noSpace: 'Wählen Sie zuerst den Bereich des Sicherheitsteams; dann erscheinen hier seine Status.',
    openSpaces: 'Teambereiche öffnen',
    wontDo: 'Den Sicherheitsvorgang offen lassen, wenn der Produktvorgang geschlossen wird als {resolutions}',
    wontDoLabel: 'Lösungen, die „wird nicht gemacht“ bedeuten',
    noResolutions: 'keine Lösung',
    retest:
      'Auf einen Nachtest warten: Der Sicherheitsvorgang schließt sich erst, wenn das Portal den Befund als behoben meldet',
    comment: 'In einem Kommentar sagen, warum der Vorgang bewegt wurde',
    reopen: 'Den Sicherheitsvorgang wieder öffnen, wenn der Produktvorgang wieder geöffnet wird',
  },
  reopening: {
    title: 'Wenn ein Befund wiederkommt',
    same: 'Denselben Vorgang wieder öffnen, egal wie lange er fertig war',
    fresh: 'Einen neuen Vorgang anlegen, wenn der alte länger als {days} Tage fertig war',
    daysLabel: 'Tage',
    stillReported:
      'Einen Vorgang wieder öffnen, den ein Mensch geschlossen hat, während das Portal seinen Befund weiter meldet',
    stillReportedHint:
      'Ein Kommentar sagt, warum. Ohne Ihre Wahl sieben Tage, und nicht, wo das Portal hört, was in Jira geschieht. Vorgänge, deren Lösung „wird nicht gemacht“ bedeutet, bleiben geschlossen.',
    stillReportedLabel: 'Tage bis dahin',
  },
  decisions: {
    title: 'Entscheidungen in Jira',
    hint: 'Wer den Sicherheitsvorgang bearbeiten darf, kann dort seinen Befund als Fehlalarm kennzeichnen oder sein Risiko bis zu einem Tag akzeptieren.',
    sentence: 'Ein Risiko wird für höchstens {days} Tage akzeptiert.',
    label: 'Längste Dauer in Tagen',
  },
  guard: {
    title: 'Vollständige Berichte von Scannern',
    switch: 'Nachfragen, bevor ein vollständiger Bericht einen großen Teil seiner Befunde behebt',
    hint: 'So ein Bericht heißt oft, dass der Scanner nicht überall nachgesehen hat. Er wartet unter „Aktivität“, bis ihn jemand bestätigt oder ein neuerer vollständiger Bericht kommt; was er enthält, wird trotzdem übernommen.',
    off: 'Ein vollständiger Bericht behebt alles, was ihm fehlt, wie viel es auch ist.',
    sentence:
      'Nachfragen, wenn er mehr als {share} Prozent der offenen Befunde seines Bereichs beheben würde und es mehr als {number} davon gibt.',
    shareLabel: 'Anteil in Prozent',
    numberLabel: 'Anzahl offener Befunde',
  },
  deleting: {
    title: 'Löschen',
    switch: 'Die Vorgänge abgelehnter Befunde löschen',
    off: 'Vorgänge abgelehnter Befunde gehen in den Status für abgelehnte Befunde und bleiben.',
    warningTitle: 'Ein gelöschter Vorgang kann nicht zurückgeholt werden',
    warning:
      'Auch seine Kommentare, Anhänge und sein Verlauf sind weg. Meist ist der Status für abgelehnte Befunde die bessere Wahl.',
    grace: 'Nach der Ablehnung {days} Tage warten, und höchstens {cap} Vorgänge je Stunde löschen.',
    daysLabel: 'Schonfrist in Tagen',
    capLabel: 'Höchstens Vorgänge je Stunde',
    spare:
      'Vorgänge schonen, an denen Menschen gearbeitet haben, etwa mit einem Kommentar oder einer Änderung',
    gone: 'Wenn das Portal einen Befund löscht, seine Vorgänge {action}',
    goneLabel: 'Was mit Vorgängen geschieht, deren Befund das Portal gelöscht hat',
    actions: { close: 'schließen', delete: 'löschen', leave: 'so lassen' },
    confirmTitle: 'Vorgänge abgelehnter Befunde löschen?',
    confirmBody: 'Ab der nächsten Ablehnung werden Vorgänge nach der Schonfrist endgültig gelöscht.',
    confirm: 'Löschen einschalten',
    preview: {
      title: 'Was Löschen jetzt täte',
      looking: 'Die Vorgänge abgelehnter Befunde werden angesehen…',
      failed: 'Die Vorschau ist nicht gelungen',
      invalid: 'Die Vorschau erscheint, sobald die Schonfrist stimmt.',
      none: 'Kein abgelehnter Befund hat einen Vorgang: Nichts würde gelöscht.',
      would: (count) =>
        count === 0
          ? 'Jetzt würde kein Vorgang gelöscht.'
          : count === 1
            ? '1 Vorgang würde gelöscht.'
            : `${String(count)} Vorgänge würden gelöscht.`,
      hours: (hours) => `Mit so vielen je Stunde dauert es etwa ${String(hours)} Stunden.`,
      spared: (count) =>
        count === 1 ? '1 Vorgang wird geschont.' : `${String(count)} Vorgänge werden geschont.`,
      waiting: (count) =>
        count === 1
          ? '1 Vorgang ist noch nicht fällig.'
          : `${String(count)} Vorgänge sind noch nicht fällig.`,
      counting:
        'War Löschen aus, als ein Befund abgelehnt wurde, beginnt seine Frist, wenn das Portal ihn wieder sendet. Fristen, die schon laufen, behalten ihr Ende.',
      issue: 'Vorgang',
      finding: 'Befund',
      fate: 'Was geschieht',
      delete: 'Würde gelöscht',
      whenSent: 'wenn das Portal den Befund wieder sendet',
      isSpared: 'Geschont',
      why: { worked_on: 'Menschen haben daran gearbeitet', adopted: 'die App hat ihn nicht angelegt' },
      later: 'Noch nicht fällig',
      until: (when) => `nicht vor ${when}`,
      untilSent: (when) => `nicht vor ${when}, und nur wenn das Portal den Befund wieder sendet`,
      rest: (shown) => `Gezeigt sind die ersten ${String(shown)} Vorgänge; die Zahlen gelten für alle.`,
      bounded: (looked) =>
        `Es gibt mehr abgelehnte Befunde: Die Zahlen gelten für die ersten ${String(looked)}.`,
    },
  },
};
