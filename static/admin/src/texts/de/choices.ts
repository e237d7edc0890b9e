import type { Texts } from '../sections';

/** Wörter des Vertrags, die Werte sind. */
export const choices: Texts['choices'] = {
  both: 'Beide',
  security: 'Sicherheitsvorgang',
  either: 'Einer der beiden Vorgänge',
  to_jira: 'Nur nach Jira',
  to_portal: 'Nur zum Portal',
  all: 'Alle',
  any: 'Irgendeiner',
  close: 'Schließen',
  delete: 'Löschen',
  leave: 'So lassen',
  replace: 'Ersetzen',
  append: 'Anhängen',
  portal: 'Portal',
  people: 'Menschen',
  hold: 'Befund aufhalten',
  empty: 'Feld leer lassen',
  create: 'Einmal gesetzt',
  calendar: 'Kalendertage',
  working: 'Arbeitstage',
  firstSeen: 'Zuerst gesehen',
  created: 'Zur App gekommen',
  missing: 'Wo das Portal keines sendet',
  earlier: 'Wo das Portal keines oder ein späteres sendet',
};
