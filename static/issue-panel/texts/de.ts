import type { en } from './en';

/** Die eigenen Wörter des Panels auf Deutsch, vollständig. */
export const de: typeof en = {
  loading: 'Wird geladen',
  loadingFinding: 'Der Befund wird geladen …',
  empty:
    'Zu diesem Vorgang gehört kein Befund. Er erscheint hier, sobald Ihr Sicherheitsportal einen dafür meldet.',
  failed: 'Der Befund konnte nicht geladen werden',
  failedBecause: (reason) => `Die App hat nicht geantwortet: ${reason}`,
  tryAgain: 'Erneut versuchen',
  linkedUnreadable: 'Der verknüpfte Vorgang konnte nicht gelesen werden. Laden Sie die Seite neu.',
  side: { product: 'Produktvorgang', security: 'Sicherheitsvorgang', unknown: 'Verknüpfter Vorgang' },
  severity: { critical: 'Kritisch', high: 'Hoch', medium: 'Mittel', low: 'Niedrig', info: 'Info' },
  status: {
    unverified: 'Ungeprüft',
    verified: 'Bestätigt',
    assigned: 'Zugewiesen',
    resolved: 'Behoben',
    rejected: 'Abgelehnt',
    temporarily_risk_accepted: 'Risiko vorübergehend akzeptiert',
    permanently_risk_accepted: 'Risiko akzeptiert',
  },
  acceptedUntil: (day) => `Risiko akzeptiert bis ${day}`,
  more: (shown, count) => `${shown} und ${String(count)} weitere`,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  day: (date, month, year) => `${String(date)}. ${month} ${year}`,
  due: (day) => `Fällig am ${day}`,
  dueToday: (day) => `Fällig am ${day}, heute`,
  overdue: (day, days) =>
    `Fällig am ${day}, überfällig seit ${days === 1 ? '1 Tag' : `${String(days)} Tagen`}`,
  held: (reason) => `Aufgehalten: ${reason}`,
  heldSomehow: 'Etwas in Jira steht im Weg.',
  skipped: (reason) => `Dieser Vorgang wird nicht auf dem Stand des Portals gehalten: ${reason}`,
  skippedSomehow: 'Die Einstellungen lassen diesen Befund aus.',
  deleted: 'Das Sicherheitsportal meldet diesen Befund nicht mehr. Sie können diesen Vorgang schließen.',
  admin:
    'Wer Jira administriert, kann das unter Jira-Einstellungen, Apps, Security Findings in Ordnung bringen.',
};
