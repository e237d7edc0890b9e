import * as fc from 'fast-check';
import {
  configurationOf,
  fresh,
  keptOf,
  type Configuration,
} from '../../../static/gadget/logic/configuration';
import { inWords, shortDay, tightDay } from '../../../static/gadget/logic/in-words';
import { meanDays } from '../../../static/gadget/logic/mean-days';
import { planOf } from '../../../static/gadget/logic/plan';
import { de } from '../../../static/gadget/texts/de';
import { en } from '../../../static/gadget/texts/en';
import { ru } from '../../../static/gadget/texts/ru';
import { textsIn } from '../../../static/gadget/texts/use-texts';
import { momentOf } from '../../../static/shared/jira/moment';
import { conditionOf } from '../../../static/shared/jql/own-jql';
import { parseJql } from '../../sandbox/jira/jql/parse';

describe('the configuration of a gadget', () => {
  it('is read back as it was kept', () => {
    const scope: fc.Arbitrary<Configuration['scope']> = fc.oneof(
      fc.constant({ kind: 'all' } as const),
      fc.record({ kind: fc.constant('project' as const), project: fc.nat().map(String) }),
      fc.record({ kind: fc.constant('product' as const), product: fc.string({ minLength: 1 }) }),
      fc.record({
        kind: fc.constant('jql' as const),
        jql: fc.string({ minLength: 1 }).filter((jql) => conditionOf(jql) !== undefined),
      }),
    );
    const side = fc.constantFrom('any' as const, 'product' as const, 'security' as const);
    fc.assert(
      fc.property(fc.record({ scope, side, refresh: fc.constantFrom(15, 120) }), (configuration) => {
        expect(configurationOf(JSON.parse(JSON.stringify(keptOf(configuration))))).toEqual(configuration);
      }),
    );
  });

  it('is a new one’s where nothing, or nothing sensible, was kept', () => {
    for (const kept of [
      undefined,
      null,
      'x',
      {},
      { kind: 'project' },
      { kind: 'project', project: 'SEC OR 1' },
    ])
      expect(configurationOf(kept)).toEqual(fresh);
    expect(configurationOf({ kind: 'jql', jql: 'a) OR (b' })).toEqual(fresh);
    expect(configurationOf({ kind: 'all', side: 'both', refresh: 0.5 })).toEqual(fresh);
  });
});

describe('the plan', () => {
  const plan = planOf('findingSeverityLevel >= 1', '2026-11-27');

  it('is 30 counts that Jira can read, all of them different, and one search', () => {
    const counts = [
      ...plan.severities.map(({ jql }) => jql),
      plan.overdue,
      ...plan.weeks.flatMap(({ opened, resolved }) => [opened, resolved]),
    ];
    expect(new Set(counts).size).toBe(30);
    for (const jql of [...counts, plan.resolved, plan.open]) expect(() => parseJql(jql)).not.toThrow();
  });

  it('spans twelve weeks', () => {
    expect(plan.weeks.map(({ week }) => week.from)).toContain('2026-09-07');
    expect(plan.resolved).toContain(
      'statusCategoryChangedDate >= "2026-09-07" AND statusCategoryChangedDate < "2026-11-30"',
    );
  });
});

describe('the mean time', () => {
  const day = 86_400_000;
  it.each([
    [[], undefined],
    [[{ from: 0, to: day }], 1],
    [
      [
        { from: 0, to: day },
        { from: 0, to: 2 * day },
      ],
      1.5,
    ],
    [[{ from: day, to: 0 }], 0],
  ])('of %j is %p days', (spans, days) => {
    expect(meanDays(spans)).toBe(days);
  });

  it('is said with what it is the mean of', () => {
    expect(inWords({ days: 1.5, of: 3, partly: false }, en)).toEqual({
      text: '1.5 days',
      of: '3 resolved in 12 weeks',
    });
    expect(inWords({ days: 1, of: 500, partly: true }, en)).toEqual({
      text: '1 day',
      of: 'the newest 500 resolved in 12 weeks',
    });
    expect(inWords({ days: 0.9, of: 1, partly: false }, en).text).toBe('Less than a day');
    expect(inWords({ days: undefined, of: 0, partly: false }, de)).toEqual({ text: 'Keine behoben' });
  });
});

test('days are written in the language of the person', () => {
  expect([en, de, ru].map(({ locale }) => shortDay('2026-11-02', locale))).toEqual([
    '2 Nov',
    '2. Nov.',
    '2 нояб.',
  ]);
});

test('where many days stand side by side, each is a few characters in the order of the person', () => {
  const locales = ['en-US', 'en_GB', 'de-DE', 'ru'].map((locale) => textsIn(locale).locale);
  expect(locales.map((locale) => tightDay('2026-11-02', locale))).toEqual([
    '11/2',
    '02/11',
    '2.11.',
    '02.11',
  ]);
});

test('moments of Jira are read with their zone', () => {
  expect(momentOf('2026-08-06T11:30:39.194-0500')).toBe(Date.UTC(2026, 7, 6, 16, 30, 39, 194));
  expect([momentOf(null), momentOf('soon')]).toEqual([undefined, undefined]);
});

test('people read their language, English where there is no other', () => {
  const texts = ['de-DE', 'de_AT', 'ru-RU', 'ru', 'en-US', 'fr', 'rum', undefined].map(
    (locale) => textsIn(locale).open,
  );
  expect(texts).toEqual([de, de, ru, ru, en, en, en, en].map(({ open }) => open));
});
