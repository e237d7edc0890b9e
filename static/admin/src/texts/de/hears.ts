import type { Texts } from '../sections';

/** The dialog "Portal hears". */
export const hears: Texts['hears'] = {
  title: (name) => `Was ${name} von Jira hört`,
  menu: 'Portal hört',
  mode: 'Wie das Portal erfährt, was in Jira geschieht',
  modes: { off: 'Gar nicht', pull: 'Pull: Das Portal fragt', push: 'Push: Die App sendet' },
  modeHelp: {
    off: 'Nichts wird dafür aufgezeichnet.',
    pull: 'Das Portal ruft GET /v1/events auf, wann es will. Ereignisse bleiben 30 Tage.',
    push: 'Jedes Ereignis wird an eine Adresse des Portals gesendet: signiert, der Reihe nach, und so lange, bis es ankommt.',
  },
  about: 'Wovon es hört',
  abouts: {
    states: 'Wo Befunde stehen: abgeglichen, übersprungen, aufgehalten',
    issues: 'Vorgänge, die verknüpft, gelöst, in einen anderen Bereich verschoben oder gelöscht werden',
    status: 'Was ein Status in Jira für den Befund bedeutet',
    edits: 'Änderungen von Menschen: Zuständiger, Priorität, Fälligkeit, Stichwörter, Zusammenfassung',
    comments: 'Kommentare von Menschen',
    decisions: 'Entscheidungen von Menschen: erneute Prüfung, akzeptiertes Risiko, falsch positiv',
    dates: 'Fälligkeiten: geändert, nah, überschritten',
  },
  comments: {
    title: 'Kommentare',
    toJira: 'Kommentare des Portals gehen an',
    fromJira: 'Das Portal hört Kommentare von Menschen an',
    between:
      'Kommentare von Menschen gehen zwischen Produkt- und Sicherheitsvorgang eines Befunds hin und her',
    tag: 'Wort, das einen Kommentar an seinem Ort hält',
    tagHelp:
      'Ein Kommentar damit verlässt seinen Vorgang nie, wie solche für eine Rolle oder Gruppe und interne in Servicebereichen. Leer: Es gibt kein solches Wort.',
    sides: {
      product: 'Vorgang des Produktteams',
      security: 'Vorgang des Sicherheitsteams',
      both: 'Beide Vorgänge',
      off: 'Keinen',
    },
  },
  url: 'Adresse des Portals',
  urlHelp: 'Eine https-Adresse. Sie sollte 2xx antworten, sobald die Ereignisse dort gespeichert sind.',
  auth: 'Zugangsdaten neben der Signatur',
  auths: {
    none: 'Keine',
    basic: 'Benutzer und Passwort',
    bearer: 'Token',
    oauth: 'OAuth Client Credentials',
  },
  keepAuth: 'Gespeicherte Zugangsdaten bleiben, bis Sie neue eingeben.',
  username: 'Benutzer',
  password: 'Passwort',
  token: 'Token',
  tokenUrl: 'Token-Adresse',
  clientId: 'Client-ID',
  clientSecret: 'Client-Geheimnis',
  scope: 'Scope (darf leer sein)',
  save: 'Speichern',
  saved: (name) => `Was ${name} hört, ist gespeichert`,
  notSaved: 'Das wurde nicht gespeichert',
  secret: 'Signaturgeheimnis',
  secretOnce: 'Es wird einmal gezeigt. Damit prüft das Portal die Signatur jedes Aufrufs.',
  rotate: 'Neues Signaturgeheimnis',
  rotatedNow: (name) => `${name} hat ein neues Signaturgeheimnis`,
  rotated: (until) => `Bis ${until} wird auch mit dem alten Geheimnis signiert.`,
  approveTitle: 'Die Adresse ist nicht freigegeben',
  approveBody:
    'Nichts wird gesendet, bevor ein Administrator der App erlaubt, Daten dorthin zu senden. Atlassian fragt in einem Dialog danach. Eine Freigabe kann jederzeit unter Verbundene Apps zurückgenommen werden.',
  approve: 'Adresse freigeben',
  approvalFor: (name) => `Was ${name} von Jira hört`,
  notApproved:
    'Die Adresse wurde nicht freigegeben. Entweder wurde der Dialog abgebrochen, oder Sie dürfen sie nicht freigeben: Bitten Sie dann einen Administrator Ihrer Atlassian-Organisation.',
  delivered: 'Zuletzt zugestellt',
  nothingYet: 'Noch nichts',
  upTo: (n) => `bis Ereignis ${String(n)}`,
  waiting: 'Wartet',
  events: (count) => (count === 1 ? '1 Ereignis' : `${String(count)} Ereignisse`),
  trouble: {
    unapproved: 'Die Adresse ist nicht oder nicht mehr freigegeben: Bis dahin wird nichts gesendet.',
    gone: 'Das Portal antwortete 410: Es will keine Ereignisse mehr. Es wurde abgeschaltet.',
    failing: 'Das Portal nimmt gerade keine Ereignisse an.',
  },
  answered: (status) => {
    if (status === 0) return 'Keine Antwort';
    const leadsElsewhere = status >= 300 && status < 400;
    return `Antwort ${String(status)}${leadsElsewhere ? ': sie führt zu einer anderen Adresse, der nicht gefolgt wird' : ''}`;
  },
  nextTry: (at) => `Nächster Versuch: ${at}`,
  parked: 'Abgelehnte Ereignisse',
  parkedBody:
    'Das Portal lehnt diese ab, während es andere annimmt. Senden Sie sie erneut, sobald das behoben ist, oder lassen Sie sie aus.',
  again: 'Erneut senden',
  againOf: (n) => `Ereignis ${String(n)} erneut senden`,
  skip: 'Auslassen',
  skipOf: (n) => `Ereignis ${String(n)} auslassen`,
  since: 'Alles erneut senden nach Ereignis',
  sinceHelp: 'Die Nummer des letzten Ereignisses, das das Portal hat. Ereignisse bleiben 30 Tage.',
  sinceDo: 'Erneut senden',
  sentAgain: 'Die Ereignisse werden erneut gesendet',
  test: 'Testereignis senden',
  tests: {
    taken: (status, time) => `Das Portal nahm es an: Antwort ${String(status)} nach ${time}.`,
    refused: (status, time) => `Das Portal nahm es nicht an: Antwort ${String(status)} nach ${time}.`,
    silent: (time) => `Das Portal antwortete nicht innerhalb von ${time}. Stimmt die Adresse?`,
    unapproved:
      'Es wurde nicht gesendet: Die Adresse ist nicht freigegeben. Geben Sie sie oben frei und testen Sie erneut.',
  },
  request: 'Anfrage',
  response: 'Antwort',
  eventOf: (n, type) => `${String(n)} · ${type}`,
};
