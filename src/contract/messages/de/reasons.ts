import type { Sayings } from '../message';
import type { reasons as table } from '../reasons';
import { statusWord } from '../status-word';
import {
  doingWords,
  fillWords,
  lifecycleWords,
  mistakeWords,
  otherWords,
  refWords,
  severityWords,
  statusWords,
  teamWords,
  unprovenWords,
  typeWords,
  kindWords,
} from './terms';

const sendAnew = 'Senden Sie den Befund ohne „existing“, um einen neuen Vorgang zu erhalten.';
/** Ein Satz für alle Fälle: Er darf nicht verraten, welche Vorgänge es gibt. */
const notToHave = (key: string) =>
  `${key} kann nicht übernommen werden: Im Bereich des Teams gibt es keinen solchen Vorgang, die App darf ihn nicht sehen, oder er ist schon vergeben. ${sendAnew}`;
const otherwise =
  'Berichtigen Sie ihn im Portal oder in Jira, oder bestimmen Sie unter „Felder“, dass das Feld dann leer bleibt, und versuchen Sie es erneut.';
const automation = 'Vielleicht bewegt ihn eine Automatisierung zurück.';

/** Warum ein Befund aufgehalten ist, übersprungen wird oder wartet, und was verloren ist. */
export const reasons: Sayings<typeof table> = {
  anotherVersion: 'Den Grund hat eine andere Version der App notiert. Ein neuer Versuch nennt ihn neu.',

  busy: 'Dieser Befund wird gerade an anderer Stelle bearbeitet.',
  overtaken: 'Dieser Befund wurde gleichzeitig an anderer Stelle geändert.',
  createUnclear:
    'Jira hat nicht gesagt, ob der Vorgang angelegt wurde; er wird erst gesucht, bevor ein neuer entsteht.',
  unreadableRecord:
    'Diese Version der App kann nicht lesen, was sie sich zu dem Befund gemerkt hat. Es bleibt, wie es ist: Installieren Sie die neueste Version und versuchen Sie es dann erneut.',
  unreadableChunk: ({ reference }) =>
    `Diese Version der App kann einen Stapel angenommener Befunde nicht lesen (${reference}). Er bleibt erhalten und wird einmal am Tag versucht: Installieren Sie die neueste Version.`,
  unreadableSection: ({ section }) =>
    `Diese Version der App kann die neuesten Einstellungen des Abschnitts ${section} nicht lesen. Solange gelten ältere.`,
  fixUnreadableSection:
    'Installieren Sie die neueste Version, machen Sie die Änderung unter „Audit“ rückgängig oder speichern Sie den Abschnitt neu.',
  appFailed: ({ reference }) =>
    `Die App selbst scheitert an diesem Befund; die anderen gingen weiter. Bitte melden Sie es mit der Referenz ${reference} und, wenn Sie dürfen, mit dem, was Ihr Portal dafür sendet, an die Adresse unter „Support“ im Marketplace oder in SECURITY.md. Nach einer Aktualisierung der App kann er erneut versucht werden.`,
  createNeverClear: ({ project, detail }) =>
    `Jira bestätigt nicht, dass dieser Vorgang in ${project} angelegt wurde, obwohl er mehrmals allein gesendet wurde (${detail}). Suchen Sie dort nach einer Automatisierung oder einem Feld, das den Befund nicht aufnehmen kann; die App versucht es jede Stunde erneut.`,
  readNeverClear: ({ detail }) =>
    `Jira scheitert jedes Mal, wenn die App diesen einen Vorgang liest oder ändert (${detail}); die anderen gehen weiter. Öffnen oder ändern Sie ihn in Jira: Gelingt auch das nicht, muss Atlassian helfen. Die App versucht es jede Stunde erneut.`,
  rateLimited: ({ limit }) => `Jira begrenzt die Zahl der Aufrufe (${limit}).`,
  budgetSpent:
    'Das stündliche Punkte-Budget von Jira ist für diese Art von Arbeit verbraucht; zur vollen Stunde geht es weiter.',
  assigneeLater:
    'Jira hat noch nicht gesagt, zu welchem Konto die Adresse der zuständigen Person gehört; die Zuweisung folgt.',
  unclearAnswer: ({ detail }) => `Jira hat nicht eindeutig geantwortet: ${detail}`,
  refused: ({ doing, place, said }) => `${doingWords(doing, place)}: Jira sagt „${said}“`,
  notAllowed: ({ doing, place }) =>
    `${doingWords(doing, place)}: Jira erlaubt es der App nicht. Geben Sie der Rolle atlassian-addons-project-access die Berechtigung dafür; die Befunde gehen dann von selbst weiter.`,
  spaceArchived: ({ project }) =>
    `Der Bereich ${project} ist archiviert, dort kann nichts angelegt oder geändert werden. Holen Sie ihn aus dem Archiv zurück, dann geht es von selbst weiter, oder wählen Sie unter „Teambereiche“ einen anderen für neue Befunde.`,
  projectGone: ({ project }) =>
    `Den Bereich ${project} gibt es in Jira nicht mehr, oder die App darf ihn nicht sehen. Stellen Sie ihn wieder her, lassen Sie die App hinein, oder wählen Sie unter „Teambereiche“ einen anderen.`,
  typeGone: ({ project }) =>
    `Im Bereich ${project} gibt es den gewählten Vorgangstyp nicht mehr. Wählen Sie unter „Teambereiche“ einen anderen.`,
  refusedSilently: ({ doing, place, status }) =>
    `${doingWords(doing, place)}: Jira hat mit ${String(status)} geantwortet.`,

  namedLater:
    'Jira hat noch nicht gesagt, ob es die Personen, Gruppen oder Vorgänge gibt, die der Befund nennt; das Übrige folgt.',
  noSuchValue: ({ field, value }) =>
    value === undefined
      ? `${field} nennt jemanden oder etwas, das es in Jira nicht gibt. ${otherwise}`
      : `${field} kann nicht „${value}“ sein: Diesen Wert gibt es in Jira nicht. ${otherwise}`,
  valueMisfit: ({ field, type }) => `Was ${field} bekommen soll, ist ${typeWords[type]}. ${otherwise}`,
  fieldNotOnScreen: ({ field, project }) =>
    `${field} steht nicht auf der Erstellmaske des Bereichs ${project} und kann deshalb nicht gefüllt werden. Setzen Sie es darauf, oder nehmen Sie seine Zeile unter „Felder“ heraus, dann versuchen Sie es erneut.`,
  typeNotFilled: ({ field }) =>
    `Die App kann ${field} nicht füllen: Felder dieser Art bleiben Menschen überlassen. Nehmen Sie die Zeile unter „Felder“ heraus, dann versuchen Sie es erneut.`,
  templateFails: ({ line, column, said }) =>
    `Der Text eines Felds lässt sich nicht bilden: Zeile ${String(line)}, Spalte ${String(column)}: ${mistakeWords(said)}. Berichtigen Sie ihn unter „Felder“, dann versuchen Sie es erneut.`,
  templateStoodIn: ({ template, line, column, said }) =>
    `Die Vorlage „${template}“ scheitert an diesem Befund, die eingebaute springt ein: Zeile ${String(line)}, Spalte ${String(column)}: ${mistakeWords(said)}.`,
  templateFailing: ({ name, role, kind, line, column, said }) =>
    `Die Vorlage „${name}“ scheitert im Bereich ${teamWords[role]}, zuletzt an ${kindWords[kind]}; die eingebaute springt ein. Zeile ${String(line)}, Spalte ${String(column)}: ${mistakeWords(said)}.`,
  fixTemplate: 'Berichtigen Sie sie unter „Vorlagen“, oder kehren Sie zur eingebauten zurück.',
  textCut: ({ most }) => `auf ${String(most)} Zeichen gekürzt`,
  firstValueOnly: 'der erste von mehreren Werten; das Feld nimmt einen',
  requiredUnfilled: ({ field, role }) =>
    `${field} ist im Bereich ${teamWords[role]} erforderlich, und nichts füllt es.`,
  fixRequiredUnfilled: ({ where }) =>
    where === 'spaces'
      ? 'Wählen Sie unter „Teambereiche“ einen Wert.'
      : 'Geben Sie ihm unter „Felder“ einen Wert.',

  commentShown:
    'Der Bereich gehört zu einem Service-Desk, und Jira zeigte den Kunden einen Kommentar der App, der intern sein sollte; er wurde sofort gelöscht. Lassen Sie die App dort interne Kommentare schreiben, und versuchen Sie es erneut.',
  commentsOff:
    'Kommentare dieses Portals gehen nicht nach Jira; das wählt ein Administrator unter „Verbindungen“.',
  commentBeforeFinding:
    'Der Befund, zu dem der Kommentar gehört, ist noch nicht bearbeitet oder noch nicht gesendet. Der Kommentar wartet auf ihn.',
  commentOfUnknown: 'Den Befund, zu dem der Kommentar gehört, hat diese Verbindung nie gesendet.',
  commentNoIssue: 'Der Befund hat keinen Vorgang, in den Kommentare des Portals gehen.',

  noSpaceOn:
    'Kein Teambereich ist eingeschaltet. Schalten Sie unter „Teambereiche“ einen ein, dann versuchen Sie es erneut.',
  spaceIncomplete: ({ role, missing }) =>
    `Dem Teambereich ${teamWords[role]} fehlt ${missing === 'project' ? 'ein Jira-Bereich' : 'ein Vorgangstyp'}. Treffen Sie die Wahl unter „Teambereiche“, dann versuchen Sie es erneut.`,
  fieldRequired: ({ project, field, where }) =>
    `Der Bereich ${project} verlangt ${field}, und nichts füllt es. ${fillWords[where](field)}, dann versuchen Sie es erneut.`,
  adoptMissing: ({ key }) => notToHave(key),
  adoptElsewhere: ({ key }) => notToHave(key),
  adoptTaken: ({ key, finding }) =>
    `${key} kann nicht übernommen werden: Der Vorgang gehört zu ${finding === undefined ? 'einem anderen Befund' : `Befund ${finding}`}. ${sendAnew}`,
  issueHidden: ({ key }) =>
    `Jira zeigt der App ${key} nicht: Der App fehlt vielleicht eine Berechtigung, der Bereich liegt im Papierkorb, oder der Vorgang wurde gelöscht. Der Befund wartet, bis das feststeht, und geht von selbst weiter, wenn ${key} wieder zu sehen ist.`,
  rivalIssues: ({ finding, role, keys }) =>
    `${keys.join(' und ')} geben jeweils an, der Vorgang des Befunds ${finding} im Bereich ${teamWords[role]} zu sein. Das kann jeder eingetragen haben, der einen Vorgang bearbeiten darf. Bis Sie den richtigen wählen, wird dort nichts angelegt und nichts geändert: Sehen Sie sich alle an und wählen Sie dann. Die anderen bleiben, wie sie sind; ist in Jira nur noch einer übrig, wird dieser genommen.`,
  movedBack: ({ key, status }) =>
    `Jira hat die Bewegung angenommen, aber ${key} ist in ${status ?? 'einem unbekannten Status'}. ${automation}`,
  notMoved: ({ key }) =>
    `Jira hat die Bewegung angenommen, aber ${key} ist noch, wo der Vorgang war. ${automation}`,
  notDone: ({ key }) => `Jira hat die Bewegung angenommen, aber ${key} ist nicht fertig. ${automation}`,
  noWay: ({ from, to }) =>
    `Der Workflow hat keinen Weg von ${from} nach ${to.join(' oder ')}. Ergänzen Sie in Jira einen Übergang, oder wählen Sie einen anderen Status, dann versuchen Sie es erneut.`,
  noFittingStatus: ({ lifecycle }) =>
    `Kein Status des Workflows passt zu einem Befund, der ${lifecycleWords[lifecycle]} ist. Wählen Sie unter „Teambereiche“ einen, dann versuchen Sie es erneut.`,

  noRule: ({ severity, status }) =>
    `Keine Regel macht aus einem Befund mit dem Schweregrad ${severityWords[severity]} und dem Status „${statusWord(status, statusWords)}“ einen Vorgang.`,
  ruleCreatesNone: ({ rule }) => `Die Regel „${rule}“ macht daraus keinen Vorgang.`,
  dayFull: ({ rule, perDay }) =>
    `Die Regel „${rule}“ macht am Tag (UTC) aus ${perDay === 1 ? 'einem Befund' : `${String(perDay)} Befunden`} Vorgänge, und für heute sind es genug. Die anderen warten, bis sie an der Reihe sind, die schwersten zuerst.`,

  reportUnproven: ({ why }) => unprovenWords[why],
  reportFailed: 'Die App selbst ist an diesem Bericht gescheitert. Senden Sie ihn noch einmal.',
  newerComplete: 'Ein neuerer vollständiger Bericht seines Bereichs kam zuerst.',
  newerReport: 'Ein neuerer Bericht seines Bereichs kam zuerst.',
  partsMissing: ({ missing, of }) => `${String(missing)} seiner ${String(of)} Teile fehlen noch.`,
  partsInterrupted: 'Ein anderer vollständiger Bericht seines Bereichs kam zwischen seine Teile.',
  reportHeld: ({ product, tool, scope, resolves, of }) =>
    `Ein vollständiger Bericht von ${tool} für ${product}${scope === undefined ? '' : ` (${scope})`} würde ${String(resolves)} von ${String(of)} offenen Befunden beheben. Keiner gilt als behoben, bis ein Admin es unter „Aktivität“ bestätigt oder ein neuerer vollständiger Bericht ihn ersetzt.`,

  lostProject: ({ name }) => `Den Bereich ${name} gibt es nicht mehr, oder die App darf ihn nicht sehen.`,
  lostThing: ({ kind, name }) => `${refWords[kind]} ${name} ist dort nicht mehr vorhanden.`,
  archived: ({ name }) =>
    `Der Bereich ${name} ist archiviert: Dort kann nichts angelegt oder geändert werden.`,
  hiddenIssues: ({ name }) =>
    `Die App sieht keinen ihrer Vorgänge im Bereich ${name} mehr. Sie gelten nicht als gelöscht.`,
  fixLostProject:
    'Stellen Sie ihn wieder her, geben Sie der Rolle atlassian-addons-project-access Zugriff, oder wählen Sie einen anderen Bereich.',
  fixLostThing: ({ kind }) => `Wählen Sie ${otherWords[kind]}.`,
  fixArchived:
    'Holen Sie ihn aus dem Archiv zurück, oder wählen Sie einen anderen Bereich. Aufgehaltene Befunde bleiben erhalten und können dann erneut versucht werden.',
  fixHiddenIssues:
    'Geben Sie der Rolle atlassian-addons-project-access Zugriff auf den Bereich und seine Sicherheitsstufen.',
};
