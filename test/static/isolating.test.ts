import { de as messagesDe } from '../../src/contract/messages/de';
import { en as messagesEn } from '../../src/contract/messages/en';
import { ru as messagesRu } from '../../src/contract/messages/ru';
import { say } from '../../src/contract/messages/say';
import { isolated } from '../../static/shared/isolated';
import { isolating } from '../../static/shared/isolating';
import { pageTexts } from '../support/page-texts';

const hebrew = '\u05d7\u05e9\u05d9\u05e4\u05d4 (1.2)';
const inIsolation = `\u2068${hebrew}\u2069`;

test.each([
  ['Hebrew', hebrew],
  ['Arabic', '\u0645\u0634\u0631\u0648\u0639 7'],
  ['a mark that turns what follows', 'a\u202eb'],
  ['Adlam, beyond the first 65,536 letters', '\u{1e900}'],
])('a text with %s stands in an isolate of its own', (_, text) => {
  expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});

test('a text cannot leave its isolate', () => {
  expect(isolated(`\u2069\u202e${hebrew}\u2067`)).toBe(`\u2068\u202e${hebrew}\u2069`);
});

test.each(['Web shop', 'Größe', 'Находка 5', '日本語', '🔥 hot'])('%s stays as it is', (text) => {
  expect(isolated(text)).toBe(text);
});

test('names that are put into a text of a page stand in isolates, however they are given', async () => {
  const en = await pageTexts('en');
  const texts = isolating(en);
  expect(texts.connections.rotate.title(hebrew)).toBe(`New secret for ${inIsolation}`);
  expect(texts.connections.forget.body(hebrew)[0]).toContain(`the findings of ${inIsolation}.`);
  expect(texts.connections.rotate.title('Portal')).toBe('New secret for Portal');
  expect(texts.connections.state).toEqual(en.connections.state);
});

test.each([
  ['English', messagesEn],
  ['German', messagesDe],
  ['Russian', messagesRu],
])('names in messages stand in isolates in %s', (_, words) => {
  const said = say({ code: 'noWay', from: hebrew, to: [hebrew] }, isolating(words));
  expect(said.split(inIsolation)).toHaveLength(3);
});
