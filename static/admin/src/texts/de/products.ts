import type { Texts } from '../sections';

/** Die Seiten „Produkte“ und ein Produkt. */
export const products: Texts['products'] = {
  title: 'Produkte',
  intro:
    'Produkte erscheinen von selbst, wenn ein Portal sie zum ersten Mal nennt. Sie erben die Teambereiche; überschreiben Sie, was bei einem anders ist.',
  search: 'Produkte suchen',
  table: {
    caption: 'Produkte',
    product: 'Produkt',
    overrides: 'Überschrieben',
    firstSeen: 'Zuerst gesehen',
    none: 'Nichts',
    off: 'Ausgeschaltet',
    noProject: 'Kein Bereich',
    default: 'Standard',
    gone: 'Nicht mehr da: Befunde warten',
  },
  empty: {
    title: 'Noch keine Produkte',
    body: 'Ein Produkt erscheint hier mit seinem ersten Befund. Sie können auch vorher eines hinzufügen, um seine Bereiche zu wählen.',
  },
  noMatch: (text) => `Kein Produkt enthält „${text}“.`,
  add: 'Produkt hinzufügen',
  addName: 'Name des Produkts, genau wie das Portal ihn sendet',
  addOpen: 'Öffnen',
  back: 'Alle Produkte',
  one: {
    fillFields: 'Felder von Jira anders füllen',
    rows: 'Diese gehen Feld für Feld über die Zeilen des Teambereichs; andere Felder behalten ihre.',
    intro:
      'Jeder Wert kommt aus den Teambereichen, bis Sie ihn überschreiben. Was Sie überschreiben, bleibt, auch wenn sich der Standard ändert.',
    resetAll: 'Überall den Standard verwenden',
    overridden: (count) =>
      count === 1 ? '1 Wert ist überschrieben' : `${String(count)} Werte sind überschrieben`,
    inherits: 'Dieses Produkt erbt alles.',
  },
};
