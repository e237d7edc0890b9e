import { Rules, Statuses } from '../../../src/contract/settings';
import { Sla } from '../../../src/contract/sla';
import { refKinds } from '../../../src/contract/messages/terms';
import { changeAt, pathText, refName, refPlaces, withRefs } from '../../../src/core/settings/references';
import { settingsOf, spaceOf } from '../builders';
import { document, ref } from './referring';

/** Rows of the mapping, whose things have a shape of their own. */
const mapped = settingsOf({
  spaces: {
    product: spaceOf({
      dueDateField: null,
      mapping: [
        { field: ref('f0'), source: { kind: 'fixed', value: [ref('v0'), ref('v1')] } },
        { field: ref('f1'), source: { kind: 'fixed', value: { ...ref('v2'), child: ref('v3') } } },
        { field: ref('f2'), source: { kind: 'fixed', value: { accountId: 'u0' } } },
        { field: ref('f3'), source: { kind: 'field', name: 'kind' } },
      ],
    }),
    security: spaceOf({ dueDateField: null }),
  },
});

test('every reference is found once, with its kind and where it belongs', () => {
  const product = { role: 'product' };
  expect(
    refPlaces(document).map(({ path, kind, space, ref: { id } }) => [pathText(path), kind, id, space]),
  ).toEqual([
    ['spaces.product.project', 'project', 'p', product],
    ['products.shop.v2.security.project', 'project', 'q', { role: 'security', product: 'shop.v2' }],
    ['spaces.product.issueType', 'issueType', 't', product],
    ['spaces.product.issueTypeByKind.scheduled_task', 'issueType', 'tk', product],
    ['spaces.product.resolvedStatus', 'status', 'rs', product],
    ['spaces.product.rejectedStatus', 'status', 'js', product],
    ['spaces.product.components.0', 'component', 'c0', product],
    ['spaces.product.components.1', 'component', 'c1', product],
    ['spaces.product.dueDateField', 'field', 'dd', product],
    ['spaces.product.assignee', 'person', 'a', product],
    ['spaces.product.securityLevel', 'securityLevel', 'l', product],
    ['spaces.product.statuses.verified.jira.0', 'status', 's0', product],
    ['spaces.product.statuses.verified.jira.1', 'status', 's1', product],
    ['spaces.product.priorities.map.high', 'priority', 'ph', product],
    ['closing.status', 'status', 'cs', { role: 'security' }],
    ['closing.wontDoResolutions.0', 'resolution', 'w0', undefined],
    ['closing.wontDoResolutions.1', 'resolution', 'w1', undefined],
    ['fields.fixed.customfield_1', 'field', 'customfield_1', undefined],
  ]);
});

test('a place without a space says nothing of one, and only fixed fields are keys', () => {
  const places = refPlaces(document);
  expect(places.filter((place) => 'space' in place)).toHaveLength(15);
  expect(places.filter(({ isKey }) => isKey).map(({ path }) => path)).toEqual([
    ['fields', 'fixed', 'customfield_1'],
  ]);
});

test('rows name their field, and the things of a fixed value after all fields', () => {
  expect(refPlaces(mapped).map(({ path, kind, ref: { id } }) => [pathText(path.slice(3)), kind, id])).toEqual(
    [
      ['0.field', 'field', 'f0'],
      ['1.field', 'field', 'f1'],
      ['2.field', 'field', 'f2'],
      ['2.source.value', 'person', 'u0'],
      ['3.field', 'field', 'f3'],
      ['0.source.value.0', 'fieldValue', 'v0'],
      ['0.source.value.1', 'fieldValue', 'v1'],
      ['1.source.value', 'fieldValue', 'v2'],
      ['1.source.value.child', 'fieldValue', 'v3'],
    ],
  );
});

test('a row goes out with its field, and what stays keeps its place and its shape', () => {
  const places = refPlaces(mapped);
  const at = (path: string) => {
    const place = places.find((one) => pathText(one.path) === `spaces.product.mapping.${path}`);
    if (!place) throw new Error(path);
    return place;
  };
  const changed = withRefs(mapped, [
    changeAt(at('0.field'), undefined),
    changeAt(at('0.source.value.0'), undefined),
    changeAt(at('1.source.value'), { id: 'V2', name: 'Two' }),
    changeAt(at('1.source.value.child'), { id: 'V3', name: 'Three' }),
    changeAt(at('2.source.value'), { id: 'U0', name: 'Somebody' }),
    changeAt(at('3.field'), { id: 'F3', name: 'Three' }),
  ]);
  expect(changed.spaces.product.mapping.map(({ field, source }) => [field.id, source])).toEqual([
    ['f1', { kind: 'fixed', value: { id: 'V2', name: 'Two', child: { id: 'V3', name: 'Three' } } }],
    ['f2', { kind: 'fixed', value: { accountId: 'U0', name: 'Somebody' } }],
    ['F3', { kind: 'field', name: 'kind' }],
  ]);
});

