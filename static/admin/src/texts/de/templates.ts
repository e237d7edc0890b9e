import type { Texts } from '../sections';

/** Die Seite „Vorlagen“. */
export const templates: Texts['templates'] = {
  title: 'Vorlagen',
  intro:
    'Wie Vorgänge heißen und was in ihnen steht. Eine Regel kann eine Vorlage wählen, sonst bestimmt sie das Werkzeug, sonst die Art des Befunds.',
  list: 'Alle Vorlagen',
  add: 'Neue Vorlage',
  newName: 'Neue Vorlage',
  builtIn: 'Eingebaut',
  changed: 'Geändert',
  reset: 'Auf die eingebaute zurücksetzen',
  remove: 'Entfernen',
  usedBy: (rules) => `Gewählt von den Regeln: ${rules}`,
  name: 'Name',
  tools: 'Werkzeuge',
  toolsHelp: 'Befunde dieser Werkzeuge nehmen diese Vorlage, wenn keine Regel eine andere nennt.',
  toolsPlaceholder: 'Name eines Werkzeugs eingeben',
  summary: 'Zusammenfassung',
  summaryHelp: 'Ergibt sie nichts, wird der Titel des Befunds genommen.',
  description: 'Beschreibung',
  mode: 'Ändert sich der Befund, {mode}',
  modeLabel: 'Was mit der Beschreibung geschieht',
  modes: {
    replace: 'wird die Beschreibung ersetzt',
    append: 'wird nur der Teil der App ersetzt; Text darüber und darunter bleibt',
  },
  preview: 'Vorschau',
  finding: 'Befund',
  example: 'Ein Beispiel; sobald Portale Befunde gesendet haben, sind diese hier wählbar.',
  language: 'Sprache',
  languageHelp: 'Die der eingebauten Vorlagen und der Bezeichnungen. Welche wo gilt, sagt „Teambereiche“.',
  languages: { en: 'Englisch', de: 'Deutsch', ru: 'Russisch' },
  standsIn: 'Die eingebaute Vorlage springt ein.',
  help: {
    title: 'Was in einer Vorlage stehen kann',
    intro:
      'Liquid, dessen Ergebnis als Markdown gelesen wird. Was ein Befund sagt, wird als reiner Text eingesetzt; Beschreibung und Behebung behalten ihr Markdown.',
    meanings: {
      field:
        'Ein Feld des Befunds, mit seinem Namen in der API; auch location.file, cvss.score, attributes.team.',
      context: 'Das Produkt, der Bereich (product oder security) und seine Sprache.',
      only: 'Nur, wenn es so ist.',
      label: 'Das Wort in der Sprache des Bereichs; ebenso kind_label, yes_no und percent.',
      date: 'Ein Datum.',
      link: 'Ein Link.',
      code: 'Als Code.',
      table: 'Eine Liste als Tabelle.',
      truncate: 'Höchstens so viele Zeichen.',
      facts: 'Eine Tabelle aus Namen und Werten, je eine Zeile; Leeres entfällt.',
    },
  },
};
