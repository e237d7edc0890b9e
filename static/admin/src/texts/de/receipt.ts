import type { Texts } from '../sections';

/** Einen Beleg auf der Seite „Aktivität“ nachschlagen. */
export const receipt: Texts['receipt'] = {
  open: 'Beleg nachschlagen',
  title: 'Beleg nachschlagen',
  label: 'Beleg',
  help: 'Das Portal hat ihn mit der Antwort auf seinen Aufruf bekommen. Belege werden sieben Tage aufbewahrt.',
  find: 'Nachschlagen',
  none: 'Keine Verbindung hat einen solchen Beleg, oder er ist älter als sieben Tage.',
  accepted: (count, when) =>
    count === 1 ? `1 Befund wurde am ${when} angenommen.` : `${count} Befunde wurden am ${when} angenommen.`,
  done: 'Alles davon ist erledigt.',
  pending: 'Ein Teil davon wartet noch.',
  state: 'Stand',
  rest: (count) => `${count} weitere sind nicht aufgeführt.`,
  why: 'Warum',
  refused: (count) => (count === 1 ? '1 Befund wurde abgelehnt' : `${count} Befunde wurden abgelehnt`),
  refusedHelp: 'Dasselbe hat das Portal mit der Antwort auf seinen Aufruf erfahren.',
  place: (place) => `Nr. ${place}`,
};
