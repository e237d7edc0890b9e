import { de } from '../../../src/contract/messages/de';
import { en } from '../../../src/contract/messages/en';
import { ru } from '../../../src/contract/messages/ru';
import { say } from '../../../src/contract/messages/say';
import { loadTemplates } from '../../../src/mappings/templates/load-templates';

const mistakes: readonly (readonly [template: string, inEnglish: string, inGerman: string])[] = [
  [
    '{{ finding.title }\nmore',
    '“{{ finding.title }” is not closed; end it with }}',
    '„{{ finding.title }“ ist nicht geschlossen; beenden Sie es mit }}',
  ],
  [
    '{% if finding.kev\nx',
    '“{% if finding.kev” is not closed; end it with %}',
    '„{% if finding.kev“ ist nicht geschlossen; beenden Sie es mit %}',
  ],
  [
    '{%- if finding.kev %}x',
    '“{%- if finding.kev %}” is not closed; end it with {% endif %}',
    '„{%- if finding.kev %}“ ist nicht geschlossen; beenden Sie es mit {% endif %}',
  ],
  [
    '{% raw %}x',
    '“{% raw %}” is not closed; end it with {% endraw %}',
    '„{% raw %}“ ist nicht geschlossen; beenden Sie es mit {% endraw %}',
  ],
  [
    '{{ finding.title | shout }}',
    'there is no filter “shout”; take it out, or use one that exists',
    'einen Filter „shout“ gibt es nicht; entfernen Sie ihn, oder nehmen Sie einen anderen',
  ],
  [
    '{% shout %}',
    'there is no tag “shout”; take it out, or use one that exists',
    'eine Anweisung „shout“ gibt es nicht; entfernen Sie sie, oder nehmen Sie eine andere',
  ],
  [
    '{% endfor %}',
    '“endfor” belongs to no tag that is open before it; take it out, or open one',
    '„endfor“ gehört zu keiner Anweisung, die davor offen ist; entfernen Sie es, oder öffnen Sie eine',
  ],
  [
    '{% include "other" %}',
    'no other template can be taken in; write its text here',
    'andere Vorlagen lassen sich nicht einbinden; schreiben Sie ihren Text hierher',
  ],
];

test.each(mistakes)(
  'the mistake in %j is told with its fix, in every language',
  async (template, inEnglish, inGerman) => {
    const error = (await loadTemplates()).check(template);
    if (!error) throw new Error('The template is right.');
    const told = (words: typeof en) => say({ code: 'templateError', ...error }, words);
    expect(told(en)).toBe(`has a mistake in line 1, column ${String(error.column)}: ${inEnglish}`);
    expect(told(de)).toContain(inGerman);
    expect(told(ru)).not.toContain(error.said);
  },
);

test('what is none of the usual mistakes stays in the words of Liquid', async () => {
  const error = (await loadTemplates()).check('{% assign = 3 %}');
  expect(error && say({ code: 'templateError', ...error }, de)).toMatch(/: expected variable name$/);
});
