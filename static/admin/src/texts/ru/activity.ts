import { counted, findings } from '#contract/messages/ru/counted';
import type { Texts } from '../sections';

/** В родительном падеже: «из 21 находки». */
const ofFindings = (n: number) => counted(n, 'находки', 'находок', 'находок');

/** Страница «Активность» и слова для результатов. */
export const activity: Texts['activity'] = {
  title: 'Активность',
  intro: 'Что приложение сделало с находками, сначала новое. Хранится 30 дней.',
  empty: {
    title: 'Пока ничего не произошло',
    body: 'Как только портал пришлёт находки, здесь будет видно, что стало с каждой.',
    action: 'Открыть подключения',
  },
  outcome: {
    created: 'Создано',
    adopted: 'Взято',
    changed: 'Изменено',
    moved: 'Переведено',
    linked: 'Связано',
    closed: 'Закрыто',
    reopened: 'Открыто снова',
    deleted: 'Удалено',
    rejected: 'Ложное срабатывание',
    accepted: 'Риск принят',
    takenBack: 'Решение отменено',
    retestAsked: 'Запрошена повторная проверка',
    unlinked: 'Связь убрана',
    escalated: 'Эскалировано',
    unchanged: 'Без изменений',
    skipped: 'Пропущено',
    stale: 'Устарело',
    held: 'Задержано',
    waiting: 'Ждёт',
  },
  count: (count, outcome) => `${outcome.toLowerCase()}: ${String(count)}`,
  nothingDone: 'Делать нечего',
  held: {
    title: 'Задержано',
    findings: (count, more) =>
      more
        ? `ждут находки, не менее ${String(count)}`
        : counted(count, 'находка ждёт', 'находки ждут', 'находок ждут'),
    since: 'начало:',
    retry: 'Повторить',
    createNow: 'Создать сейчас',
    takeOff: 'Убрать из списка',
    takenOff: 'Убрано из списка',
    nothingToRetry: 'повторять нечего',
    retryAll: 'Повторить всё',
    retried: (count, more) =>
      more
        ? `Отправляются снова: ${findings(count)}, остальные за ними`
        : `${counted(count, 'находка отправляется', 'находки отправляются', 'находок отправляются')} снова`,
    resolve: (some, of) => `Отметить устранёнными: ${String(some)} из ${ofFindings(of)}`,
    resolveTitle: (some, of) => `Отметить устранёнными ${String(some)} из ${ofFindings(of)}?`,
    resolveBody: (tool) =>
      `Только если ${tool} действительно проверил всё: находки, которых он просто не увидел, считались бы устранёнными, а их задачи закрылись бы.`,
    resolving: (count) =>
      counted(
        count,
        'находка отмечается устранённой',
        'находки отмечаются устранёнными',
        'находок отмечаются устранёнными',
      ),
    failed: 'Повторить не удалось',
    help: 'Ничего не потеряно: устраните причину и повторите.',
  },
  rivals: {
    choose: 'Выбрать',
    chooseOne: (key) => `Выбрать ${key}`,
    title: (key) => `Выбрать ${key}?`,
    body: (key, finding) =>
      `${key} становится задачей находки ${finding} и дальше согласуется с ней. Остальные остаются как есть. Отменить это нельзя.`,
    chosen: (key, finding) => `${key} — теперь задача находки ${finding}`,
    failed: 'Выбрать не удалось',
  },
  waiting: {
    title: 'Ждёт',
    paused: (name, count, more) =>
      `Подключение «${name}» приостановлено: находки принимаются и ждут.${
        count === 0 ? '' : ` Сейчас их ${more === true ? 'не менее ' : ''}${String(count)}.`
      }`,
    resume: 'Возобновить',
    onTheirWay: (count, more) =>
      more !== true
        ? `${findings(count)} на пути в Jira.`
        : count === 0
          ? 'Отчёт на пути в Jira.'
          : `На пути в Jira находки, более ${String(count)}.`,
  },
  charts: {
    days: 'Находки за последние 30 дней',
    upTo: (when) => `Подсчитано сделанное до ${when}; остальное ещё подсчитывается.`,
    hours: {
      calls: {
        title: 'Вызовы Jira за последние 24 часа',
        none: 'За последние 24 часа приложение не обращалось к Jira ради находок.',
      },
      points: {
        title: 'Баллы Jira за последние 24 часа',
        none: 'За последние 24 часа приложение не расходовало на находки баллы часового бюджета Jira.',
      },
    },
    kinds: { created: 'Создано', changed: 'Изменено', ended: 'Закрыто или удалено' },
    heldNow: 'Задержано сейчас',
    day: 'День (UTC)',
    hour: 'Час с',
    calls: 'Вызовы Jira',
    points: 'Баллы',
    lastDay: 'За 24 часа',
    busiest: 'В самый загруженный час',
    lastDays: 'За 30 дней',
    nothing: 'ничего не изменилось',
    noDays: 'За последние 30 дней ни одна находка не создала, не изменила и не закрыла задачу.',
    asTable: 'Показать таблицей',
    asTableOf: (title) => `Показать таблицей: ${title}`,
    asChart: 'Показать диаграммой',
    asChartOf: (title) => `Показать диаграммой: ${title}`,
    pair: (what, value) => `${what}: ${value}`,
  },
  tabs: { log: 'Журнал', charts: 'Диаграммы' },
  log: {
    findings,
    quiet: (count) =>
      count === 1 ? 'Ничего не изменилось' : `Ничего не изменилось, ${counted(count, 'раз', 'раза', 'раз')}`,
    tries: (count, since) => `Попыток с ${since}: ${String(count)}.`,
    noMatch: 'Ничего не найдено.',
    searchedTo: (when) => `Прочитано до ${when}.`,
    searchedAll: (when) => `Это всё начиная с ${when}.`,
    searchFurther: 'Искать дальше',
    showOlder: 'Показать более старое',
  },
  table: {
    caption: 'Что сделано',
    when: 'Когда',
    connection: 'Подключение',
    done: 'Что сделано',
    show: (when) => `Показать находки: ${when}`,
    hide: (when) => `Скрыть находки: ${when}`,
    gone: 'Удалённое подключение',
    receipt: (receipt) =>
      `О его находках рассказывают отдельные строки. Номер квитанции для поиска: ${receipt}`,
  },
  report: {
    of: (tool, product, scope) =>
      `Полный отчёт ${tool} по продукту ${product}${scope === undefined ? '' : ` (${scope})`}:`,
    resolved: (count) => (count === 0 ? 'ничего не устранено.' : `устранено: ${findings(count)}.`),
    confirmed: (count) => `устранено после подтверждения: ${findings(count)}.`,
  },
  items: {
    finding: 'Находка',
    issues: 'Задачи',
    rest: (count) => `Показано находок: ${String(count)}, с начала; числа полные.`,
  },
  filter: {
    title: 'Фильтр',
    text: 'Поиск по названию, идентификатору или ключу задачи',
    product: 'Продукт',
    anyProduct: 'Любой продукт',
    outcome: 'Что сделано',
    any: 'Что угодно',
    anyConnection: 'Любое подключение',
    from: 'С',
    to: 'По',
  },
};
