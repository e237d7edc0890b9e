import { Closing, type Ref, SettingsDocument } from '../../../src/contract/settings';
import { pathText, type RefPath, refPlaces, withRefs } from '../../../src/core/settings/references';
import { document, ref } from './referring';
import { valueAt } from './value-at';

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
