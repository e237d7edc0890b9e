import fc from 'fast-check';
import type { Settings } from '../../../src/contract/settings';
import { pathText, refPlaces, withRefs } from '../../../src/core/settings/references';
import { settingsOf, spaceOf } from '../builders';
import { valueAt } from './value-at';

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
