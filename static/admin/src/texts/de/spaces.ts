import type { Texts } from '../sections';

/** Die Seite „Teambereiche“ und dieselben Karten für ein Produkt. */
export const spaces: Texts['spaces'] = {
  title: 'Teambereiche',
  intro:
    'Wohin Vorgänge gehen. Diese Werte gelten für jedes Produkt; ein Produkt kann jeden davon überschreiben. Eine Änderung gilt für alle Produkte, die den Wert erben.',
  about: {
    product: 'Der Jira-Bereich, in dem ein Produktteam Befunde behebt.',
    security:
      'Der Jira-Bereich, in dem das Sicherheitsteam Befunde verfolgt. Sein Vorgang schließt sich, wenn der Produktvorgang fertig ist.',
  },
  switch: {
    product: 'Vorgänge im Bereich des Produktteams anlegen',
    security: 'Vorgänge im Bereich des Sicherheitsteams anlegen',
  },
  offNote: 'Ausgeschaltet. Befunde legen hier keinen Vorgang an.',
  freshNote: 'Ausgeschaltet. Befunde erzeugen hier keine Vorgänge, bis Sie wählen, wo.',
  chooseFirst:
    'Wählen Sie zuerst den Bereich. Alles Weitere wird dann aus dem vorgeschlagen, was dieser Bereich hat.',
  readFailed: (project) => `${project} konnte nicht gelesen werden`,
  noTypes:
    'Jira zeigt Ihnen keine Vorgangstypen dieses Bereichs. Um ihn hier einzurichten, brauchen Sie darin die Berechtigung „Vorgänge erstellen“.',
  required: {
    title: 'Pflichtfelder',
    missing: (fields) =>
      `Neue Vorgänge dieses Typs verlangen ${fields}, und noch füllt das nichts. Wählen Sie hier einen Wert für alle Befunde, sonst warten Befunde.`,
    filled: 'Alles, was neue Vorgänge dieses Typs verlangen, ist gefüllt.',
    below: (fields) => `${fields}: unter „Felder von Jira anders füllen“, am Ende dieser Seite.`,
    otherwise: 'Stattdessen aus dem Befund füllen',
  },
  goneHelp: 'Das gibt es in Jira nicht mehr. Wählen Sie etwas anderes; so lange warten Befunde.',
  placeholder: {
    issue: 'Vorgangsschlüssel eingeben, zum Beispiel WEB-12',
    project: 'Nach Name oder Schlüssel suchen',
    person: 'Nach Namen suchen',
    labels: 'Stichwort eingeben und Enter drücken',
    none: 'Keine',
  },
  help: {
    resolvedStatus: 'Dorthin geht der Vorgang, wenn sein Befund behoben ist.',
    rejectedStatus: 'Dorthin geht er, wenn der Befund abgelehnt ist, zum Beispiel als Fehlalarm.',
    dueDateField: 'Hier steht die Frist des Befunds.',
    labels: 'Jeder Vorgang bekommt sie. Stichwörter, die Menschen hinzufügen, bleiben.',
    parent: 'Alle neuen Vorgänge dieses Bereichs werden darunter angelegt, etwa unter einem Epic.',
    language: 'Die der eingebauten Vorlagen und dessen, was die App selbst an Vorgängen schreibt.',
    securityLevel: 'Wer die Vorgänge sehen darf.',
    issueTypeByKind:
      'Ein anderer Vorgangstyp für manche Arten von Befunden. Alle übrigen nehmen den Vorgangstyp oben.',
  },
  assigneeWays: {
    nobody: 'Niemand',
    person: 'Eine Person',
    projectLead: 'Die Leitung des Bereichs',
    componentLead: 'Die Leitung der Komponente',
    list: 'Jemand aus einer Liste',
  },
  assigneeHelp: {
    nobody: 'Wen der Befund nennt, bekommt den Vorgang; sonst niemand, oder wen Jira wählt.',
    person: 'Gilt, wenn der Befund niemanden nennt.',
    projectLead: 'Gilt, wenn der Befund niemanden nennt; wer leitet, wird aus Jira gelesen.',
    componentLead:
      'Gilt, wenn der Befund niemanden nennt: wer die erste Komponente des Vorgangs leitet, die eine Leitung hat.',
    list: 'Gilt, wenn der Befund niemanden nennt: Befunde werden verteilt, jeder immer an dieselbe Person.',
  },
  offScreen: {
    parent: 'Der Erstellungsbildschirm dieses Vorgangstyps hat keinen übergeordneten Vorgang.',
    components: 'Der Erstellungsbildschirm dieses Vorgangstyps hat keine Komponenten.',
    securityLevel: 'Dieser Bereich hat keine Sicherheitsebenen, die Sie setzen dürfen.',
    assignee: 'Der Erstellungsbildschirm dieses Vorgangstyps hat keine zuständige Person.',
    dueDateField: 'Der Erstellungsbildschirm dieses Vorgangstyps hat kein Datumsfeld.',
  },
  foreign: {
    title: 'Werte eines anderen Bereichs',
    noProject: 'dem Teambereich',
    lacking: (fields, project) =>
      `Von ${project} geerbt, aber in diesem Bereich nicht zu finden: ${fields}. Befunde dieses Produkts können warten müssen, bis das überschrieben ist.`,
    propose: 'Vorschlagen, was zu diesem Bereich passt',
    shared: (fields, project) =>
      `Von ${project} geerbt, und auch in diesem Bereich vorhanden: ${fields}. Das ändert sich mit dem Teambereich.`,
  },
  noDueDate: 'Keine Frist',
  more: 'Weitere Felder',
  moreHelp:
    'Komponenten, Frist, Stichwörter, zuständige Person, Sicherheitsebene, übergeordneter Vorgang, Sprache, Vorgangstyp nach Art',
  like: 'Wie oben',
  priorities: {
    title: 'Prioritätszuordnung',
    switch: 'Priorität aus dem Schweregrad setzen',
    offNote: 'Die App lässt die Priorität in Ruhe.',
    noPriority:
      'Dieser Vorgangstyp hat auf seinem Erstellungsbildschirm keine Priorität. Es wird nichts gesetzt, und das ist kein Fehler.',
    severity: 'Schweregrad',
    priority: 'Priorität in Jira',
    leave: 'In Ruhe lassen',
    of: (severity) => `Priorität für ${severity}`,
  },
  mapping: {
    title: 'Statuszuordnung',
    intro:
      'Welchen Jira-Status ein Vorgang bei jedem Status des Befunds bekommt. Ohne Auswahl lässt ein offener Befund seinen Vorgang, wo Menschen ihn hingestellt haben, und öffnet einen fertigen wieder; ein akzeptierter lässt ihn in Ruhe.',
    finding: 'Befundstatus',
    jira: 'Jira-Status, bevorzugte zuerst',
    direction: 'Richtung',
    of: (status) => `Jira-Status für ${status}`,
    directionOf: (status) => `Richtung für ${status}`,
    both: 'Beide',
    to_jira: 'Nur nach Jira',
    to_portal: 'Nur zum Portal',
    byDefault: {
      open: 'Bleibt oder öffnet',
      resolved: (status) => `Wie oben: ${status}`,
      rejected: (status) => `Wie oben: ${status}`,
      accepted: 'Bleibt',
      anyDone: 'der erste fertige Status',
    },
    ambiguous: (status, others) =>
      `${status} steht auch für ${others}. Verschiebt jemand einen Vorgang dorthin, kann die App nicht erkennen, was gemeint ist. Stellen Sie die Richtung bei einem davon auf „Nur nach Jira“.`,
    unreachable: (status) =>
      `Der Workflow hat keinen Weg zu ${status}. Ergänzen Sie in Jira einen Übergang, oder wählen Sie einen anderen Status.`,
  },
  speaks: {
    title: 'Was das Portal hört',
    sentence: 'Hat ein Befund zwei Vorgänge, hört das Portal {speaks}',
    label: 'Wessen Status das Portal hört',
    choices: {
      security: 'was mit dem Sicherheitsvorgang geschieht',
      either: 'was mit einem der beiden geschieht',
      both: 'was beide sagen, sobald sie übereinstimmen',
    },
    help: 'Portale hören davon, wo das eingeschaltet ist, im Menü einer Verbindung. Für einen Befund mit einem Vorgang spricht dieser.',
  },
  resolutions: {
    title: 'Was Lösungen dem Portal bedeuten',
    intro:
      'Ein erledigter Vorgang bedeutet „behoben“. Wurde er mit einer dieser Lösungen geschlossen, hört das Portal stattdessen diesen Status.',
    resolution: 'Lösung in Jira',
    status: 'Befundstatus',
    add: 'Bedeutung hinzufügen',
    remove: (name) => `Bedeutung von ${name} entfernen`,
  },
  own: {
    title: 'Befundstatus Ihres Portals',
    intro:
      'Ergänzen Sie die Namen, die Ihr Portal über die eingebauten hinaus verwendet. Jeder gehört zu einer Phase.',
    none: 'Keine eigenen Status.',
    name: 'Name in den Daten',
    nameHelp: 'Kleinbuchstaben, Ziffern und Unterstriche, zum Beispiel „in_review“.',
    label: 'Name auf dieser Seite',
    lifecycle: 'Phase',
    add: 'Status hinzufügen',
    remove: (label) => `${label} entfernen`,
    taken: 'ist schon ein Status',
  },
  panel: {
    whenSaved: 'Befund-Panel auf Vorgängen dieses Bereichs anzeigen, sobald gespeichert ist',
    offer: 'Befund-Panel auf Vorgängen dieses Bereichs anzeigen',
    help: 'Das Panel zeigt auf einem Vorgang, worum es bei dem Befund geht. Es erscheint nur auf Vorgängen der App.',
    busy: 'Jira fügt das Panel dem Bereich hinzu. Das kann eine Minute dauern.',
    done: 'Das Panel erscheint auf den Vorgängen dieses Bereichs.',
    failed: 'Das Panel konnte nicht hinzugefügt werden',
    byHand:
      'Sie können es auch auf einem Vorgang hinzufügen: Vorgang öffnen, „Apps“ wählen, dann „Security finding“.',
  },
  origin: {
    default: 'Standard',
    product: 'Dieses Produkt',
    override: 'Überschreiben',
    overrideOf: (field) => `Überschreiben: ${field}`,
    reset: 'Standard verwenden',
    resetOf: (field) => `Standard verwenden: ${field}`,
  },
};
