import { Closing, FieldRow, Fields, Rules, SpaceOverride } from '../../../src/contract/settings';
import { lostProblem, problemTouches } from '../../../src/core/settings/lost-references';
import type { RefPlace } from '../../../src/core/settings/references';
import { settingsOf, spaceOf } from '../builders';
import { inEnglish } from '../../support/english';

const project: RefPlace = {
  path: ['spaces', 'product', 'project'],
  kind: 'project',
  ref: { id: '10000', name: 'Web shop' },
};

function told(...of: Parameters<typeof lostProblem>) {
  const { path, what, fix } = lostProblem(...of);
  return { path, what: inEnglish(what), fix: inEnglish(fix) };
}

describe('what leads nowhere is told', () => {
  test('of an archived project', () => {
    expect(told(project, 'archived')).toEqual({
      path: 'spaces.product.project',
      what: 'The space Web shop is archived: nothing can be created or changed there.',
      fix: 'Restore it from the archive, or choose another space. Held findings are kept and can be retried then.',
    });
  });

  test('of a project that is gone', () => {
    expect(told(project, 'gone')).toEqual({
      path: 'spaces.product.project',
      what: 'The space Web shop does not exist any more, or the app may not see it.',
      fix: 'Restore it, let the role atlassian-addons-project-access browse it, or choose another space.',
    });
  });

  test('of a project whose issues cannot be seen any more', () => {
    expect(lostProblem(project, 'hidden')).toEqual({
      path: 'spaces.product.project',
      what: { code: 'hiddenIssues', name: 'Web shop' },
      fix: { code: 'fixHiddenIssues' },
      hidden: true,
    });
  });

  test('of anything else, by its id where it has no name', () => {
    const place: RefPlace = {
      path: ['spaces', 'product', 'components', 0],
      kind: 'component',
      ref: { id: '7' },
    };
    expect(told(place, 'gone')).toEqual({
      path: 'spaces.product.components.0',
      what: 'The component 7 does not exist there any more.',
      fix: 'Choose another component.',
    });
  });
});

describe('a problem touches', () => {
  const space = spaceOf({ enabled: true, project: { id: '1' }, components: [{ id: '2' }] });
  const row = FieldRow.parse({ field: { id: 'customfield_2' }, source: { kind: 'fixed', value: 'x' } });
  const document = settingsOf({
    spaces: { product: { ...space, mapping: [row] }, security: spaceOf({ project: { id: '9' } }) },
    rules: Rules.parse([
      { id: 'r', name: 'R', when: { all: [] }, then: { create: 'both', product: { assignee: { id: '6' } } } },
    ]),
    products: {
      'my.field': { security: { mapping: [{ ...row, source: { kind: 'fixed', value: { id: '8' } } }] } },
      app: { product: SpaceOverride.parse({ components: [], assignee: { id: '5' } }) },
    },
    closing: Closing.parse({ status: { id: '3' }, wontDoResolutions: [{ id: '4' }] }),
    fields: Fields.parse({ fixed: { customfield_1: 'x' } }),
  });

  test.each<[string, string, string, boolean]>([
    ['a product that inherits the default', 'spaces.product.components.0', 'shop', true],
    ['not one with a value of its own', 'spaces.product.components.0', 'app', false],
    ['a product in what it inherits besides', 'spaces.product.project', 'app', true],
    ['no product of a space that is off', 'spaces.security.project', 'shop', false],
    ['the product that has the value', 'products.app.product.assignee', 'app', true],
    ['not another product', 'products.app.product.assignee', 'shop', false],
    ['every product in closing', 'closing.status', 'shop', true],
    ['every product in what belongs to no space', 'closing.wontDoResolutions.0', 'shop', true],
    ['every product in a fixed field', 'fields.fixed.customfield_1', 'app', true],
    [
      'no product in what a rule sets: that only findings tell',
      'rules.0.then.product.assignee',
      'app',
      false,
    ],
    ['every product that lacks a required field', 'spaces.security.mapping.customfield_9', 'app', true],
    ['the product that lacks one', 'products.my.field.security.mapping.customfield_9', 'my.field', true],
    ['no other then', 'products.my.field.security.mapping.customfield_9', 'app', false],
    ['the product in the field of a row', 'products.my.field.security.mapping.0.field', 'my.field', true],
    [
      'the product in what a row fills it with',
      'products.my.field.security.mapping.0.source.value',
      'my.field',
      true,
    ],
    ['no product in a row that is gone', 'products.my.field.security.mapping.7.field', 'my.field', false],
    ['every product in a row of the defaults', 'spaces.product.mapping.0.field', 'shop', true],
    ['nothing of a product that is gone', 'products.gone.security.mapping.customfield_9', 'gone', false],
    ['nothing once the settings name the thing no more', 'spaces.product.assignee', 'shop', false],
  ])('%s', (_, path, product, expected) => {
    expect(problemTouches(path, product, document)).toBe(expected);
  });
});
