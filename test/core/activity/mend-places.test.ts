import type { HeldCause } from '../../../src/contract/activity';
import type { Mend } from '../../../src/contract/mend';
import { defaultSettings, type SettingsDocument } from '../../../src/contract/settings';
import { mendOf } from '../../../src/core/activity/mend';

const [web, sec, own] = [
  { id: '10', name: 'Web' },
  { id: '20', name: 'Security' },
  { id: '30', name: 'Shop' },
];
const plain = defaultSettings();
const document: SettingsDocument = {
  ...plain,
  spaces: {
    product: { ...plain.spaces.product, enabled: true, project: web },
    security: {
      ...plain.spaces.security,
      enabled: true,
      project: sec,
      resolvedStatus: { id: '7', name: 'Closed' },
    },
  },
  products: { shop: { product: { project: own } } },
};
const key = 'WEB-1';

test.each<[string, Pick<HeldCause, 'cause' | 'reason'>, Mend]>([
  [
    'the field that Jira named, wherever the settings name the space',
    {
      cause: 'creating|Web|400|duedate',
      reason: { code: 'refused', doing: 'creating', place: 'Web', said: 'no' },
    },
    { at: 'fields', role: 'product', field: 'duedate' },
  ],
  [
    'the field, where the settings name the space no more',
    {
      cause: 'creating|Old|400|customfield_10',
      reason: { code: 'refused', doing: 'creating', place: 'Old', said: 'no' },
    },
    { at: 'fields', field: 'customfield_10' },
  ],
  [
    'the space, where Jira named several fields or none of the kind',
    {
      cause: 'creating|Web|400|customfield_1x',
      reason: { code: 'refused', doing: 'creating', place: 'Web', said: 'no' },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    'the space, where Jira named no field of the kind',
    {
      cause: 'creating|Web|400|xcustomfield_1',
      reason: { code: 'refused', doing: 'creating', place: 'Web', said: 'no' },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    'the space, where words stand in the place of a field',
    {
      cause: 'creating|Web|400|no way',
      reason: { code: 'refused', doing: 'creating', place: 'Web', said: 'no' },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    'the spaces, where a field but no place is known',
    { cause: 'creating||400|duedate', reason: { code: 'refused', doing: 'creating', said: 'no' } },
    { at: 'spaces' },
  ],
  [
    'the space, where Jira said nothing',
    {
      cause: 'creating|Web|500|duedate',
      reason: { code: 'refusedSilently', doing: 'creating', place: 'Web', status: 500 },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    'the spaces, where Jira does not let the app into one that they name no more',
    { cause: 'x', reason: { code: 'notAllowed', doing: 'creating' } },
    { at: 'spaces' },
  ],
  [
    'a rule that sends findings there',
    { cause: 'project-gone|Extra', reason: { code: 'projectGone', project: 'Extra' } },
    { at: 'spaces', role: 'security', rule: 'r1', field: 'project' },
  ],
  [
    'the row of that rule',
    { cause: 'mapping|40/1|customfield_5', reason: { code: 'typeNotFilled', field: 'Team' } },
    { at: 'spaces', role: 'security', rule: 'r1', field: 'customfield_5' },
  ],
  ...(
    [
      ['duedate', 'dueDateField'],
      ['priority', 'priorities'],
    ] as const
  ).map(([field, setting]): [string, Pick<HeldCause, 'cause' | 'reason'>, Mend] => [
    'the setting that fills a field',
    {
      cause: `required|20/1|${field}`,
      reason: { code: 'fieldRequired', project: 'Security', field, where: 'spaces' },
    },
    { at: 'spaces', role: 'security', field: setting },
  ]),
  [
    'the status of what is resolved',
    { cause: 'unreachable|10/1|3|', reason: { code: 'noFittingStatus', lifecycle: 'resolved' } },
    { at: 'spaces', role: 'product', field: 'resolvedStatus' },
  ],
  [
    'the status that is wanted among others',
    { cause: 'unreachable|20/1|3|5,7', reason: { code: 'noWay', from: 'Open', to: ['A', 'B'] } },
    { at: 'spaces', role: 'security', field: 'resolvedStatus' },
  ],
])('leads to %s: %#', (_name, held, mend) => {
  const rules = [
    {
      id: 'r1',
      name: 'R',
      enabled: true,
      when: { all: [] },
      then: { create: 'both', security: { project: { id: '40', name: 'Extra' } } },
    },
  ] as const;
  expect(
    mendOf(held, { ...document, rules: structuredClone(rules) as unknown as SettingsDocument['rules'] }),
  ).toEqual(mend);
});

test('a space without a name is found by its id alone, and a cause without a space finds none', () => {
  const bare = {
    ...document,
    spaces: { ...document.spaces, product: { ...plain.spaces.product, project: { id: '10', name: '' } } },
  };
  expect(mendOf({ cause: 'hidden|10', reason: { code: 'issueHidden', key } }, bare)).toEqual({
    at: 'permissions',
    project: '10',
    name: '',
  });
  expect(mendOf({ cause: 'hidden|', reason: { code: 'issueHidden', key } }, bare)).toEqual({ at: 'spaces' });
  const nameless = {
    ...document,
    spaces: { ...document.spaces, product: { ...plain.spaces.product, project: { id: '10' } } },
  };
  expect(mendOf({ cause: 'hidden|10', reason: { code: 'issueHidden', key } }, nameless)).toEqual({
    at: 'permissions',
    project: '10',
    name: '',
  });
});
