import type { en } from './en';

/** Die Wörter der Formulare für Aktionen der Automatisierung auf Deutsch. */
export const de: typeof en = {
  actsAs:
    'Die Regel handelt als der Benutzer ihrer Verbindung. Er braucht dieselben Berechtigungen wie auf dem Panel des Vorgangs und muss die App erlaubt haben.',
  label: { issue: 'Vorgang', until: 'Akzeptiert bis, dieser Tag eingeschlossen', reason: 'Begründung' },
  help: {
    issue: 'Schlüssel des Vorgangs. {{issue.key}} ist der Vorgang der Regel.',
    until: 'Eine Anzahl Tage, ein Tag als JJJJ-MM-TT oder ein Smart Value, der einen ergibt.',
    reason:
      'Das Portal erfährt sie, sofern es davon hört, und wer den Vorgang sehen darf. Smart Values werden eingesetzt.',
  },
  required: 'Füllen Sie dieses Feld aus.',
  wrong: 'Das passt nicht.',
};
