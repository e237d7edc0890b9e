import type { Texts } from '../texts';

/** Die Seite „Felder“. */
export const fieldPage: Texts['fieldPage'] = {
  title: 'Felder',
  intro: 'Welche Felder die App im Gleichstand hält, und Werte für Felder, die ein Projekt verlangt.',
  owners: {
    title: 'Wem ein Feld gehört',
    intro:
      'Ein Feld der Menschen folgt dem Portal, bis jemand es in Jira ändert. Ein Feld des Portals wird immer wieder gesetzt.',
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
    },
    mode: 'Wenn sich der Befund ändert, die Beschreibung des Vorgangs {mode}',
    modeLabel: 'Was mit der Beschreibung geschieht',
    modes: { replace: 'ersetzen', append: 'ergänzen' },
  },
  fixed: {
    title: 'Werte für Pflichtfelder',
    intro: 'Die App sendet sie mit jedem neuen Vorgang, dessen Erstellungsbildschirm das Feld hat.',
    none: 'Noch keine Werte. Sie brauchen sie nur, wo ein Projekt ein Feld verlangt, das Befunde nicht füllen.',
    demanded: (field, project) => `${project} verlangt ${field}, und nichts füllt es.`,
    add: 'Wert hinzufügen',
    field: 'Feld',
    value: 'Wert',
    valueOf: (field) => `Wert für ${field}`,
    remove: (field) => `Wert für ${field} entfernen`,
    choose: 'Feld auswählen',
    noSpace: 'Wählen Sie zuerst unter „Teambereiche“ ein Projekt; dann erscheinen hier seine Felder.',
    unknown: 'auf keinem verwendeten Erstellungsbildschirm',
    noInput:
      'Diese Art von Feld kann hier nicht gefüllt werden. Machen Sie es in Jira optional, oder geben Sie ihm dort einen Standardwert.',
    submit: 'Hinzufügen',
  },
};
