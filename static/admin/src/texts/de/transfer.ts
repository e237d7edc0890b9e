import type { Texts } from '../sections';

/** Die Seite „Export und Import“. */
export const transfer: Texts['transfer'] = {
  title: 'Export und Import',
  intro:
    'Nehmen Sie die Einstellungen auf eine andere Site mit, oder heben Sie sie als Datei auf. Geheimnisse sind nie dabei.',
  export: {
    title: 'Export',
    body: 'Ein JSON-Dokument mit allen Einstellungen. Verweise enthalten die Namen von Bereichen, Status und Prioritäten, damit sie auf einer anderen Site wiedergefunden werden.',
    download: 'Herunterladen',
    document: 'Einstellungsdokument',
  },
  import: {
    title: 'Import',
    body: 'Wählen Sie eine Datei, oder fügen Sie ein Dokument ein. Sie sehen jeden Unterschied, bevor etwas gespeichert wird.',
    file: 'Datei wählen',
    paste: 'Einstellungsdokument zum Importieren',
    notJson: 'ist kein JSON',
    compare: 'Vergleichen',
    changes: 'Was sich ändern würde',
    none: 'Das Dokument enthält die Einstellungen, die schon gespeichert sind.',
    unresolved: 'Auf dieser Site nicht gefunden',
    unresolvedHelp: 'Das bleibt leer. Wählen Sie es nach dem Import.',
    apply: (count) => (count === 1 ? '1 Änderung anwenden' : `${String(count)} Änderungen anwenden`),
    overtaken: 'Jemand hat inzwischen Einstellungen gespeichert',
    overtakenHelp:
      'Nichts wurde importiert. Unten steht, was das Dokument an den jetzigen Einstellungen ändern würde.',
    applied: 'Die Einstellungen sind importiert',
    failed: 'Das Dokument wurde nicht angenommen',
  },
};
