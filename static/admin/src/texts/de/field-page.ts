import type { Texts } from '../sections';

/** Die Seite „Felder“. */
export const fieldPage: Texts['fieldPage'] = {
  title: 'Felder',
  intro:
    'Was die Felder der Vorgänge füllt, Werte für Felder, die ein Bereich verlangt, und wem ein Feld gehört.',
  owners: {
    title: 'Wem ein Feld gehört',
    intro:
      'Ein Feld, das Menschen gehört, folgt dem Portal, bis jemand es in Jira ändert. Eines, das dem Portal gehört, wird immer wieder gesetzt.',
    field: 'Feld',
    owner: 'Gehört',
    of: (field) => `Wem ${field} gehört`,
    choices: {
      people: 'Menschen: folgt, bis jemand es ändert',
      portal: 'Portal: folgt immer',
      create: 'Einmal gesetzt, wenn der Vorgang angelegt wird',
    },
    names: {
      summary: 'Zusammenfassung',
      description: 'Beschreibung',
      priority: 'Priorität',
      duedate: 'Frist',
      components: 'Komponenten',
      labels: 'Stichwörter',
      assignee: 'Zuständige Person',
      security: 'Sicherheitsebene',
      parent: 'Übergeordneter Vorgang',
    },
    mode: 'Ist die Vorlage die eingebaute und ändert sich der Befund, {mode}',
    modeLabel: 'Was mit der Beschreibung geschieht',
    modes: { replace: 'die Beschreibung ersetzen', append: 'nur den Teil der App ersetzen' },
  },
  mapping: {
    title: (space) => `Was die Felder füllt: ${space}`,
    intro:
      'Eine Zeile füllt ein Jira-Feld aus dem Befund. Produkte und Regeln können eigene Zeilen haben; diese gelten für alle anderen.',
    none: 'Noch keine Zeilen. Zusammenfassung, Beschreibung, Priorität, Frist, Stichwörter und dergleichen werden ohne sie gefüllt.',
    required: '(Pflichtfeld)',
    add: 'Ein weiteres Feld füllen',
    remove: (field) => `Zeile von ${field} entfernen`,
    sourceOf: (field) => `Quelle von ${field}`,
    fieldOf: (field) => `Feld des Befunds für ${field}`,
    attributeOf: (field) => `Attribut für ${field}`,
    templateOf: (field) => `Text für ${field}`,
    unknownOf: (field) => `Unbekannte Werte von ${field}`,
    kinds: {
      field: 'Feld des Befunds',
      attribute: 'Attribut des Befunds',
      text: 'Text (Liquid)',
      fixed: 'Fester Wert',
    },
    unknown: {
      hold: 'Ein Wert, den Jira nicht hat, hält den Befund auf',
      empty: 'Ein Wert, den Jira nicht hat, lässt das Feld leer',
    },
    nothing: 'Ohne Wert lässt die App dieses Feld in Ruhe.',
    hints: {
      paragraph: 'Text (Markdown)',
      datetime: '2026-01-31T09:30:00Z',
      url: 'https://…',
      cascading: 'Erste Ebene > zweite Ebene',
      user: 'E-Mail-Adresse oder Konto-ID',
      users: 'E-Mail-Adresse oder Konto-ID',
      group: 'Name der Gruppe',
      groups: 'Name der Gruppe',
      parent: 'Schlüssel eines Epics',
    },
    sprint: 'Sprints bleiben außen vor: In welchen Sprint ein Vorgang kommt, plant sein Team.',
  },
  fixed: {
    title: 'Werte für Pflichtfelder',
    intro: 'Die App sendet sie mit jedem neuen Vorgang, dessen Erstellungsbildschirm das Feld hat.',
    none: 'Noch keine Werte. Sie brauchen sie nur, wo ein Bereich ein Feld verlangt, das Befunde nicht füllen.',
    demanded: (field, project) => `${project} verlangt ${field}, und nichts füllt es.`,
    add: 'Wert hinzufügen',
    field: 'Feld',
    value: 'Wert',
    valueOf: (field) => `Wert für ${field}`,
    remove: (field) => `Wert für ${field} entfernen`,
    choose: 'Feld auswählen',
    noSpace: 'Wählen Sie zuerst unter „Teambereiche“ einen Bereich; dann erscheinen hier seine Felder.',
    unknown: 'auf keinem verwendeten Erstellungsbildschirm',
    noInput:
      'Diese Art von Feld kann hier nicht gefüllt werden. Machen Sie es in Jira optional, oder geben Sie ihm dort einen Standardwert.',
    submit: 'Hinzufügen',
  },
};
