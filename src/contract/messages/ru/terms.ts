import type { FieldType } from '../../field-types';
import type { BuiltInStatus, Lifecycle, Severity } from '../../finding';
import type { IncompleteReason } from '../../report';
import type { Role } from '../../settings';
import type { Doing, FillPlace, Permission, RefKind, ScreenPart } from '../terms';
import { mistakeIn, type MistakeWords } from '../template-mistake';

/** В начале предложения, перед названием. */
export const refWords: Readonly<Record<RefKind, string>> = {
  project: 'Пространство',
  issueType: 'Тип задачи',
  status: 'Статус',
  component: 'Компонент',
  priority: 'Приоритет',
  field: 'Поле',
  person: 'Пользователь',
  securityLevel: 'Уровень безопасности',
  resolution: 'Резолюция',
  fieldValue: 'Значение',
};

/** В винительном падеже: что выбрать вместо пропавшего. */
export const otherWords: Readonly<Record<RefKind, string>> = {
  project: 'другое пространство',
  issueType: 'другой тип задачи',
  status: 'другой статус',
  component: 'другой компонент',
  priority: 'другой приоритет',
  field: 'другое поле',
  person: 'другого пользователя',
  securityLevel: 'другой уровень безопасности',
  resolution: 'другую резолюцию',
  fieldValue: 'другое значение',
};

/** В родительном падеже: идентификатор чего-либо. */
export const genitiveWords: Readonly<Record<RefKind, string>> = {
  project: 'пространства',
  issueType: 'типа задачи',
  status: 'статуса',
  component: 'компонента',
  priority: 'приоритета',
  field: 'поля',
  person: 'пользователя',
  securityLevel: 'уровня безопасности',
  resolution: 'резолюции',
  fieldValue: 'значения',
};

/** Что принимает поле, после «нужно» или «нужен». */
export const typeWords: Readonly<Record<FieldType, string>> = {
  text: 'нужен текст',
  paragraph: 'нужен текст',
  number: 'нужно число, которое принимает Jira',
  date: 'нужна дата вида 2026-01-31',
  datetime: 'нужно время вида 2026-01-31T09:30:00Z',
  url: 'нужен адрес http или https',
  labels: 'нужна метка',
  choice: 'нужен вариант из списка',
  choices: 'нужны варианты из списка',
  cascading: 'нужен вариант из списка',
  user: 'нужен пользователь',
  users: 'нужны пользователи',
  group: 'нужна группа',
  groups: 'нужны группы',
  parent: 'нужна задача, которая может стоять выше других',
  sprint: 'нужен спринт',
  other: 'нужно значение, которое приложение может составить',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'критическая',
  high: 'высокая',
  medium: 'средняя',
  low: 'низкая',
  info: 'информация',
};

export const lifecycleWords: Readonly<Record<Lifecycle, string>> = {
  open: 'открыта',
  resolved: 'устранена',
  rejected: 'отклонена',
  accepted: 'риск принят',
};

export const statusWords: Readonly<Record<BuiltInStatus, string>> = {
  unverified: 'не проверена',
  verified: 'подтверждена',
  assigned: 'назначена',
  resolved: 'устранена',
  rejected: 'отклонена',
  temporarily_risk_accepted: 'риск временно принят',
  permanently_risk_accepted: 'риск принят навсегда',
};

/** В родительном падеже: пространство чьё. */
export const teamWords: Readonly<Record<Role, string>> = {
  product: 'продуктовой команды',
  security: 'команды безопасности',
};

export const permissionWords: Readonly<Record<Permission, string>> = {
  BROWSE_PROJECTS: 'видеть задачи',
  CREATE_ISSUES: 'создавать задачи',
  EDIT_ISSUES: 'изменять задачи',
  TRANSITION_ISSUES: 'переводить задачи по статусам',
  ADD_COMMENTS: 'комментировать',
  LINK_ISSUES: 'связывать задачи',
  ASSIGN_ISSUES: 'назначать исполнителей',
  SCHEDULE_ISSUES: 'задавать сроки',
  SET_ISSUE_SECURITY: 'задавать уровни безопасности',
  DELETE_ISSUES: 'удалять задачи',
};

const doings: Readonly<Record<Doing, string>> = {
  reading: 'Чтение задач',
  readingScreen: 'Чтение экрана создания',
  readingTransitions: 'Чтение переходов',
  creating: 'Создание задачи',
  changing: 'Изменение задачи',
  moving: 'Перевод задачи',
  confirming: 'Проверка перевода',
  linking: 'Связывание задач',
  commenting: 'Комментирование задачи',
  looking: 'Поиск задачи',
  deleting: 'Удаление задачи',
};

/** Что делало приложение, и где, если это известно. */
export function doingWords(doing: Doing, place: string | undefined): string {
  if (place === undefined) return doings[doing];
  return doing === 'moving' ? `${doings[doing]} в «${place}»` : `${doings[doing]} (${place})`;
}

/** Что сделать, чтобы обязательное поле заполнялось. */
export const fillWords: Readonly<Record<FillPlace, (field: string) => string>> = {
  spaces: (field) => `Выберите значение поля «${field}» в разделе «Пространства команд»`,
  fields: (field) => `Задайте значение поля «${field}» в разделе «Поля»`,
  finding: (field) => `Передавайте «${field}» с каждой находкой или сделайте поле в Jira необязательным`,
};

export const partWords: Readonly<Record<ScreenPart, string>> = {
  components: 'Компоненты',
  assignee: 'Исполнитель',
  securityLevel: 'Уровень безопасности',
};

/** Почему полный отчёт по собственному слову ничего не доказывает. */
export const unprovenWords: Readonly<Record<IncompleteReason, string>> = {
  notSuccessful: 'Инструмент не подтверждает, что запуск удался (executionSuccessful не равно true).',
  errorNotification: 'Во время запуска инструмент сообщил об ошибке (уведомление уровня error).',
  exitCode: 'Инструмент завершился с кодом или сигналом, который означает сбой.',
  noResults: 'В одном из запусков нет списка результатов: значит, инструмент не смог ничего проверить.',
  brokenResults: 'Часть результатов не удалось прочитать.',
  failed: 'Инструмент сообщает, что запуск завершился сбоем.',
  notAllChecked: 'Инструмент сообщает, что смог проверить не всё.',
  noTool: 'В отчёте не сказано, какой инструмент его составил.',
  noScope: 'В отчёте не сказано, что именно он охватывает; передайте с ним ?scope=.',
};

const mistakes: MistakeWords = {
  notEnded: (what, end) => `«${what}» не закрыто; закончите его: ${end}`,
  noFilter: (name) => `фильтра «${name}» нет; уберите его или возьмите другой`,
  noTag: (name) => `тега «${name}» нет; уберите его или возьмите другой`,
  nothingOpen: (name) => `«${name}» не относится ни к одному открытому тегу; уберите его или откройте тег`,
  noOthers: 'другие шаблоны подключить нельзя; впишите их текст сюда',
};

/** What Liquid said of a mistake in a template. */
export function mistakeWords(said: string): string {
  return mistakeIn(said, mistakes);
}
