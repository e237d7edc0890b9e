import type { Texts } from '../sections';

/** Die Seite „Änderungsprotokoll“. */
export const audit: Texts['audit'] = {
  title: 'Änderungsprotokoll',
  intro: 'Wer welche Einstellungen geändert und wer was an welcher Verbindung getan hat, das Neueste zuerst.',
  empty: {
    title: 'Noch wurde nichts geändert',
    body: 'Jede Änderung der Einstellungen erscheint hier und kann rückgängig gemacht werden, und was an Verbindungen getan wird.',
  },
  section: 'Abschnitt',
  anySection: 'Alle Abschnitte',
  by: (who) => `von ${who}`,
  unknown: 'jemandem, der nicht mehr da ist',
  created: 'Ohne Änderung gespeichert',
  undo: 'Rückgängig machen',
  undoOf: (what) => `Rückgängig machen: ${what}`,
  undoTitle: (what) => `Diese Änderung rückgängig machen: ${what}?`,
  undoBody: 'Der Abschnitt wird so gespeichert, wie er vor dieser Änderung war. Das ändert jetzt:',
  undoLater: (count) =>
    count === 1
      ? 'Der Abschnitt wurde seitdem einmal geändert: Auch das wird rückgängig gemacht.'
      : `Der Abschnitt wurde seitdem ${String(count)}-mal geändert: Auch das wird rückgängig gemacht.`,
  undoNothing:
    'Der Abschnitt sagt inzwischen wieder, was er vor dieser Änderung sagte: Es gibt nichts rückgängig zu machen.',
  deeds: {
    created: 'Verbunden',
    renamed: 'Umbenannt',
    switchedOn: 'Eingeschaltet',
    switchedOff: 'Ausgeschaltet: Jeder Aufruf wird abgewiesen',
    paused: 'Angehalten',
    resumed: 'Fortgesetzt',
    rotated: 'Neues Geheimnis; das alte galt noch einen Tag',
    revoked: 'Neues Geheimnis; jedes ältere endete sofort',
    previousEnded: 'Das alte Geheimnis wurde vorzeitig beendet',
    archived: 'Archiviert',
    restored: 'Wiederhergestellt, mit neuem Geheimnis',
    forgotten: 'Ihre Befunde wurden vergessen',
    rebuilt: 'Aus Jira wiederhergestellt',
    outboundSet: 'Was das Portal hört, wurde eingestellt',
    signingRotated: 'Neues Geheimnis für das, was das Portal hört',
    replayed: 'Ereignisse wurden noch einmal gesendet',
    skipped: 'Ereignisse wurden ausgelassen',
  },
  undone: 'Die Änderung ist rückgängig gemacht',
  failed: 'Die Änderung konnte nicht rückgängig gemacht werden',
};
