import { Space } from '../../../src/contract/settings';
import { foreignFields, lackingFields } from '../../../static/admin/src/logic/foreign';

const ref = (id: string) => ({ id, name: id });
const thing = (id: string) => ({ id, name: id });
const done = (id: string) => ({ ...thing(id), category: 'done' as const });

const space: Space = {
  ...Space.parse({}),
  project: ref('own'),
  issueType: ref('bug'),
  resolvedStatus: ref('done'),
  statuses: { verified: { jira: [ref('doing')], direction: 'both' } },
  components: [ref('backend')],
};
const onlyProject = (field: keyof Space) => field !== 'project';
const foreign = (given: Partial<Parameters<typeof foreignFields>[0]> = {}) =>
  foreignFields({ space, defaultProject: ref('default'), inherits: onlyProject, ...given });

describe('values inherited from another project', () => {
  test('are those that belong to a project and hold something', () => {
    expect(foreign()).toEqual(['issueType', 'resolvedStatus', 'statuses', 'components']);
    expect(foreign({ space: { ...space, rejectedStatus: ref('no'), securityLevel: ref('team') } })).toContain(
      'securityLevel',
    );
    expect(foreign({ defaultProject: null })).toHaveLength(4);
  });

  test('are not those that the product sets itself', () => {
    const inherits = (field: keyof Space) => !['project', 'issueType', 'statuses'].includes(field);
    expect(foreign({ inherits })).toEqual(['resolvedStatus', 'components']);
  });

  test('do not exist while the project is the same, inherited or not chosen', () => {
    expect(foreign({ inherits: () => true })).toEqual([]);
    expect(foreign({ defaultProject: ref('own') })).toEqual([]);
    expect(foreign({ space: { ...space, project: null } })).toEqual([]);
  });
});

describe('what the project does not have', () => {
  const fields = { dateFields: [], assignee: true, all: [] };

  test('is told value by value', () => {
    const has = {
      issueTypes: [{ ...thing('bug'), subtask: false }],
      statuses: [done('done')],
      fields: { ...fields, components: [thing('backend')] },
    };
    expect(lackingFields(space, foreign(), has)).toEqual(['statuses']);
    expect(lackingFields(space, foreign(), { ...has, statuses: [done('done'), done('doing')] })).toEqual([]);
    expect(lackingFields(space, foreign(), { ...has, issueTypes: [] })).toEqual(['issueType', 'statuses']);
  });

  test('counts a create screen without the field as having none', () => {
    expect(lackingFields(space, ['components'], { fields })).toEqual(['components']);
  });

  test('is not guessed while Jira has not answered', () => {
    expect(lackingFields(space, foreign(), {})).toEqual([]);
    expect(lackingFields(space, foreign(), { issueTypes: [{ ...thing('story'), subtask: false }] })).toEqual([
      'issueType',
    ]);
  });
});
