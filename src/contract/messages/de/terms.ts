import type { FieldType } from '../../field-types';
import type { BuiltInStatus, Kind, Lifecycle, Severity } from '../../finding';
import type { IncompleteReason } from '../../report';
import type { Role } from '../../settings';
import type { Doing, FillPlace, Permission, RefKind, ScreenPart } from '../terms';
import { mistakeIn, type MistakeWords } from '../template-mistake';

/** Mit Artikel, am Anfang eines Satzes. */
export const refWords: Readonly<Record<RefKind, string>> = {
  project: 'Der Bereich',
  issueType: 'Der Vorgangstyp',
  status: 'Der Status',
  component: 'Die Komponente',
  priority: 'Die Priorität',
  field: 'Das Feld',
  person: 'Die Person',
  securityLevel: 'Die Sicherheitsebene',
  resolution: 'Die Lösung',
  fieldValue: 'Der Wert',
};

/** Mit „anderer“, als Ziel einer Wahl. */
export const otherWords: Readonly<Record<RefKind, string>> = {
  project: 'einen anderen Bereich',
  issueType: 'einen anderen Vorgangstyp',
  status: 'einen anderen Status',
  component: 'eine andere Komponente',
  priority: 'eine andere Priorität',
  field: 'ein anderes Feld',
  person: 'eine andere Person',
  securityLevel: 'eine andere Sicherheitsebene',
  resolution: 'eine andere Lösung',
  fieldValue: 'einen anderen Wert',
};

/** Im Genitiv: die ID von etwas. */
export const genitiveWords: Readonly<Record<RefKind, string>> = {
  project: 'des Bereichs',
  issueType: 'des Vorgangstyps',
  status: 'des Status',
  component: 'der Komponente',
  priority: 'der Priorität',
  field: 'des Felds',
  person: 'der Person',
  securityLevel: 'der Sicherheitsebene',
  resolution: 'der Lösung',
  fieldValue: 'des Werts',
};

/** Was ein Feld annimmt, nach „ist“. */
export const typeWords: Readonly<Record<FieldType, string>> = {
  text: 'kein Text',
  paragraph: 'kein Text',
  number: 'keine Zahl, die Jira nimmt',
  date: 'kein Datum wie 2026-01-31',
  datetime: 'keine Zeit wie 2026-01-31T09:30:00Z',
  url: 'keine http- oder https-Adresse',
  labels: 'kein Stichwort',
  choice: 'keine Option',
  choices: 'keine Option',
  cascading: 'keine Option',
  user: 'keine Person',
  users: 'keine Person',
  group: 'keine Gruppe',
  groups: 'keine Gruppe',
  parent: 'kein Vorgang, der über anderen stehen kann',
  sprint: 'kein Sprint',
  other: 'kein Wert, den die App bilden kann',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'kritisch',
  high: 'hoch',
  medium: 'mittel',
  low: 'niedrig',
  info: 'Info',
};

export const lifecycleWords: Readonly<Record<Lifecycle, string>> = {
  open: 'offen',
  resolved: 'behoben',
  rejected: 'abgelehnt',
  accepted: 'akzeptiert',
};

export const statusWords: Readonly<Record<BuiltInStatus, string>> = {
  unverified: 'ungeprüft',
  verified: 'bestätigt',
  assigned: 'zugewiesen',
  resolved: 'behoben',
  rejected: 'abgelehnt',
  temporarily_risk_accepted: 'Risiko vorübergehend akzeptiert',
  permanently_risk_accepted: 'Risiko dauerhaft akzeptiert',
};

/** Im Genitiv: der Bereich von jemandem. */
export const teamWords: Readonly<Record<Role, string>> = {
  product: 'des Produktteams',
  security: 'des Sicherheitsteams',
};

export const permissionWords: Readonly<Record<Permission, string>> = {
  BROWSE_PROJECTS: 'Vorgänge sehen',
  CREATE_ISSUES: 'Vorgänge anlegen',
  EDIT_ISSUES: 'Vorgänge bearbeiten',
  TRANSITION_ISSUES: 'Vorgänge bewegen',
  ADD_COMMENTS: 'kommentieren',
  LINK_ISSUES: 'Vorgänge verknüpfen',
  ASSIGN_ISSUES: 'Vorgänge zuweisen',
  SCHEDULE_ISSUES: 'Fristen setzen',
  SET_ISSUE_SECURITY: 'Sicherheitsebenen setzen',
  DELETE_ISSUES: 'Vorgänge löschen',
};

