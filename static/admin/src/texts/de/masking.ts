import type { Detector } from '#contract/masking';
import { maskedBrands } from '../masked-brands';
import type { Texts } from '../sections';

const names: Record<Detector, string> = {
  ...maskedBrands,
  'webhook-url': 'Webhook-Adressen',
  'private-key': 'Private Schlüssel',
  'age-key': 'age-Schlüssel',
  authorization: 'Authorization-Kopfzeilen',
  'session-cookie': 'Sitzungs-Cookies',
  'url-password': 'Passwörter in Adressen',
  'url-token': 'Tokens in Adressen',
  'connection-string': 'Verbindungszeichenfolgen',
  password: 'Passwörter und Schlüssel in Einstellungen und Code',
};

/** Die Seite „Maskieren“. */
export const masking: Texts['masking'] = {
  title: 'Maskieren',
  intro:
    'Geheimnisse in Befunden und Berichten werden durch ihre Art ersetzt, bevor etwas gespeichert wird oder nach Jira geht.',
  counted: (kinds) => `Maskiert: ${kinds}`,
  kinds: {
    title: 'Was maskiert wird',
    intro: 'IDs und Produkte werden nie maskiert. Eine Änderung gilt für alles, was von jetzt an kommt.',
    enabled: 'Geheimnisse maskieren',
    offTitle: 'Geheimnisse werden gespeichert und gezeigt, wie sie kommen',
    off: 'Wer die Vorgänge sehen darf, sieht auch sie, und sie bleiben in Jiras Verlauf.',
    names,
  },
  own: {
    title: 'Eigene Muster',
    intro:
      'Was ein Muster findet, wird durch seinen Namen ersetzt. Muster werden geschrieben, wie RE2 sie nimmt: wie reguläre Ausdrücke, ohne Umschau und Rückverweise.',
    name: 'Name',
    pattern: 'Muster',
    add: 'Muster hinzufügen',
    remove: (name) => `Muster ${name} entfernen`,
  },
  tryOut: {
    title: 'Ausprobieren',
    intro: 'Nach dem, was auf dieser Seite gewählt ist, gespeichert oder nicht. Nichts wird aufbewahrt.',
    sample: 'Beispieltext',
    submit: 'Zeigen, was maskiert wird',
    result: 'So würde es gespeichert',
    nothing: 'Nichts wird maskiert.',
    pattern: 'Das Muster',
  },
};
