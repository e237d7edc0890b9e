import { statusWords as statuses } from '../../contract/messages/ru/terms';
import type { IssueWords } from './shape';

/** Russian. */
export const ru: IssueWords = {
  severities: {
    critical: 'критическая',
    high: 'высокая',
    medium: 'средняя',
    low: 'низкая',
    info: 'информационная',
  },
  statuses,
  kinds: {
    vulnerability: 'уязвимость',
    compliance_violation: 'нарушение требований',
    security_incident: 'инцидент безопасности',
    scheduled_task: 'плановая задача',
  },
  yes: 'да',
  no: 'нет',
  percent: (hundredths) => `${hundredths.replace('.', ',')} %`,
  readTheRest: 'Читать остальное на портале',
  blockBegins:
    '▼ Находка безопасности: текст до следующей такой строки обновляется. Ваш текст выше и ниже сохраняется.',
  blockEnds: '▲ Конец находки безопасности.',
  closedBecause: (key) => `Закрыто, потому что ${key}: выполнено.`,
  reopenedBecause: (key) => `Открыто снова, потому что ${key}: больше не выполнено.`,
  anotherIssue: 'другая связанная задача продуктовой команды',
  acceptanceEnded: (until) =>
    `Открыто снова, потому что риск был принят только ${until === undefined ? 'на время' : `до ${until}`}.`,
  groupEmptied:
    'В этой задаче больше нет находок: каждая отклонена, удалена в портале или находится теперь в другой задаче.',
  wrote: (who) => `${who} пишет:`,
  stillReported: 'Открыто снова, потому что портал всё ещё сообщает об этой находке как об открытой.',
  members: {
    title: (count) => `Находки (${String(count)})`,
    worst: (shown, count) => `Самые серьёзные, ${String(shown)} из ${String(count)}:`,
    columns: { finding: 'Находка', severity: 'Серьёзность', title: 'Название', where: 'Где' },
  },
};
