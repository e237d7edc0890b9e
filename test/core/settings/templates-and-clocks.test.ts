import { type Finding } from '../../../src/contract/finding';
import type { HealthProblem } from '../../../src/contract/health';
import { Rules, type Settings, Templates } from '../../../src/contract/settings';
import { Sla } from '../../../src/contract/sla';
import { checkSla } from '../../../src/core/settings/check-sla';
import { isStillFailing, withFailing } from '../../../src/core/settings/failing-templates';
import { slaRefs } from '../../../src/core/settings/sla-refs';
import {
  checkTemplatesOfRules,
  checkTemplateUse,
  whichTemplate,
} from '../../../src/core/settings/which-template';
import { dayMs, now, settingsOf } from '../builders';

const rulesOf = (...templates: (string | undefined)[]) =>
  Rules.parse(
    templates.map((template, index) => ({
      id: `r${String(index)}`,
      name: `Rule ${String(index)}`,
      when: { all: [] },
      then: { create: 'both', ...(template && { template }) },
    })),
  );
const template = (tools?: string[], description = 'x') => ({ name: 'Mine', description, tools });
const withTemplates = (templates: Record<string, unknown>, more: Partial<Settings> = {}) =>
  settingsOf({ templates: Templates.parse(templates), ...more });

describe('the template of an issue', () => {
  const settings = withTemplates({ mine: template(['Trivy', 'grype']), other: template() });
  const of = (named: string | undefined, tool?: string, kind: Finding['kind'] = 'security_incident') =>
    whichTemplate(settings, { kind, tool }, rulesOf(named)[0]);

  test.each([
    ['the one that its rule names', of('other', 'trivy'), 'other'],
    ['a built-in one that its rule names', of('vulnerability', 'trivy'), 'vulnerability'],
    ['that of its tool, however it is written', of(undefined, ' TRIVY '), 'mine'],
    ['that of its tool where the rule’s is gone', of('gone', 'grype'), 'mine'],
    ['that of its kind where its tool has none', of(undefined, 'semgrep'), 'security_incident'],
    ['that of its kind where it names no tool', of('gone'), 'security_incident'],
    [
      'that of its kind without a rule',
      whichTemplate(settings, { kind: 'vulnerability', tool: undefined }, undefined),
      'vulnerability',
    ],
  ])('is %s', (_what, id, wanted) => {
    expect(id).toBe(wanted);
  });
});

test('a tool has one template, and what rules name is there', () => {
  const settings = withTemplates(
    { one: template(['Trivy', 'grype']), two: template(['semgrep', 'TRIVY']) },
    { rules: rulesOf('one', undefined, 'gone', 'vulnerability') },
  );
  expect(checkTemplateUse(settings)).toStrictEqual([
    { path: 'two.tools.1', message: { code: 'notUnique' } },
    { path: 'gone', message: { code: 'templateInUse', rule: 'Rule 2' } },
  ]);
  expect(checkTemplatesOfRules(settings)).toStrictEqual([
    {
      path: '2.then.template',
      message: {
        code: 'oneOf',
        values: [
          'vulnerability',
          'compliance_violation',
          'security_incident',
          'scheduled_task',
          'one',
          'two',
        ],
      },
    },
  ]);
  const right = withTemplates({ vulnerability: template() }, { rules: rulesOf('vulnerability') });
  expect([checkTemplateUse(right), checkTemplatesOfRules(right)]).toStrictEqual([[], []]);
});

describe('a template that failed', () => {
  const settings = withTemplates({ mine: template() });
  const where = { line: 2, column: 3, said: 'undefined filter' };
  const failed = (id: string) => ({
    role: 'product' as const,
    kind: 'vulnerability' as const,
    note: { code: 'templateStoodIn' as const, template: id, ...where },
  });
  const see = (before: readonly HealthProblem[], by = settings, at = now) =>
    withFailing(before, [failed('mine')], by, at);
  const [problem] = see([]);
  if (!problem) throw new Error('nothing fails');
  const others: HealthProblem = { ...problem, path: 'spaces.product.project', template: undefined };

  test('is told with its name, and where it failed', () => {
    expect(problem).toMatchObject({
      path: 'templates.mine',
      what: { code: 'templateFailing', name: 'Mine', role: 'product', kind: 'vulnerability', ...where },
      fix: { code: 'fixTemplate' },
      template: { at: now },
    });
    expect(withFailing([], [failed('gone')], settings, now)[0]?.what).toMatchObject({ name: 'gone' });
    expect(see([others])).toEqual([others, problem]);
  });

  test('is told once a day, and again once it is another one', () => {
    const before = [others, problem];
    expect(see(before, settings, now + dayMs - 1)).toBe(before);
    expect(see(before, settings, now + dayMs)).toEqual([
      others,
      { ...problem, template: { ...problem.template, at: now + dayMs } },
    ]);
    const changed = withTemplates({ mine: template(undefined, 'y') });
    expect(see(before, changed, now + 1)[1]?.template?.at).toBe(now + 1);
    const { template: _template, ...bare } = problem;
    expect(see([bare])).toEqual([problem]);
  });

  test('fails still as long as it is the same and did so within a week', () => {
    expect(isStillFailing(problem, settings, now + 7 * dayMs - 1)).toBe(true);
    expect(isStillFailing(problem, settings, now + 7 * dayMs)).toBe(false);
    expect(isStillFailing(problem, withTemplates({ mine: template(undefined, 'y') }), now)).toBe(false);
    expect(isStillFailing(problem, withTemplates({}), now)).toBe(false);
    expect(isStillFailing(others, settings, now)).toBe(false);
  });

  test('that is no more fails as a lost one does', () => {
    const [lost] = withFailing([], [failed('gone')], settings, now);
    expect(lost && isStillFailing(lost, settings, now)).toBe(true);
  });
});

const sla = Sla.parse({
  escalation: [
    { id: 'a', days: 0, do: [{ kind: 'comment', text: 'x', mention: 'u1' }, { kind: 'priority' }] },
    {
      id: 'b',
      days: 1,
      clock: 'assign',
      do: [
        { kind: 'assign', to: 'u2' },
        { kind: 'priority', to: '3' },
      ],
    },
    { id: 'a', days: 2, do: [{ kind: 'tell', to: '9' }] },
  ],
});

test('steps of the escalation have names of their own, and clocks that run', () => {
  expect(checkSla(sla)).toStrictEqual([
    { path: 'escalation.1.clock', message: { code: 'clockOff' } },
    { path: 'escalation.2.id', message: { code: 'notUnique' } },
  ]);
  expect(checkSla(Sla.parse({ ...sla, assign: {}, escalation: sla.escalation.slice(0, 2) }))).toStrictEqual(
    [],
  );
});

test('steps name people and priorities; an action that is nothing without them goes with them', () => {
  const at = (...path: (string | number)[]) => ['escalation', ...path];
  expect(slaRefs(sla)).toStrictEqual([
    { path: at(0, 'do', 0, 'mention'), kind: 'person', ref: { id: 'u1' } },
    { path: at(1, 'do', 0, 'to'), kind: 'person', ref: { id: 'u2' }, takesOut: at(1, 'do', 0) },
    { path: at(1, 'do', 1, 'to'), kind: 'priority', ref: { id: '3' }, takesOut: at(1, 'do', 1) },
  ]);
});
