import type { Texts } from '../texts';

/** Die Seite „Änderungsprotokoll“. */
export const audit: Texts['audit'] = {
  title: 'Änderungsprotokoll',
  intro: 'Wer welche Einstellungen geändert hat, das Neueste zuerst.',
  empty: {
    title: 'Noch wurden keine Einstellungen gespeichert',
    body: 'Jede Änderung der Einstellungen erscheint hier und kann rückgängig gemacht werden.',
  },
  section: 'Abschnitt',
  anySection: 'Alle Abschnitte',
  by: (who) => `von ${who}`,
  unknown: 'jemandem, der nicht mehr da ist',
  created: 'Ohne Änderung gespeichert',
  undo: 'Rückgängig machen',
  undoOf: (what) => `Rückgängig machen: ${what}`,
  undoTitle: 'Diese Änderung rückgängig machen?',
  undoBody:
    'Der Abschnitt wird so gespeichert, wie er vor dieser Änderung war. Spätere Änderungen am selben Abschnitt werden ebenfalls rückgängig gemacht.',
  undone: 'Die Änderung ist rückgängig gemacht',
  failed: 'Die Änderung konnte nicht rückgängig gemacht werden',
};
