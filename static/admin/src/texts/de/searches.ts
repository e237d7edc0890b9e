import type { Texts } from '../sections';

/** Die Seite "Suchen". */
export const searches: Texts['searches'] = {
  title: 'Suchen',
  intro:
    'Fertige Suchen nach den Vorgängen von Befunden. Jede öffnet sich in der Vorgangssuche von Jira, wo sie geändert, als Filter gespeichert und geteilt werden kann.',
  jql: 'JQL',
  open: (title) => `In Jira öffnen: ${title}`,
  ready: {
    overdue: {
      title: 'Überfällig',
      body: 'Das Fälligkeitsdatum des Befunds ist vorbei, und der Vorgang ist nicht erledigt.',
    },
    unassigned: {
      title: 'Kritisch und niemandem zugewiesen',
      body: 'Kritische Befunde, deren Vorgang keine zugewiesene Person hat.',
    },
    ending: {
      title: 'Akzeptierte Risiken, die diesen Monat enden',
      body: 'Das Risiko ist bis zu einem Tag dieses Monats akzeptiert; danach ist der Befund wieder offen.',
    },
    exploited: {
      title: 'Bekanntermaßen ausgenutzt',
      body: 'Portal oder Scanner sagen, dass die Schwachstelle ausgenutzt wird; die schwersten zuerst.',
    },
  },
  members: {
    title: 'Mitglieder einer Gruppe',
    body: 'Die Vorgänge, die ein Befund mit anderen seiner Gruppe teilt.',
    id: 'ID des Befunds',
  },
};
