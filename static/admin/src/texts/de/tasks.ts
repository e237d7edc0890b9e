import type { Texts } from '../sections';

/** Die Seite mit wiederkehrenden Aufgaben. */
export const tasks: Texts['tasks'] = {
  title: 'Wiederkehrende Aufgaben',
  intro:
    'Arbeit, die von selbst wiederkommt, etwa jedes Quartal eine Prüfung der Zugriffsrechte. Aus jeder Runde wird nach denselben Regeln ein Vorgang wie aus einem Befund; versäumte Runden werden nachgeholt, jede einmal.',
  emptyTitle: 'Noch keine wiederkehrenden Aufgaben',
  emptyBody: 'Fügen Sie eine hinzu, und ihr Vorgang entsteht von selbst an dem Tag, den Sie wählen.',
  add: 'Aufgabe hinzufügen',
  remove: 'Aufgabe entfernen',
  newName: 'Neue Aufgabe',
  enabled: 'Eingeschaltet',
  name: 'Name',
  product: 'Produkt',
  productHelp: 'Der Vorgang entsteht dort, wo Befunde dieses Produkts hingehören.',
  taskTitle: 'Titel des Vorgangs',
  titleHelp: 'Der Zeitraum wird von selbst angehängt, zum Beispiel (2026-Q4).',
  description: 'Beschreibung',
  severity: 'Schweregrad',
  schedule: 'Jeden Zeitraum: {every}, am {on}, ab Mitternacht in der Zeitzone {zone}.',
  daily: 'Jeden Zeitraum: {every}, ab Mitternacht in der Zeitzone {zone}.',
  due: 'Fällig {days} Tage danach.',
  hasDueDate: 'Sie hat ein Fälligkeitsdatum',
  skip: 'Warten, bis die letzte erledigt ist, und dann nur die neueste anlegen',
  everyLabel: 'Wie oft',
  onLabel: 'An welchem Tag',
  zoneLabel: 'Zeitzone',
  daysLabel: 'Tage bis zur Fälligkeit',
  every: { day: 'Tag', week: 'Woche', month: 'Monat', quarter: 'Quartal', year: 'Jahr' },
  dayOfMonth: (day) => (day === 31 ? 'letzten Tag' : `${String(day)}. Tag`),
  next: 'Als Nächstes',
};
