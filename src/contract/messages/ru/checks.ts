import type { checks as table, StatusUse } from '../checks';
import type { Sayings } from '../message';
import { statusWord } from '../status-word';
import { fillWords, lifecycleWords, partWords, permissionWords, severityWords, statusWords } from './terms';

const role = 'atlassian-addons-project-access';

/** Проверка подключения: что проверено, что найдено, что делать. */
export const checks: Sayings<typeof table> = {
  aboutCredentials: 'Учётные данные',
  aboutSwitchedOn: 'Включено',
  aboutSwitchedOff: 'Выключено',
  aboutPaused: 'Приостановлено',
  aboutLastCall: 'Последний вызов',
  aboutLastError: 'Последняя ошибка',
  aboutTeamSpaces: 'Пространства команд',
  aboutFurtherProducts: 'Другие продукты',
  aboutProject: 'Пространство',
  aboutIssueType: 'Тип задачи',
  aboutPermitted: 'Что разрешено приложению',
  aboutCreateScreen: 'Поля экрана создания',
  aboutRequiredFields: 'Обязательные поля',
  aboutRequiredField: ({ field }) => `Обязательное поле «${field}»`,
  aboutComponents: 'Компоненты',
  aboutPriority: 'Приоритет',
  aboutDueDateField: 'Поле срока',
  aboutAssignee: 'Исполнитель',
  aboutSecurityLevel: 'Уровень безопасности',
  aboutStatuses: 'Статусы',
  aboutStatus: ({ name }) => `Статус «${name}»`,
  aboutDoneStatus: 'Завершающий статус',

  noCredentials: 'Учётных данных нет, поэтому ни один вызов не принимается.',
  makeSecret: 'Создайте новый секрет.',
  isOff: 'Подключение выключено: каждый вызов отклоняется.',
  switchOn: 'Включите его.',
  isPaused: 'Находки принимаются и ждут.',
  goOn: 'Возобновите подключение.',
  neverCalled: 'Этот портал ещё не обращался.',
  howToCall: 'Передайте ему адрес и секрет или вставьте в терминал команду из подключения.',
  failedCall: ({ status, answer }) => `На вызов был дан ответ: ${answer} (${String(status)})`,
  failedBefore: ({ status, answer }) =>
    `На один из вызовов был дан ответ: ${answer} (${String(status)}) С тех пор другие проходили.`,
  correctPortal: 'Исправьте на портале то, что названо в сообщении, и проверьте ещё раз.',
  correctSecret:
    'Исправьте то, что названо в сообщении: передайте порталу действующий секрет или создайте новый в меню подключения; либо поправьте часы портала.',
  strayCall: ({ status, answer }) =>
    `Вызов запросил то, чего нет: ${answer} (${String(status)}) Один такой вызов не вредит. Если находки не приходят, сравните адрес на портале с базовым адресом.`,
  askedToWait: ({ status, answer }) => `Портал попросили отправить позже: ${answer} (${String(status)})`,
  noneSwitchedOn: 'Ни одно пространство команды не включено.',
  switchOneOn: 'Включите его в разделе «Пространства команд».',
  notLookedAt: ({ count }) => `Ещё не проверено: ${String(count)}.`,

  noProject: 'Пространство не выбрано.',
  chooseProjectOrOff: 'Выберите пространство в разделе «Пространства команд» или выключите эту часть.',
  projectMissing: ({ name }) => `${name}: больше не существует, или приложению это пространство не видно.`,
  projectArchived: ({ name }) => `${name} в архиве: там нельзя ничего ни создать, ни изменить.`,
  restoreOrBrowse: `Восстановите пространство, дайте роли ${role} разрешение на просмотр или выберите другое.`,
  restoreOrOther: 'Верните пространство из архива или выберите другое.',
  typeMissing: ({ type }) => `В пространстве нет типа задачи «${type}».`,
  typeIsSubtask: ({ type }) => `«${type}» — тип подзадач, им нужна родительская задача.`,
  otherType:
    'Выберите другой тип задачи в разделе «Пространства команд» или добавьте этот в пространство в Jira.',
  mayDo: ({ permissions }) => `${permissions.map((one) => permissionWords[one]).join(', ')}.`,
  mayNot: ({ permissions, place }) =>
    `${place === undefined ? 'В этом пространстве' : `В пространстве ${place}`} приложению нельзя: ${permissions.map((one) => permissionWords[one]).join(', ')}.`,
  grant: ({ permissions, place }) =>
    `Дайте роли ${role} эти разрешения в схеме разрешений ${place === undefined ? 'пространства' : `пространства ${place}`}: ${permissions.join(', ')}.`,

  fieldDemanded: ({ field }) =>
    `Jira требует поле «${field}» для новых задач, но ничто не заполняет его для каждой находки.`,
  fillField: ({ field, where }) =>
    where === 'finding'
      ? `${fillWords[where](field)}.`
      : `${fillWords[where](field)} или сделайте поле в Jira необязательным.`,
  thingsMissing: ({ names }) => `В пространстве нет: ${names.join(', ')}.`,
  otherComponents: 'Выберите другие компоненты в разделе «Пространства команд».',
  priorityOff: 'Выключено: Jira ставит приоритет по умолчанию.',
  noPriorities: 'В пространстве нет приоритетов; они не передаются.',
  noPriorityOnScreen: 'На экране создания пространства нет приоритета; выбранные не передаются.',
  foreignPriorities: ({ names, severities }) =>
    `Нет в схеме приоритетов пространства: ${names.join(', ')} (серьёзность: ${severities.map((one) => severityWords[one]).join(', ')}).`,
  choosePriorities: ({ names }) => `Выберите в разделе «Пространства команд» из этих: ${names.join(', ')}.`,
  unmappedSeverities: ({ severities }) =>
    `Приоритет не выбран для серьёзности: ${severities.map((one) => severityWords[one]).join(', ')}. Jira ставит приоритет по умолчанию.`,
  offScreen: ({ field }) =>
    `Поля «${field}» нет на экране создания, поэтому новые задачи создаются без него.`,
  putOnScreen: ({ field }) =>
    `Добавьте поле «${field}» на экран создания в Jira или выключите его в разделе «Пространства команд».`,
  partOffScreen: ({ part }) =>
    `Поля «${partWords[part]}» нет на экране создания, поэтому новые задачи создаются без него.`,
  putPartOnScreen: ({ part }) =>
    `Добавьте поле «${partWords[part]}» на экран создания в Jira или выключите его в разделе «Пространства команд».`,
  levelMissing: ({ name }) => `Уровня «${name}» нет в пространстве, или приложение в него не входит.`,
  otherLevel: `Выберите другой уровень в разделе «Пространства команд» или добавьте в этот роль ${role}.`,

  workflowHidden: 'Jira не показывает приложению рабочий процесс, поэтому неизвестно, достижимы ли статусы.',
  showWorkflow: `Дайте роли ${role} в пространстве разрешение на просмотр рабочего процесса (только чтение).`,
  usedFor: ({ uses }) => `Для чего: ${usesInWords(uses)}.`,
  notInWorkflow: ({ name, uses }) =>
    `В рабочем процессе нет статуса «${name}»; он выбран, вот для чего: ${usesInWords(uses)}.`,
  otherStatusOrAdd:
    'Выберите другой статус в разделе «Пространства команд» или добавьте этот в рабочий процесс в Jira.',
  startUnknown: 'Jira не сообщает, с какого статуса начинаются новые задачи в этом рабочем процессе.',
  unreachable: ({ name, uses }) =>
    `От новой задачи нет переходов к статусу «${name}»; он выбран, вот для чего: ${usesInWords(uses)}.`,
  addTransition: 'Добавьте переход в Jira или выберите другой статус в разделе «Пространства команд».',
  resolvedGoTo: ({ name }) => `Задачи устранённых находок переходят в «${name}».`,
  nothingDone:
    'В рабочем процессе нет достижимого статуса категории «Готово», поэтому задачи устранённых находок остаются в Jira открытыми.',
  addDoneStatus: 'Добавьте в Jira завершающий статус и переход к нему.',

  plain: ({ text }) => text,
  untold: ({ said }) => `Jira не отвечает приложению: ${said}`,
  untoldSilently: ({ status }) => `Jira не отвечает приложению: код ${String(status)}.`,
  limitedNow: 'Сейчас Jira ограничивает частоту вызовов.',
  testLater: 'Проверьте ещё раз через несколько минут.',
  testAgain: 'Проверьте ещё раз.',
};

function usesInWords(uses: readonly StatusUse[]): string {
  return uses.map(useInWords).join(', ');
}

function useInWords(use: StatusUse): string {
  if (use === 'closing') return 'закрытие вслед за задачей продукта';
  if ('lifecycle' in use) return `находки в состоянии «${lifecycleWords[use.lifecycle]}»`;
  return `находки со статусом «${statusWord(use.status, statusWords)}»`;
}
