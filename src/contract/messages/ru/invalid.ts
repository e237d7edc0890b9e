import type { invalid as table } from '../invalid';
import type { Sayings } from '../message';
import { counted } from './counted';
import { genitiveWords, mistakeWords } from './terms';

/** Что не так со значением настройки; читается после названия поля: «Название — обязательное поле». */
export const invalid: Sayings<typeof table> = {
  required: '— обязательное поле',
  wholeNumber: '— нужно целое число',
  ofType: ({ type }) => `— нужен тип ${type}`,
  oneOf: ({ values }) => `— допустимо только одно из значений: ${values.join(', ')}`,
  atLeast: ({ least }) => `— не меньше ${String(least)}`,
  atMost: ({ most }) => `— не больше ${String(most)}`,
  atMostCharacters: ({ most }) => `— не длиннее ${counted(most, 'символа', 'символов', 'символов')}`,
  noLabel: '— без пробелов и не длиннее 255 символов',
  noStatusName: '— только строчные латинские буквы, цифры и подчёркивания, например «verified»',
  idOrName: '— нужен идентификатор или название',
  misfit: '— значение не подходит',
  dayBetween: ({ first, last }) => `— нужен день с ${first} по ${last}`,
  tooDeep: ({ most }) => `— не глубже ${counted(most, 'группы', 'групп', 'групп')}`,
  badPattern: ({ name, reason, position }) =>
    `«${name}» — нельзя использовать начиная с символа ${String(position)}: ${reason}`,
  notUnique: '— уже занято; выберите другое значение',
  badTimeZone: '— нужен часовой пояс вида Europe/Berlin',
  badDay: '— нужен день вида 2026-12-24',
  clockOff: '— этот срок выключен; включите его или выберите другой',
  badAddress: '— нужен адрес https с именем узла в интернете, без пользователя, пароля и #',
  unknownField: ({ field }) => `— у находок нет поля ${field}`,
  unmappableField: ({ field }) => `— поле ${field} заполняет Jira или само приложение`,
  templateError: ({ line, column, said }) =>
    `— ошибка в строке ${String(line)}, столбце ${String(column)}: ${mistakeWords(said)}`,
  templateInUse: ({ rule }) => `— это шаблон правила «${rule}»; сначала дайте правилу другой`,
  chooseProject: '— выберите пространство или выключите эту часть',
  chooseIssueType: '— выберите тип задачи или выключите пространство',
  builtInStatus: '— такой статус уже встроен; выберите другое название',
  idNeeded: ({ kind }) =>
    `— нужен идентификатор ${genitiveWords[kind]}; одного названия хватает только при импорте`,
  notKept: '— больше не хранится',
  notFoundHere: ({ name }) => `${name}: здесь нет ничего с таким идентификатором или названием.`,
  severalHere: ({ name, count }) => `${name}: с таким названием здесь объектов: ${String(count)}.`,
  hiddenHere: ({ name }) => `${name}: Jira не показывает такое приложению.`,
  notAFinding: '— нужна находка, объект со списком находок или отчёт известного формата',
  noFindings: '— нет ни одной находки',
  saidByApi: ({ text }) => text,
  switchedOff: 'Выключено: здесь не нашлось пространства или типа задачи.',
};
