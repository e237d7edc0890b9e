import fc from 'fast-check';
import {
  Closing,
  Fields,
  type Ref,
  Rules,
  type Settings,
  SettingsDocument,
  type Space,
  SpaceOverride,
  Statuses,
} from '../../../src/contract/settings';
import { Sla } from '../../../src/contract/sla';
import { refKinds } from '../../../src/contract/messages/terms';
import {
  changeAt,
  pathText,
  refName,
  type RefPath,
  refPlaces,
  withRefs,
} from '../../../src/core/settings/references';
import { settingsOf, spaceOf } from '../builders';

const ref = (id: string): Ref => ({ id, name: `name ${id}` });
const full: Space = spaceOf({
  enabled: true,
  project: ref('p'),
  issueType: ref('t'),
  issueTypeByKind: { scheduled_task: ref('tk') },
  resolvedStatus: ref('rs'),
  rejectedStatus: ref('js'),
  components: [ref('c0'), ref('c1')],
  dueDateField: ref('dd'),
  assignee: ref('a'),
  securityLevel: ref('l'),
  statuses: { verified: { jira: [ref('s0'), ref('s1')], direction: 'both' } },
  priorities: { enabled: true, map: { high: ref('ph') } },
});
const document = settingsOf({
  spaces: { product: full, security: spaceOf({ dueDateField: null }) },
  products: { 'shop.v2': { security: SpaceOverride.parse({ project: ref('q'), issueType: null }) } },
  closing: Closing.parse({ status: ref('cs'), wontDoResolutions: [ref('w0'), ref('w1')] }),
  fields: Fields.parse({ fixed: { customfield_1: { value: 'x' } } }),
});

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

const valueAt = (value: unknown, path: RefPath): unknown =>
  path.reduce<unknown>((holder, key) => (holder as Record<string | number, unknown>)[key], value);

describe('a changed reference', () => {
  test.each(refPlaces(document).map((place) => [pathText(place.path), place] as const))(
    'at %s stands there, and nothing else changes',
    (_, { path, isKey }) => {
      if (isKey) return;
      const other = { id: 'other' };
      const changed = withRefs(document, [{ path, ref: other }]);
      expect(valueAt(changed, path)).toEqual(other);
      expect(withRefs(changed, [{ path, ref: valueAt(document, path) as Ref }])).toEqual(document);
    },
  );

  test('does not touch the document that it is made from', () => {
    const before = structuredClone(document);
    withRefs(
      document,
      refPlaces(document).map(({ path }) => ({ path, ref: undefined })),
    );
    expect(document).toEqual(before);
  });
});

describe('a reference that is taken out', () => {
  const without = (...paths: RefPath[]) =>
    withRefs(
      document,
      paths.map((path) => ({ path, ref: undefined })),
    );

  test('leaves null where one thing is named', () => {
    expect(without(['spaces', 'product', 'project']).spaces.product.project).toBeNull();
    expect(without(['products', 'shop.v2', 'security', 'project']).products['shop.v2']?.security).toEqual({
      project: null,
      issueType: null,
    });
    expect(without(['closing', 'status']).closing.status).toBeNull();
  });

  test('leaves its list or map shorter', () => {
    const { product } = without(
      ['spaces', 'product', 'components', 0],
      ['spaces', 'product', 'statuses', 'verified', 'jira', 1],
      ['spaces', 'product', 'priorities', 'map', 'high'],
      ['spaces', 'product', 'issueTypeByKind', 'scheduled_task'],
    ).spaces;
    expect(product.components).toEqual([ref('c1')]);
    expect(product.statuses.verified?.jira).toEqual([ref('s0')]);
    expect(product.priorities.map).toEqual({});
    expect(product.issueTypeByKind).toEqual({});
    expect(without(['fields', 'fixed', 'customfield_1']).fields.fixed).toEqual({});
  });

  test('among several of one list does not shift the others, in whatever order they are given', () => {
    const three = { ...document, closing: Closing.parse({ wontDoResolutions: ['a', 'b', 'c'].map(ref) }) };
    const at = (index: number) => ['closing', 'wontDoResolutions', index];
    const changes = [
      { path: at(0), ref: undefined },
      { path: at(1), ref: ref('B') },
      { path: at(2), ref: undefined },
    ];
    for (const order of [changes, [...changes].reverse()])
      expect(withRefs(three, order).closing.wontDoResolutions).toEqual([ref('B')]);
  });

  test('from where nothing is changes nothing', () => {
    expect(
      without(
        ['spaces', 'nobody', 'project'],
        ['spaces', 'security', 'project', 'id'],
        ['closing', 'status', 'id', 'x', 'y'],
        ['spaces', 'security', 'project', 'x', 'y'],
        [],
      ),
    ).toEqual(document);
  });

  test('together with all others leaves none', () => {
    const bare = withRefs(
      document,
      refPlaces(document).map(({ path }) => ({ path, ref: undefined })),
    );
    expect(refPlaces(bare)).toEqual([]);
    expect(SettingsDocument.parse(bare)).toEqual(bare);
  });
});

describe('in any settings', () => {
  const anyRef = fc.record({ id: fc.stringMatching(/^[1-9]\d{0,3}$/) });
  const maybe = fc.option(anyRef);
  const anySpace = fc
    .record({
      project: maybe,
      issueType: maybe,
      assignee: maybe,
      components: fc.array(anyRef, { maxLength: 4 }),
      statuses: fc.dictionary(
        fc.constantFrom('verified', 'resolved', 'map', 'fixed'),
        fc.record({ jira: fc.array(anyRef, { maxLength: 3 }) }),
      ),
      priorities: fc.record({ map: fc.dictionary(fc.constantFrom('high', 'low'), anyRef) }),
    })
    .map((space) => spaceOf(space));
  const anySettings = fc
    .record({
      spaces: fc.record({ product: anySpace, security: anySpace }),
      products: fc.dictionary(fc.constantFrom('shop', 'map', 'fixed'), fc.record({ product: anySpace })),
    })
    .map((sections) => settingsOf(sections as Partial<Settings>));

  test('each place leads to its reference', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        for (const place of refPlaces(settings)) expect(valueAt(settings, place.path)).toBe(place.ref);
      }),
    );
  });

  test('every choice of references can be taken out, and the others stay', () => {
    fc.assert(
      fc.property(anySettings, fc.func(fc.boolean()), (settings, isOut) => {
        const places = refPlaces(settings);
        const out = places.filter(({ path }) => isOut(pathText(path)));
        const left = withRefs(
          settings,
          out.map(({ path }) => ({ path, ref: undefined })),
        );
        const kept = places.filter((place) => !out.includes(place));
        expect(refPlaces(left).map(({ ref: { id } }) => id)).toEqual(kept.map(({ ref: { id } }) => id));
      }),
    );
  });
});

test('a reference is called by its name, else by its id', () => {
  expect(refName({ id: '1', name: 'Web' })).toBe('Web');
  expect(refName({ id: '1' })).toBe('1');
  expect(refName({})).toBe('');
});
