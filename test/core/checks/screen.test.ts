import type { ScreenField } from '../../../src/core/checks/facts';
import { checkScreen } from '../../../src/core/checks/screen';
import { Fields } from '../../../src/contract/settings';
import { settingsOf, spaceOf } from '../builders';
import { bad, factsOf, fieldOf, good, typeOf } from './builders';
import { checkInEnglish } from '../../support/english';

type Checked = ReturnType<typeof checkInEnglish>;
type SpaceInput = Parameters<typeof spaceOf>[0];
const checked = (screen: readonly ScreenField[], space: SpaceInput = {}, fixed: object = {}): Checked[] => {
  const settings = settingsOf({ fields: Fields.parse({ fixed }) });
  const facts = factsOf({ space: spaceOf({ dueDateField: null, ...space }), settings });
  return checkScreen(facts, typeOf({ screen: good(screen) })).map(checkInEnglish);
};
const about = (checks: Checked[], what: string) => checks.filter((check) => check.what === what);
const required = (id: string, more: Partial<ScreenField> = {}) => fieldOf(id, { required: true, ...more });
const all = ['critical', 'high', 'medium', 'low', 'info'] as const;
const allMapped = {
  map: Object.fromEntries(
    all.map((severity, index) => [severity, { id: String(index), name: `P${String(index)}` }]),
  ),
};
const allowed = all.map((_, index) => ({ id: String(index), name: `P${String(index)}` }));

test('a screen that cannot be read is one check, not verified', () => {
  expect(checkScreen(factsOf(), typeOf({ screen: bad() })).map(checkInEnglish)).toEqual([
    {
      what: 'Fields on the create screen',
      result: 'unverified',
      detail: 'Jira refuses to tell the app: No.',
    },
  ]);
});

describe('a required field', () => {
  const fine = [{ what: 'Required fields', result: 'ok' }];

  test.each<[string, ScreenField, SpaceInput, object]>([
    ['that Jira fills', required('reporter'), {}, {}],
    ['that names the project', required('project'), {}, {}],
    ['that names the issue type', required('issuetype'), {}, {}],
    ['that every finding has as its title', required('summary'), {}, {}],
    ['that every finding has as its description', required('description'), {}, {}],
    ['of labels', required('labels'), {}, {}],
    ['with a default', required('customfield_1', { hasDefault: true }), {}, {}],
    ['with a fixed value', required('customfield_1'), {}, { customfield_1: 'x' }],
    [
      'of components, which the space has',
      required('components', { allowed: [{ id: '1', name: 'API' }] }),
      { components: [{ id: '1' }] },
      {},
    ],
    ['of an assignee, whom the space has', required('assignee'), { assignee: { id: 'a' } }, {}],
    ['of a security level, which the space has', required('security'), { securityLevel: { id: '1' } }, {}],
    ['of a priority for every severity', required('priority', { allowed }), { priorities: allMapped }, {}],
    ['that is none', fieldOf('customfield_1'), {}, {}],
  ])('%s is filled', (_, field, space, fixed) => {
    expect(about(checked([field], space, fixed), 'Required fields')).toEqual(fine);
  });

  const choose = (id: string) =>
    `Choose a value for Field ${id} under Team spaces, or make it optional in Jira.`;
  test.each<[string, string, SpaceInput, string]>([
    [
      'of the project’s own',
      'customfield_1',
      {},
      'Give Field customfield_1 a value under Fields, or make it optional in Jira.',
    ],
    ['of components, of which the space has none', 'components', {}, choose('components')],
    ['of an assignee, whom the space has not', 'assignee', {}, choose('assignee')],
    ['of a security level, which the space has not', 'security', {}, choose('security')],
    [
      'of a due date, which not every finding has',
      'duedate',
      { dueDateField: { id: 'duedate' } },
      'Send Field duedate with every finding, or make it optional in Jira.',
    ],
    [
      'of a priority that not every severity has',
      'priority',
      { priorities: { map: { high: { id: '1' } } } },
      choose('priority'),
    ],
    [
      'of a priority that is switched off',
      'priority',
      { priorities: { enabled: false, ...allMapped } },
      choose('priority'),
    ],
  ])('%s is a problem', (_, id, space, fix) => {
    expect(about(checked([required(id, { allowed })], space), `Required field Field ${id}`)).toEqual([
      {
        what: `Required field Field ${id}`,
        result: 'problem',
        detail: `Jira demands Field ${id} for new issues, and nothing fills it for every finding.`,
        fix,
      },
    ]);
  });

  test('is told by itself among several', () => {
    const checks = checked([required('a'), required('summary'), required('b')]);
    expect(checks.filter(({ result }) => result === 'problem').map(({ what }) => what)).toEqual([
      'Required field Field a',
      'Required field Field b',
    ]);
    expect(about(checks, 'Required fields')).toEqual([]);
  });
});

/** The one check of this kind: its result, what it says, and the fix. */
const one = (what: string, screen: readonly ScreenField[], space: SpaceInput) =>
  about(checked(screen, space), what).map(({ result, detail, fix }) => [result, detail, fix]);
const offScreen = (is: string, name: string) => [
  [
    'problem',
    `${is} not on the create screen, so new issues come without it.`,
    `Add ${name} to the create screen in Jira, or switch it off under Team spaces.`,
  ],
];

