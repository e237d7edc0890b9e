import type { FindingInput } from '../../../src/contract/finding';
import type { GroupMember } from '../../../src/contract/group';
import { languages } from '../../../src/contract/language';
import { doc, heading, link, paragraph, text } from '../../../src/mappings/adf/adf';
import { sizeOf } from '../../../src/mappings/adf/shorten';
import { maxAdfLength } from '../../../src/mappings/adf/truncate-adf';
import { builtInTexts } from '../../../src/mappings/templates/built-in/built-in';
import { failedNote, writeDescription, writeSummary } from '../../../src/mappings/templates/write-issue';
import { findingOf } from '../../core/builders';
import { adfErrors, plainText } from '../../support/adf-schema';
import { templates } from './example';

const about = (more: Partial<FindingInput> = {}, members?: readonly GroupMember[]) => ({
  ...({ finding: findingOf(more), role: 'product', language: 'en' } as const),
  ...(members && { members }),
});
const chosen = (texts?: { summary: string; description: string }) =>
  ({ id: 'own', mode: 'replace', ...(texts && { texts }) }) as const;
const description = (template: string, ...of: Parameters<typeof about>) =>
  writeDescription(templates, chosen({ summary: '', description: template }), about(...of));
const summary = (template: string) =>
  writeSummary(templates, chosen({ summary: template, description: '' }), about({ title: 'A title' }));
const failed = { ok: false, line: 2, column: 1, said: 'undefined filter: none' };

test('an issue is described by its template', () => {
  expect(description('**{{ finding.id }}**', { id: 'F-7' })).toEqual({
    value: doc([paragraph(text('F-7', [{ type: 'strong' }]))]),
  });
});

test('where the template fails the built-in one stands in, and that is told with the place', () => {
  const builtIn = writeDescription(templates, chosen(), about());
  expect(builtIn).toEqual({ value: builtIn.value });
  expect(plainText(builtIn.value)).toContain('Details');
  expect(description('a\n{{ finding.id | none }}')).toEqual({ value: builtIn.value, failed });
  expect(failedNote(chosen(), { ...failed, ok: false })).toEqual({
    code: 'templateStoodIn',
    template: 'own',
    line: 2,
    column: 1,
    said: 'undefined filter: none',
  });
});

test('the summary is what its template says, and nothing where that is blank, absent or fails', () => {
  expect(summary('! {{ finding.title }}')).toEqual({ value: '! A title' });
  expect(summary(' \n')).toEqual({ value: undefined });
  expect(writeSummary(templates, chosen(), about())).toEqual({ value: undefined });
  expect(summary('a\n{{ finding.id | none }}')).toEqual({ value: undefined, failed });
});

test('the built-in texts tell the same in every language, in words of their own', () => {
  const values = (markdown: string) => markdown.match(/\{[{%].*?[%}]\}|^#+/gm);
  const all = languages.map((language) => builtInTexts(language));
  for (const { summary: title, description: body } of all) {
    expect(title).toBe('{{ finding.title }}');
    expect(values(body)).toEqual(values(builtInTexts('en').description));
  }
  expect(new Set(all.map(({ description: body }) => body)).size).toBe(languages.length);
});

describe('a description that is too long', () => {
  const url = 'https://portal.example.com/F-1';
  const more = paragraph([...text('… '), ...link('Read the rest in the portal', url)]);
  const words = (length: number) => 'word '.repeat(length / 5);
  const whole = (length: number) => doc([paragraph('x'.repeat(length))]);
  const most = maxAdfLength - sizeOf(whole(1)) + 1;

  test('is cut from the first character on that is too many', () => {
    const of = (length: number) =>
      description('{{ finding.attributes.x }}{{ finding.description }}', {
        description: 'x'.repeat(length),
        url,
      }).value;
    expect(of(most)).toEqual(whole(most));
    expect(of(most + 1).content.at(-1)).toEqual(more);
  });

  test('loses of its prose only, as long as there is a quarter left for that', () => {
    const own = (length: number) =>
      description('{{ finding.description }}\n\n{{ finding.attributes.own }}', {
        description: words(40_000),
        attributes: { own: 'y'.repeat(length) },
        url,
      }).value;
    const roomy = own(255);
    expect(roomy.content.at(-1)).toEqual(paragraph('y'.repeat(255)));
    expect(roomy.content.at(-2)).toEqual(more);
    expect(sizeOf(roomy)).toBeGreaterThan(maxAdfLength - 300);
  });

  test('is cut at its end where what stands behind the prose leaves no room', () => {
    const crowded = description('{{ finding.description }}\n\n{{ finding.tags }}', {
      description: words(15_000),
      tags: Array<string>(110).fill('z'.repeat(255)),
      url,
    }).value;
    expect(plainText(crowded)).toMatch(/^word [^…]*word\n?z/);
    expect(crowded.content.at(-1)).toEqual(more);
    expect(sizeOf(crowded)).toBeLessThanOrEqual(maxAdfLength);
  });

  test('lists the findings of its group behind the prose, which keeps room beside them', () => {
    const members = Array.from({ length: 300 }, (_, index): GroupMember => ({
      ...{ id: `F-${String(index)}`, title: 'x'.repeat(200), severity: 'high', status: 'open' },
      ...{ kind: 'vulnerability', creates: ['product'] },
    }));
    const of = (prose: string, some = members) =>
      description('{{ finding.description }}\n\nEnd', { description: prose, url }, some).value;
    const short = of('Short.', members.slice(0, 1));
    expect(short.content.slice(0, 2)).toEqual([paragraph('Short.'), heading(3, 'Findings (1)')]);
    expect(short.content.at(-1)).toEqual(paragraph('End'));
    for (const prose of ['Short.', words(3_000), words(20_000)]) {
      const document = of(prose);
      expect(adfErrors(document)).toEqual([]);
      expect(sizeOf(document)).toBeLessThanOrEqual(maxAdfLength);
      expect(sizeOf(document)).toBeGreaterThan(maxAdfLength - 1_500);
      expect(document.content.at(-1)).toEqual(paragraph('End'));
      const told = sizeOf(
        document.content.slice(
          0,
          document.content.findIndex(({ type }) => type === 'heading'),
        ),
      );
      expect(told).toBeGreaterThan(Math.min(5_500, prose.length));
      expect(told).toBeLessThan(7_500);
    }
  });
});
