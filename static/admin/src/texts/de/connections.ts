import type { Texts } from '../texts';

/** Die Seite „Verbindungen“. */
export const connections: Texts['connections'] = {
  title: 'Verbindungen',
  intro:
    'Über eine Verbindung sendet ein Sicherheitsportal oder eine Pipeline ihre Befunde. Jede sieht nur die eigenen.',
  create: 'Portal verbinden',
  empty: {
    title: 'Noch ist kein Portal verbunden',
    body: 'Verbinden Sie eines, um eine Adresse und ein Geheimnis zu erhalten. Befunde erscheinen, sobald es sich meldet.',
  },
  state: { on: 'Ein', off: 'Ausgeschaltet', paused: 'Angehalten', waiting: 'Wartet auf den ersten Aufruf' },
  lastCall: 'Letzter Aufruf',
  lastError: 'Letzter Fehler',
  noError: 'Keiner',
  noCall: 'Dieses Portal hat sich noch nicht gemeldet. Geben Sie ihm die Adresse und das Geheimnis.',
  errorLine: (status, message) => `${String(status)} · ${message}`,
  oldSecret: 'Altes Geheimnis',
  oldSecretUntil: (until) => `Gilt noch bis ${until}.`,
  endOldNow: 'Jetzt beenden',
  endOldOf: (name) => `Jetzt beenden: altes Geheimnis von ${name}`,
  findings: ({ findings, more }) =>
    findings === 1
      ? '1 Befund'
      : more
        ? `mehr als ${String(findings)} Befunde`
        : `${String(findings)} Befunde`,
  baseUrl: 'Basisadresse',
  copyBaseUrl: (name) => `Basisadresse von ${name} kopieren`,
  menu: (name) => `Weitere Aktionen für ${name}`,
  test: 'Testen',
  testOf: (name) => `Testen: ${name}`,
  actions: {
    switchOff: 'Ausschalten',
    switchOn: 'Einschalten',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    rotate: 'Neues Geheimnis',
    rebuild: 'Aus Jira wiederherstellen',
    archive: 'Archivieren',
  },
  offNote: 'Jeder Aufruf wird abgewiesen.',
  pausedNote: 'Befunde werden angenommen und warten, bis Sie fortsetzen.',
  flags: {
    on: (name) => `${name} ist eingeschaltet`,
    off: (name) => `${name} ist ausgeschaltet`,
    paused: (name) => `${name} ist angehalten`,
    resumed: (name) => `${name} läuft wieder`,
    archived: (name) => `${name} ist archiviert`,
    forgetting: (name) => `Die Befunde von ${name} werden vergessen`,
    removed: (name) => `${name} ist entfernt`,
    ended: (name) => `Das alte Geheimnis von ${name} gilt nicht mehr`,
    rebuilding: (name) => `${name} wird aus Jira wiederhergestellt`,
  },
  failed: 'Das hat nicht geklappt',
  dialog: {
    title: 'Portal verbinden',
    before: 'War dieses Portal schon einmal verbunden?',
    beforeHelp:
      'Dann stellen Sie es wieder her: Eine neue Verbindung würde jeden Vorgang ein zweites Mal anlegen.',
    restore: (name) => `${name} wiederherstellen`,
    name: 'Name',
    nameHelp: 'So nennen Sie das Portal oder die Pipeline, zum Beispiel „Scanner im Build“.',
    method: 'Wie es sich ausweist',
    signature: 'Signatur (empfohlen)',
    signatureHelp:
      'Jeder Aufruf wird mit dem Geheimnis signiert. Das Geheimnis selbst wird nie übertragen, und ein Aufruf kann weder verändert noch wiederholt werden. Portale, die Standard Webhooks folgen, können das.',
    basic: 'Benutzername und Passwort',
    basicHelp:
      'Geht mit jedem Werkzeug, das Basic Authentication kann. Das Passwort wird mit jedem Aufruf übertragen.',
    oauth: 'OAuth-Clientdaten',
    oauthHelp: 'Das Portal holt sich ein Token, das eine Stunde gilt.',
    ids: 'Die ID eines Befunds ist eindeutig',
    idScope: { connection: 'Im ganzen Portal', product: 'Nur innerhalb seines Produkts' },
    idsHelp:
      'Wählen Sie das Zweite, wenn das Portal die Befunde jedes Produkts von 1 an zählt. Das lässt sich später nicht ändern.',
    submit: 'Verbindung anlegen',
  },
  secret: {
    title: (name) => `${name} ist bereit`,
    once: 'Das Geheimnis wird nur jetzt angezeigt. Kopieren Sie es, bevor Sie den Dialog schließen; geht es verloren, legen Sie ein neues an.',
    baseUrl: 'Basisadresse',
    secret: 'Geheimnis',
    username: 'Benutzername',
    password: 'Passwort',
    clientId: 'Client-ID',
    clientSecret: 'Client-Geheimnis',
    tryIt: 'Ausprobieren',
    tryItHelp: 'Fügen Sie das in ein Terminal ein. Es sendet einen Beispielbefund.',
    shell: 'Shell',
    node: 'Node.js',
    command: 'Befehl',
    waiting: 'Wartet auf den ersten Aufruf …',
    waitingHelp: 'Sie können den Dialog schließen. Der Aufruf zählt, wann immer er kommt.',
    connected: 'Verbunden',
    connectedHelp: 'Der erste Aufruf ist da, und seine Zugangsdaten stimmen.',
    refused: (detail) => `Ein Aufruf kam an und wurde abgewiesen: ${detail}`,
    closeTitle: 'Haben Sie das Geheimnis kopiert?',
    closeBody: 'Es wird nie wieder angezeigt.',
    closeConfirm: 'Ja, schließen',
    closeBack: 'Zurück zum Geheimnis',
  },
  rotate: {
    title: (name) => `Neues Geheimnis für ${name}`,
    body: 'Sie erhalten ein neues Geheimnis für das Portal.',
    ends: 'Das alte Geheimnis',
    end: { later: 'gilt noch einen Tag', now: 'endet jetzt' },
    endHelp: {
      later: 'So können Sie es im Portal austauschen, ohne einen Aufruf zu verlieren.',
      now: 'Wenn andere es kennen könnten. Auch damit geholte Token enden, und Aufrufe werden abgewiesen, bis das Portal das neue hat.',
    },
    revoke: 'Jetzt widerrufen',
    submit: 'Neues Geheimnis anlegen',
    ready: (name) => `${name} hat ein neues Geheimnis`,
    overlap: (until) => `Das alte Geheimnis gilt noch bis ${until}.`,
    ended: 'Das alte Geheimnis gilt nicht mehr.',
  },
  endOld: {
    title: (name) => `Altes Geheimnis von ${name} beenden?`,
    body: 'Ab jetzt gilt nur noch das neueste Geheimnis. Ein Portal, das noch das alte verwendet, wird abgewiesen.',
    submit: 'Altes Geheimnis beenden',
  },
  rebuild: {
    title: (name) => `${name} aus Jira wiederherstellen?`,
    when: 'Dafür gedacht, dass die App neu installiert wurde und nicht mehr weiß, welcher Vorgang zu welchem Befund gehört.',
    what: 'Die Vorgänge, die die App in den Projekten der Teambereiche und Produkte einmal angelegt hat, werden wieder mit dieser Verbindung verknüpft. Kein Vorgang wird angelegt, und nichts Sichtbares an einem Vorgang ändert sich.',
    how: 'Das läuft im Hintergrund; Sie können die Seite verlassen. Richten Sie zuerst die Teambereiche ein.',
    submit: 'Wiederherstellen',
  },
  archive: {
    title: (name) => `${name} archivieren?`,
    calls: 'Ihre Aufrufe werden ab jetzt abgewiesen, und ihr Geheimnis wird entfernt.',
    findings: (count) =>
      `Zu ihr gehören: ${count}. Sie bleiben ihr zugeordnet; die Vorgänge bleiben in Jira und untereinander im Gleichschritt.`,
    later:
      'Sie können sie jederzeit wiederherstellen, unter derselben Adresse und mit neuem Geheimnis. Dabei wird nichts neu angelegt.',
    submit: 'Verbindung archivieren',
  },
  archived: {
    title: 'Archiviert',
    intro: 'Sie nehmen keine Aufrufe an. Stellen Sie eine wieder her, statt ihr Portal neu zu verbinden.',
    since: 'archiviert',
    restore: 'Wiederherstellen',
    restoreOf: (name) => `${name} wiederherstellen`,
    forget: 'Befunde vergessen',
    forgetOf: (name) => `Befunde vergessen: ${name}`,
    remove: 'Entfernen',
    removeOf: (name) => `${name} entfernen`,
    forgetting: (seen, total) =>
      `Ihre Befunde werden vergessen: ${String(seen)} von ${String(total)}. Sie können die Seite verlassen.`,
  },
  restore: {
    title: (name) => `${name} wiederherstellen?`,
    body: (count) =>
      `Was zu ihr gehört (${count}), geht mit den vorhandenen Vorgängen weiter. Die Adresse bleibt gleich; Sie erhalten ein neues Geheimnis für das Portal.`,
    submit: 'Verbindung wiederherstellen',
    ready: (name) => `${name} ist wiederhergestellt`,
    note: 'Frühere Geheimnisse gelten nicht mehr.',
  },
  forget: {
    title: (count) => `${count} vergessen?`,
    body: (name) => [
      `Die App vergisst, welche Vorgänge zu den Befunden von ${name} gehören. Die Vorgänge bleiben in Jira, aber die App ändert sie nicht mehr.`,
      'Werden diese Befunde wieder gesendet, gleich über welche Verbindung, legt sie dafür neue Vorgänge an.',
      'Das kann nicht rückgängig gemacht werden.',
    ],
    submit: (count) => `${count} vergessen`,
    removeTitle: (name) => `${name} entfernen?`,
    removeBody: 'Sie hat keine Befunde. Ihre Adresse wird nie wieder gelten.',
    remove: 'Verbindung entfernen',
  },
  testing: {
    title: (name) => `Test von ${name}`,
    running: 'Die Verbindung und die Bereiche werden geprüft …',
    again: 'Erneut testen',
    ok: 'OK',
    problem: 'Problem',
    unverified: 'Nicht geprüft',
    allOk: 'Alles, was geprüft wurde, funktioniert.',
    problems: (count) => (count === 1 ? '1 Problem zu beheben' : `${String(count)} Probleme zu beheben`),
    notAll: (count) =>
      count === 1
        ? '1 Punkt konnte nicht geprüft werden'
        : `${String(count)} Punkte konnten nicht geprüft werden`,
    connection: 'Verbindung',
    fix: 'Was zu tun ist',
  },
};