describe('components', () => {
  const field = fieldOf('components', {
    allowed: [
      { id: '1', name: 'API' },
      { id: '2', name: 'UI' },
    ],
  });
  const components = [{ id: '1', name: 'API' }, { id: '2' }];
  const gone = [{ id: '1' }, { id: '3', name: 'Old' }, { id: '4' }];

  test.each<[string, ScreenField[], SpaceInput, unknown[]]>([
    ['are not checked where there are none', [], {}, []],
    ['are in order', [field], { components }, [['ok', 'API, 2', undefined]]],
    ['are not on the screen', [], { components }, offScreen('Components are', 'Components')],
    [
      'are gone',
      [field],
      { components: gone },
      [['problem', 'Old, 4 does not exist in the space.', 'Choose other components under Team spaces.']],
    ],
  ])('%s', (_, screen, space, expected) => {
    expect(one('Components', screen, space)).toEqual(expected);
  });
});

describe('the priority', () => {
  const field = fieldOf('priority', { allowed: allowed.slice(0, 2) });
  const high = { high: { id: '1', name: 'P1' } };
  const open = 'No priority is chosen for critical, medium, low, info: Jira sets its default.';

  test.each<[string, ScreenField[], SpaceInput, unknown[]]>([
    [
      'is switched off',
      [field],
      { priorities: { enabled: false } },
      ['ok', 'Switched off: Jira sets its default.'],
    ],
    ['is none of the project’s', [], {}, ['ok', 'The space has no priorities; none are sent.']],
    [
      'is none of the project’s, though some are chosen',
      [],
      { priorities: { map: high } },
      ['ok', 'The space has no priorities on the create screen; those chosen are not sent.'],
    ],
    ['is chosen for some severities', [field], { priorities: { map: high } }, ['ok', open]],
    ['is chosen for all', [fieldOf('priority', { allowed })], { priorities: allMapped }, ['ok', undefined]],
    [
      'belongs to another scheme',
      [field],
      { priorities: { map: { ...high, low: { id: '8' }, critical: { id: '9', name: 'P9' } } } },
      [
        'problem',
        "P9, 8 (for critical, low) does not belong to the space's priority scheme.",
        'Choose among P0, P1 under Team spaces.',
      ],
    ],
  ])('%s', (_, screen, space, [result, detail, fix]) => {
    expect(one('Priority', screen, space)).toEqual([[result, detail, fix]]);
  });
});

describe('the due date', () => {
  test.each<[string, ScreenField[], SpaceInput, unknown[]]>([
    ['is not checked where it is not sent', [], { dueDateField: null }, []],
    [
      'is on the screen',
      [fieldOf('duedate')],
      { dueDateField: { id: 'duedate', name: 'Due date' } },
      [['ok', 'Due date', undefined]],
    ],
    [
      'is on the screen, by its id',
      [fieldOf('duedate')],
      { dueDateField: { id: 'duedate' } },
      [['ok', 'duedate', undefined]],
    ],
    [
      'is not on the screen',
      [fieldOf('duedate')],
      { dueDateField: { id: 'customfield_1', name: 'Fix by' } },
      offScreen('Fix by is', 'Fix by'),
    ],
    [
      'has no id',
      [fieldOf('duedate')],
      { dueDateField: { name: 'Fix by' } },
      offScreen('Fix by is', 'Fix by'),
    ],
  ])('%s', (_, screen, space, expected) => {
    expect(one('Due date field', screen, space)).toEqual(expected);
  });
});

describe('the assignee', () => {
  const space = { assignee: { id: 'a', name: 'Product developer' } };
  test.each<[string, ScreenField[], SpaceInput, unknown[]]>([
    ['is not checked where there is none', [], {}, []],
    ['is on the screen', [fieldOf('assignee')], space, [['ok', 'Product developer', undefined]]],
    ['has no name', [fieldOf('assignee')], { assignee: { id: 'a' } }, [['ok', undefined, undefined]]],
    ['is not on the screen', [], space, offScreen('Assignee is', 'Assignee')],
  ])('%s', (_, screen, chosen, expected) => {
    expect(one('Assignee', screen, chosen)).toEqual(expected);
  });
});

describe('the security level', () => {
  const space = { securityLevel: { id: '1', name: 'Staff' } };
  const withLevels = (...ids: string[]) => [
    fieldOf('security', { allowed: ids.map((id) => ({ id, name: `Level ${id}` })) }),
  ];
  test.each<[string, ScreenField[], SpaceInput, unknown[]]>([
    ['is not checked where there is none', [], {}, []],
    ['is one of the project’s', withLevels('2', '1'), space, [['ok', 'Staff', undefined]]],
    ['is not on the screen', [], space, offScreen('Security level is', 'Security level')],
    [
      'is none of the project’s',
      withLevels('2'),
      space,
      [
        [
          'problem',
          'Staff does not exist in the space, or the app is not in it.',
          'Choose another level under Team spaces, or add the role atlassian-addons-project-access to it.',
        ],
      ],
    ],
  ])('%s', (_, screen, chosen, expected) => {
    expect(one('Security level', screen, chosen)).toEqual(expected);
  });
});