const sla = Sla.parse({
  escalation: [
    {
      id: 'a',
      days: 0,
      do: [
        { kind: 'priority', to: 'p9' },
        { kind: 'comment', text: 'x', mention: 'u9' },
      ],
    },
  ],
});
const further = settingsOf({
  sla,
  spaces: {
    product: spaceOf({ dueDateField: null, enabled: true, parent: ref('e0') }),
    security: spaceOf({ dueDateField: null, assignee: { from: 'list', list: [ref('u1'), ref('u2')] } }),
  },
  rules: Rules.parse([
    { id: 'r', name: 'R', when: { all: [] }, then: { create: 'both', security: { project: ref('p1') } } },
  ]),
  statuses: Statuses.parse({
    resolutions: ['r0', 'r1'].map((id) => ({ resolution: ref(id), status: 'rejected' })),
  }),
});

test('rules, meanings of resolutions, steps and people that findings are dealt out to refer to things too', () => {
  expect(refPlaces(further).map(({ ref: { id }, ...place }) => ({ id, ...place }))).toStrictEqual([
    {
      id: 'p1',
      path: ['rules', 0, 'then', 'security', 'project'],
      kind: 'project',
      space: { role: 'security', rule: 'r' },
    },
    {
      id: 'u1',
      path: ['spaces', 'security', 'assignee', 'list', 0],
      kind: 'person',
      space: { role: 'security' },
    },
    {
      id: 'u2',
      path: ['spaces', 'security', 'assignee', 'list', 1],
      kind: 'person',
      space: { role: 'security' },
    },
    { id: 'r0', path: ['statuses', 'resolutions', 0, 'resolution'], kind: 'resolution' },
    { id: 'r1', path: ['statuses', 'resolutions', 1, 'resolution'], kind: 'resolution' },
    {
      id: 'p9',
      path: ['sla', 'escalation', 0, 'do', 0, 'to'],
      kind: 'priority',
      space: { role: 'product' },
      takesOut: ['sla', 'escalation', 0, 'do', 0],
    },
    { id: 'u9', path: ['sla', 'escalation', 0, 'do', 1, 'mention'], kind: 'person' },
    {
      id: 'e0',
      path: ['spaces', 'product', 'parent'],
      kind: 'fieldValue',
      space: { role: 'product' },
      of: { field: { id: 'parent' } },
    },
  ]);
  const off = { ...further, spaces: { ...further.spaces, product: spaceOf() } };
  expect(refPlaces(off).find(({ kind }) => kind === 'priority')?.space).toEqual({ role: 'security' });
});

test('what a resolution means goes out with it, and people out of their list', () => {
  const out = (id: string) =>
    refPlaces(further)
      .filter((place) => place.ref.id === id)
      .map((place) => changeAt(place, undefined));
  const changed = withRefs(further, [...out('r0'), ...out('u1'), ...out('p9'), ...out('e0')]);
  expect(changed.statuses.resolutions).toEqual([{ resolution: ref('r1'), status: 'rejected' }]);
  expect(changed.spaces.security.assignee).toEqual({ from: 'list', list: [ref('u2')] });
  expect(changed.spaces.product.parent).toBeNull();
  expect(changed.sla.escalation[0]?.do.map(({ kind }) => kind)).toEqual(['comment']);
  const [place] = refPlaces(further).filter((one) => one.ref.id === 'r0');
  const put = place && withRefs(further, [changeAt(place, ref('R0'))]);
  expect(put?.statuses.resolutions[0]?.resolution).toEqual(ref('R0'));
});

test('the value of a row is looked up in its field, a second level within its first', () => {
  const values = refPlaces(mapped).filter(({ kind }) => kind === 'fieldValue');
  expect(values.map(({ of }) => of)).toStrictEqual([
    { field: ref('f0') },
    { field: ref('f0') },
    { field: ref('f1') },
    { field: ref('f1'), within: ref('v2') },
  ]);
});

test('every kind of thing can be referred to', () => {
  expect(new Set([...refPlaces(document), ...refPlaces(mapped)].map(({ kind }) => kind))).toEqual(
    new Set(refKinds),
  );
});

test('new settings refer to the system’s due date only', () => {
  expect(refPlaces(settingsOf()).map(({ path }) => pathText(path))).toEqual([
    'spaces.product.dueDateField',
    'spaces.security.dueDateField',
  ]);
});

test('a reference is called by its name, else by its id', () => {
  expect(refName({ id: '1', name: 'Web' })).toBe('Web');
  expect(refName({ id: '1' })).toBe('1');
  expect(refName({})).toBe('');
});
