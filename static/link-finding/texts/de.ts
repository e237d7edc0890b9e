import type { en } from './en';

/** Die Wörter der Aktion *Befund verknüpfen* auf Deutsch. */
export const de: typeof en = {
  intro:
    'Wählen Sie den Befund, um den es in diesem Vorgang geht. Die App hält danach beide auf demselben Stand.',
  search: 'Befunde suchen',
  searchHelp:
    'Eine genaue Befund-ID, oder ein Teil des Titels oder der CVE eines der neuesten Befunde dieses Bereichs.',
  searching: 'Befunde werden gesucht …',
  none: 'Keinem offenen Befund dieses Bereichs fehlt ein Vorgang.',
  nothingFound: 'Nichts gefunden. Ein älterer Befund wird über seine genaue ID gefunden.',
  more: 'Es gibt noch mehr. Grenzen Sie die Suche ein.',
  findings: 'Befunde ohne Vorgang hier',
  columns: { severity: 'Schweregrad', finding: 'Befund', product: 'Produkt', choose: 'Auswahl' },
  choose: 'Auswählen',
  back: 'Anderen auswählen',
  link: (key) => `${key} verknüpfen`,
  happens: (key) => [
    `${key} wird hier der Vorgang dieses Befunds. Die App fügt ihre Stichwörter hinzu und verschiebt den Vorgang, wenn sich der Status des Befunds ändert. Was Menschen hineingeschrieben haben, bleibt.`,
    'Hat oder bekommt der Befund einen Vorgang im Bereich des anderen Teams, werden die beiden verknüpft.',
    'Wer diesen Vorgang sehen darf, sieht den Befund. Erfährt das Portal, was in Jira geschieht, hört es davon in Ihrem Namen.',
  ],
  linked: (key) => `${key} ist verknüpft`,
  linkedTo: (title) => `Der Vorgang gehört jetzt zu „${title}“. Gleich steht der Befund in seinem Panel.`,
  close: 'Schließen',
  forbidden: 'Sie brauchen die Berechtigung, diesen Vorgang zu bearbeiten und Vorgänge zu verknüpfen.',
};