const doings: Readonly<Record<Doing, string>> = {
  reading: 'Beim Lesen von Vorgängen',
  readingScreen: 'Beim Lesen des Erstellungsbildschirms',
  readingTransitions: 'Beim Lesen von Übergängen',
  creating: 'Beim Anlegen eines Vorgangs',
  changing: 'Beim Ändern eines Vorgangs',
  moving: 'Beim Bewegen eines Vorgangs',
  confirming: 'Beim Bestätigen einer Bewegung',
  linking: 'Beim Verknüpfen von Vorgängen',
  commenting: 'Beim Kommentieren eines Vorgangs',
  looking: 'Beim Suchen nach einem Vorgang',
  deleting: 'Beim Löschen eines Vorgangs',
};

/** Was die App gerade tat, mit dem Ort, wo er bekannt ist. */
export function doingWords(doing: Doing, place: string | undefined): string {
  if (place === undefined) return doings[doing];
  return `${doings[doing]} ${doing === 'moving' ? 'nach' : 'in'} ${place}`;
}

/** Was zu tun ist, damit ein Pflichtfeld gefüllt wird. */
export const fillWords: Readonly<Record<FillPlace, (field: string) => string>> = {
  spaces: (field) => `Wählen Sie unter „Teambereiche“ einen Wert für ${field}`,
  fields: (field) => `Geben Sie unter „Felder“ einen Wert für ${field} vor`,
  finding: (field) => `Senden Sie ${field} mit jedem Befund, oder machen Sie das Feld in Jira optional`,
};

export const partWords: Readonly<Record<ScreenPart, string>> = {
  components: 'Komponenten',
  assignee: 'Zuständige Person',
  securityLevel: 'Sicherheitsebene',
};

/** Warum ein vollständiger Bericht nach eigener Auskunft nichts beweist. */
export const unprovenWords: Readonly<Record<IncompleteReason, string>> = {
  notSuccessful: 'Das Werkzeug sagt nicht, dass sein Lauf gelungen ist (executionSuccessful ist nicht true).',
  errorNotification:
    'Das Werkzeug hat während seines Laufs einen Fehler gemeldet (eine Meldung der Stufe error).',
  exitCode: 'Das Werkzeug endete mit einem Exitcode oder Signal, das einen Fehlschlag bedeutet.',
  noResults: 'Ein Lauf hat keine Liste von Ergebnissen: Das Werkzeug konnte also nicht nachsehen.',
  brokenResults: 'Einige seiner Ergebnisse waren nicht lesbar.',
  failed: 'Das Werkzeug sagt, dass sein Lauf gescheitert ist.',
  notAllChecked: 'Das Werkzeug sagt, dass es nicht alles prüfen konnte.',
  noTool: 'Er enthält nichts, was sagt, von welchem Werkzeug er ist.',
  noScope: 'Er sagt nicht, wofür er spricht; senden Sie ?scope= mit.',
};

/** Im Dativ, nach „an“. */
export const kindWords: Readonly<Record<Kind, string>> = {
  vulnerability: 'einer Schwachstelle',
  compliance_violation: 'einem Verstoß gegen Vorgaben',
  security_incident: 'einem Sicherheitsvorfall',
  scheduled_task: 'einer wiederkehrenden Aufgabe',
};

const mistakes: MistakeWords = {
  notEnded: (what, end) => `„${what}“ ist nicht geschlossen; beenden Sie es mit ${end}`,
  noFilter: (name) =>
    `einen Filter „${name}“ gibt es nicht; entfernen Sie ihn, oder nehmen Sie einen anderen`,
  noTag: (name) => `eine Anweisung „${name}“ gibt es nicht; entfernen Sie sie, oder nehmen Sie eine andere`,
  nothingOpen: (name) =>
    `„${name}“ gehört zu keiner Anweisung, die davor offen ist; entfernen Sie es, oder öffnen Sie eine`,
  noOthers: 'andere Vorlagen lassen sich nicht einbinden; schreiben Sie ihren Text hierher',
};

/** What Liquid said of a mistake in a template. */
export function mistakeWords(said: string): string {
  return mistakeIn(said, mistakes);
}
