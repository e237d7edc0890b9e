import type { invalid as table } from '../invalid';
import type { Sayings } from '../message';
import { genitiveWords, mistakeWords } from './terms';

/** Was an einem Wert der Einstellungen nicht stimmt. */
export const invalid: Sayings<typeof table> = {
  required: 'ist erforderlich',
  wholeNumber: 'muss eine ganze Zahl sein',
  ofType: ({ type }) => `muss vom Typ ${type} sein`,
  oneOf: ({ values }) => `muss eines davon sein: ${values.join(', ')}`,
  atLeast: ({ least }) => `muss mindestens ${String(least)} sein`,
  atMost: ({ most }) => `darf höchstens ${String(most)} sein`,
  atMostCharacters: ({ most }) => `darf höchstens ${String(most)} Zeichen haben`,
  noLabel: 'muss ohne Leerzeichen und darf höchstens 255 Zeichen lang sein',
  noStatusName: 'muss aus Kleinbuchstaben, Ziffern und Unterstrichen bestehen, zum Beispiel „verified“',
  idOrName: 'muss eine ID oder einen Namen haben',
  dayBetween: ({ first, last }) => `muss ein Tag von ${first} bis ${last} sein`,
  misfit: 'passt nicht',
  tooDeep: ({ most }) => `darf höchstens ${String(most)} Gruppen tief liegen`,
  badPattern: ({ name, reason, position }) =>
    `von „${name}“ ist nicht brauchbar, ab Zeichen ${String(position)}: ${reason}`,
  notUnique: 'ist schon vergeben; wählen Sie etwas anderes',
  badTimeZone: 'muss eine Zeitzone wie Europe/Berlin sein',
  badDay: 'muss ein Tag wie 2026-12-24 sein',
  clockOff: 'nennt eine Frist, die aus ist; schalten Sie sie ein oder wählen Sie die andere',
  badAddress: 'muss eine https-Adresse mit einem Hostnamen des Internets sein, ohne Benutzer, Passwort und #',
  unknownField: ({ field }) => `${field} ist kein Feld von Befunden`,
  unmappableField: ({ field }) => `${field} füllt Jira oder die App selbst`,
  templateError: ({ line, column, said }) =>
    `hat einen Fehler in Zeile ${String(line)}, Spalte ${String(column)}: ${mistakeWords(said)}`,
  templateInUse: ({ rule }) => `ist die Vorlage der Regel „${rule}“; geben Sie der Regel zuerst eine andere`,
  chooseProject: 'braucht eine Wahl: einen Bereich, oder schalten Sie diesen aus',
  chooseIssueType: 'braucht eine Wahl: einen Vorgangstyp, oder schalten Sie den Bereich aus',
  builtInStatus: 'ist schon eingebaut; wählen Sie einen anderen Namen',
  idNeeded: ({ kind }) => `braucht die ID ${genitiveWords[kind]}; ein Name allein genügt nur beim Import`,
  notKept: 'ist nicht mehr aufbewahrt',
  notFoundHere: ({ name }) => `${name}: Hier hat nichts diese ID oder diesen Namen.`,
  severalHere: ({ name, count }) => `${name}: ${String(count)} Dinge haben hier diesen Namen.`,
  hiddenHere: ({ name }) => `${name}: Jira zeigt der App solche Dinge nicht.`,
  notAFinding:
    'muss ein Befund, ein Objekt mit einer Liste von Befunden oder ein Bericht in einem bekannten Format sein',
  noFindings: 'enthält keine Befunde',
  saidByApi: ({ text }) => text,
  switchedOff: 'Ausgeschaltet, weil Bereich oder Vorgangstyp hier nicht gefunden wurde.',
};
