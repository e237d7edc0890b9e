import type { Detector } from '#contract/masking';
import { maskedBrands } from '../masked-brands';
import type { Texts } from '../sections';

const names: Record<Detector, string> = {
  ...maskedBrands,
  'webhook-url': 'Адреса вебхуков',
  'private-key': 'Закрытые ключи',
  'age-key': 'Ключи age',
  authorization: 'Заголовки Authorization',
  'session-cookie': 'Cookie сеансов',
  'url-password': 'Пароли в адресах',
  'url-token': 'Токены в адресах',
  'connection-string': 'Строки подключения',
  password: 'Пароли и ключи в настройках и коде',
};

/** Страница «Маскирование». */
export const masking: Texts['masking'] = {
  title: 'Маскирование',
  intro:
    'Секреты в находках и отчётах заменяются названием их вида, прежде чем что-либо сохраняется или попадает в Jira.',
  counted: (kinds) => `Замаскировано: ${kinds}`,
  kinds: {
    title: 'Что маскируется',
    intro:
      'Идентификаторы и продукты не маскируются никогда. Изменение действует для того, что придёт дальше.',
    enabled: 'Маскировать секреты',
    offTitle: 'Секреты сохраняются и показываются как есть',
    off: 'Их видят все, кому видны задачи, и они остаются в истории Jira.',
    names,
  },
  own: {
    title: 'Свои шаблоны',
    intro:
      'Найденное по шаблону заменяется его названием. Шаблоны пишутся для RE2: как регулярные выражения, но без просмотра вперёд и назад и без обратных ссылок.',
    name: 'Название',
    pattern: 'Шаблон',
    add: 'Добавить шаблон',
    remove: (name) => `Убрать шаблон ${name}`,
  },
  tryOut: {
    title: 'Попробовать',
    intro: 'По тому, что выбрано на этой странице, сохранено оно или нет. Ничего не записывается.',
    sample: 'Пример текста',
    submit: 'Показать, что маскируется',
    result: 'Как это сохранилось бы',
    nothing: 'Ничего не маскируется.',
    pattern: 'Шаблон',
  },
};
