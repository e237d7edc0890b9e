import type { SimulatedFinding } from '../../../src/contract/job-results';
import { differenceOf } from '../../../src/core/sync/difference';

const of = (id: string, more: Partial<SimulatedFinding> = {}): SimulatedFinding => ({
  id,
  connection: 'abcdefgh',
  productName: 'shop',
  title: 'T',
  severity: 'high',
  rule: 'r1',
  ...more,
});
const [web, app, sec] = [{ project: 'WEB' }, { project: 'APP' }, { project: 'SEC' }];
const nothing = { spaces: [], issueTypes: 0, priorities: 0, templates: 0, rules: 0 };

test('findings for which the other rules do the same make no difference', () => {
  expect(differenceOf([of('1', { product: web }), of('2')])).toEqual(nothing);
  expect(differenceOf([of('1', { product: web, before: { rule: 'r1', product: web } })])).toEqual(nothing);
});

test('spaces gain and lose issues, the one that gains most first', () => {
  const more = { rule: 'r2', before: { rule: 'r1', product: web } };
  const findings = [
    of('1', { ...more, product: app }),
    of('2', { ...more, product: app }),
    of('3', { ...more, product: web, security: sec }),
    of('4', { product: web, security: sec }),
  ];
  expect(differenceOf(findings)).toEqual({
    ...nothing,
    spaces: [
      { role: 'product', project: 'APP', issues: 2 },
      { role: 'security', project: 'SEC', issues: 1 },
      { role: 'product', project: 'WEB', issues: -2 },
    ],
    rules: 3,
  });
});

test('of one project each role counts by itself, and what evens out is left out', () => {
  const findings = [
    of('1', { product: web, before: { rule: 'r1', security: web } }),
    of('2', { product: app, before: { rule: 'r1', product: web } }),
    of('3', { product: web, before: { rule: 'r1', product: app } }),
  ];
  expect(differenceOf(findings).spaces).toEqual([
    { role: 'product', project: 'WEB', issues: 1 },
    { role: 'security', project: 'WEB', issues: -1 },
  ]);
});

test('another type, priority or template counts where the issue stays in its project', () => {
  const now = { ...web, issueType: 'Bug', priority: 'High', template: 'A' };
  const finding = (id: string, product: object) =>
    of(id, { product: now, before: { rule: 'r1', product: { ...now, ...product } } });
  const findings = [
    finding('1', { issueType: 'Task' }),
    finding('2', { issueType: 'Task', priority: 'Low' }),
    finding('3', { issueType: 'Task', priority: 'Low', template: 'B' }),
    finding('4', { project: 'APP', issueType: 'Task', priority: 'Low', template: 'B' }),
    of('5', { before: { rule: 'r1', product: now } }),
  ];
  expect(differenceOf(findings)).toMatchObject({ issueTypes: 3, priorities: 2, templates: 1 });
});

test('an issue that findings of a group share counts once, of every other product and connection by itself', () => {
  const one = {
    group: 'g',
    product: { ...web, issueType: 'Bug' },
    before: { rule: 'r1', group: 'g', product: web },
  };
  const gained = { group: 'g', security: sec, before: { rule: 'r1' } };
  const both = { ...one, ...gained, before: one.before };
  const findings = [
    of('1', both),
    of('2', both),
    of('3', { ...both, productName: 'app' }),
    of('4', { ...both, connection: 'other' }),
  ];
  expect(differenceOf(findings)).toMatchObject({
    issueTypes: 3,
    spaces: [{ role: 'security', project: 'SEC', issues: 3 }],
  });
});

test('findings that no longer share an issue get one each', () => {
  const apart = { product: web, before: { rule: 'r1', group: 'g', product: web } };
  expect(differenceOf([of('1', apart), of('2', apart), of('3', apart)]).spaces).toEqual([
    { role: 'product', project: 'WEB', issues: 2 },
  ]);
});
