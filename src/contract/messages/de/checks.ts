import type { checks as table, StatusUse } from '../checks';
import type { Sayings } from '../message';
import { statusWord } from '../status-word';
import { fillWords, lifecycleWords, partWords, permissionWords, severityWords, statusWords } from './terms';

const role = 'atlassian-addons-project-access';

/** Der Test einer Verbindung: was geprüft, was gefunden wurde, was zu tun ist. */
export const checks: Sayings<typeof table> = {
  aboutCredentials: 'Zugangsdaten',
  aboutSwitchedOn: 'Eingeschaltet',
  aboutSwitchedOff: 'Ausgeschaltet',
  aboutPaused: 'Angehalten',
  aboutLastCall: 'Letzter Aufruf',
  aboutLastError: 'Letzter Fehler',
  aboutTeamSpaces: 'Teambereiche',
  aboutFurtherProducts: 'Weitere Produkte',
  aboutProject: 'Bereich',
  aboutIssueType: 'Vorgangstyp',
  aboutPermitted: 'Was die App darf',
  aboutCreateScreen: 'Felder des Erstellungsbildschirms',
  aboutRequiredFields: 'Pflichtfelder',
  aboutRequiredField: ({ field }) => `Pflichtfeld ${field}`,
  aboutComponents: 'Komponenten',
  aboutPriority: 'Priorität',
  aboutDueDateField: 'Feld für die Frist',
  aboutAssignee: 'Zuständige Person',
  aboutSecurityLevel: 'Sicherheitsebene',
  aboutStatuses: 'Status',
  aboutStatus: ({ name }) => `Status ${name}`,
  aboutDoneStatus: 'Ein fertiger Status',

  noCredentials: 'Es sind keine Zugangsdaten gespeichert, darum wird kein Aufruf eingelassen.',
  makeSecret: 'Legen Sie ein neues Geheimnis an.',
  isOff: 'Die Verbindung ist ausgeschaltet: Jeder Aufruf wird abgewiesen.',
  switchOn: 'Schalten Sie sie ein.',
  isPaused: 'Befunde werden angenommen und zurückgehalten.',
  goOn: 'Setzen Sie die Verbindung fort.',
  neverCalled: 'Dieses Portal hat sich noch nicht gemeldet.',
  howToCall:
    'Geben Sie ihm die Adresse und das Geheimnis, oder fügen Sie den Befehl der Verbindung in ein Terminal ein.',
  failedCall: ({ status, answer }) => `Der Aufruf bekam die Antwort: ${answer} (${String(status)})`,
  failedBefore: ({ status, answer }) =>
    `Ein Aufruf bekam die Antwort: ${answer} (${String(status)}) Seitdem kamen andere durch.`,
  correctPortal: 'Korrigieren Sie im Portal, was die Meldung nennt, dann testen Sie erneut.',
  correctSecret:
    'Korrigieren Sie, was die Meldung nennt: Geben Sie dem Portal das Geheimnis, das jetzt gilt, oder legen Sie im Menü der Verbindung ein neues an; oder stellen Sie seine Uhr.',
  strayCall: ({ status, answer }) =>
    `Ein Aufruf fragte nach etwas, das es nicht gibt: ${answer} (${String(status)}) Ein einzelner schadet nicht. Kommen Befunde nicht an, vergleichen Sie die Adresse im Portal mit der Basisadresse.`,
  askedToWait: ({ status, answer }) =>
    `Das Portal wurde gebeten, es später noch einmal zu senden: ${answer} (${String(status)})`,
  noneSwitchedOn: 'Kein Teambereich ist eingeschaltet.',
  switchOneOn: 'Schalten Sie unter „Teambereiche“ einen ein.',
  notLookedAt: ({ count }) => `${String(count)} weitere wurden nicht geprüft.`,

  noProject: 'Kein Bereich ist gewählt.',
  chooseProjectOrOff: 'Wählen Sie unter „Teambereiche“ einen Bereich, oder schalten Sie diesen aus.',
  projectMissing: ({ name }) => `${name} gibt es nicht mehr, oder die App darf ihn nicht sehen.`,
  projectArchived: ({ name }) => `${name} ist archiviert: Dort kann nichts angelegt oder geändert werden.`,
  restoreOrBrowse: `Stellen Sie den Bereich wieder her, geben Sie der Rolle ${role} die Berechtigung, ihn zu sehen, oder wählen Sie einen anderen.`,
  restoreOrOther: 'Holen Sie den Bereich aus dem Archiv zurück, oder wählen Sie einen anderen.',
  typeMissing: ({ type }) => `${type} gibt es in dem Bereich nicht.`,
  typeIsSubtask: ({ type }) =>
    `${type} ist ein Typ für Unteraufgaben, und die brauchen einen Vorgang darüber.`,
  otherType:
    'Wählen Sie unter „Teambereiche“ einen anderen Vorgangstyp, oder nehmen Sie ihn in Jira in den Bereich auf.',
  mayDo: ({ permissions }) => `${permissions.map((one) => permissionWords[one]).join(', ')}.`,
  mayNot: ({ permissions, place = 'dem Bereich' }) =>
    `Das darf die App in ${place} nicht: ${permissions.map((one) => permissionWords[one]).join(', ')}.`,
  grant: ({ permissions, place }) =>
    `Geben Sie der Rolle ${role} im Berechtigungsschema ${place === undefined ? 'des Bereichs' : `von ${place}`} diese Berechtigungen: ${permissions.join(', ')}.`,

  fieldDemanded: ({ field }) =>
    `Jira verlangt ${field} für neue Vorgänge, und nichts füllt es für jeden Befund.`,
  fillField: ({ field, where }) =>
    where === 'finding'
      ? `${fillWords[where](field)}.`
      : `${fillWords[where](field)}, oder machen Sie das Feld in Jira optional.`,
  thingsMissing: ({ names }) => `In dem Bereich nicht vorhanden: ${names.join(', ')}.`,
  otherComponents: 'Wählen Sie unter „Teambereiche“ andere Komponenten.',
  priorityOff: 'Ausgeschaltet: Jira setzt den Standardwert.',
  noPriorities: 'Der Bereich hat keine Prioritäten; es wird keine gesendet.',
  noPriorityOnScreen:
    'Der Bereich hat auf dem Erstellungsbildschirm keine Prioritäten; die gewählten werden nicht gesendet.',
  foreignPriorities: ({ names, severities }) =>
    `Nicht im Prioritätsschema des Bereichs: ${names.join(', ')} (für ${severities.map((one) => severityWords[one]).join(', ')}).`,
  choosePriorities: ({ names }) => `Wählen Sie unter „Teambereiche“ eine von diesen: ${names.join(', ')}.`,
  unmappedSeverities: ({ severities }) =>
    `Für ${severities.map((one) => severityWords[one]).join(', ')} ist keine Priorität gewählt: Jira setzt den Standardwert.`,
  offScreen: ({ field }) =>
    `${field} steht nicht auf dem Erstellungsbildschirm und fehlt darum in neuen Vorgängen.`,
  putOnScreen: ({ field }) =>
    `Nehmen Sie ${field} in Jira auf den Erstellungsbildschirm auf, oder schalten Sie das Feld unter „Teambereiche“ aus.`,
  partOffScreen: ({ part }) =>
    `Nicht auf dem Erstellungsbildschirm, fehlt darum in neuen Vorgängen: ${partWords[part]}.`,
  putPartOnScreen: ({ part }) =>
    `Nehmen Sie das Feld „${partWords[part]}“ in Jira auf den Erstellungsbildschirm auf, oder schalten Sie es unter „Teambereiche“ aus.`,
  levelMissing: ({ name }) => `${name} gibt es in dem Bereich nicht, oder die App gehört nicht dazu.`,
  otherLevel: `Wählen Sie unter „Teambereiche“ eine andere Ebene, oder nehmen Sie die Rolle ${role} in sie auf.`,

  workflowHidden:
    'Jira zeigt der App den Workflow nicht; darum kann niemand sagen, ob die Status erreichbar sind.',
  showWorkflow: `Geben Sie der Rolle ${role} im Bereich die Berechtigung, den Workflow zu sehen (nur lesen).`,
  usedFor: ({ uses }) => `Für ${usesInWords(uses)}.`,
  notInWorkflow: ({ name, uses }) =>
    `Der Workflow hat keinen Status ${name}; gewählt ist er für ${usesInWords(uses)}.`,
  otherStatusOrAdd:
    'Wählen Sie unter „Teambereiche“ einen anderen Status, oder nehmen Sie ihn in Jira in den Workflow auf.',
  startUnknown: 'Jira sagt nicht, wo neue Vorgänge in diesem Workflow beginnen.',
  unreachable: ({ name, uses }) =>
    `Von einem neuen Vorgang führt kein Weg nach ${name}; gewählt ist der Status für ${usesInWords(uses)}.`,
  addTransition:
    'Ergänzen Sie in Jira einen Übergang, oder wählen Sie unter „Teambereiche“ einen anderen Status.',
  resolvedGoTo: ({ name }) => `Behobene Befunde gehen nach ${name}.`,
  nothingDone:
    'Der Workflow hat keinen erreichbaren Status der Kategorie „Fertig“; darum bleiben behobene Befunde in Jira offen.',
  addDoneStatus: 'Ergänzen Sie in Jira einen fertigen Status und einen Übergang dorthin.',

  plain: ({ text }) => text,
  untold: ({ said }) => `Jira sagt es der App nicht: ${said}`,
  untoldSilently: ({ status }) => `Jira sagt es der App nicht und antwortet mit ${String(status)}.`,
  limitedNow: 'Jira begrenzt gerade die Zahl der Aufrufe.',
  testLater: 'Testen Sie in einigen Minuten erneut.',
  testAgain: 'Testen Sie erneut.',
};

function usesInWords(uses: readonly StatusUse[]): string {
  return uses.map(useInWords).join(', ');
}

function useInWords(use: StatusUse): string {
  if (use === 'closing') return 'das Schließen nach dem Produktvorgang';
  if ('lifecycle' in use) return `Befunde mit dem Status „${lifecycleWords[use.lifecycle]}“`;
  return `Befunde mit dem Status „${statusWord(use.status, statusWords)}“`;
}
