import type { HeldCause } from '../../../src/contract/activity';
import type { Mend } from '../../../src/contract/mend';
import { de } from '../../../src/contract/messages/de';
import { en } from '../../../src/contract/messages/en';
import type { Reason } from '../../../src/contract/messages/message';
import { reasons } from '../../../src/contract/messages/reasons';
import { say } from '../../../src/contract/messages/say';
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
    product: {
      ...plain.spaces.product,
      enabled: true,
      project: web,
      mapping: [
        {
          field: { id: 'components' },
          source: { kind: 'attribute', name: 'part' },
          owner: 'people',
          whenUnknown: 'hold',
        },
      ],
    },
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

/** Each cause that the app can note, as it notes it, with the place that mends it. */
const causes: readonly [Pick<HeldCause, 'cause' | 'reason'>, Mend][] = [
  [{ cause: 'x', reason: { code: 'anotherVersion' } }, { at: 'here' }],
  [{ cause: 'app-failed|E-1', reason: { code: 'appFailed', reference: 'E-1' } }, { at: 'apps' }],
  [{ cause: 'unreadable-record', reason: { code: 'unreadableRecord' } }, { at: 'apps' }],
  [{ cause: 'no-finding|chunk|1', reason: { code: 'unreadableChunk', reference: '1' } }, { at: 'apps' }],
  [
    {
      cause: 'never-clear|10|time-out',
      reason: { code: 'createNeverClear', project: 'Web', detail: 'time-out' },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [{ cause: 'never-read|500', reason: { code: 'readNeverClear', detail: '500' } }, { at: 'here' }],
  [
    {
      cause: 'creating|Security|400|customfield_5',
      reason: { code: 'refused', doing: 'creating', place: 'Security', said: 'Team: no' },
    },
    { at: 'fields', role: 'security', field: 'customfield_5' },
  ],
  [
    {
      cause: 'creating|Web|400|No way',
      reason: { code: 'refused', doing: 'creating', place: 'Web', said: 'No way' },
    },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [{ cause: 'reading||400', reason: { code: 'refused', doing: 'reading', said: 'No' } }, { at: 'here' }],
  [
    {
      cause: 'creating|Shop|500',
      reason: { code: 'refusedSilently', doing: 'creating', place: 'Shop', status: 500 },
    },
    { at: 'spaces', role: 'product', product: 'shop', field: 'project' },
  ],
  [
    { cause: 'creating|Security|403', reason: { code: 'notAllowed', doing: 'creating', place: 'Security' } },
    { at: 'permissions', project: '20', name: 'Security' },
  ],
  [
    { cause: 'project-gone|Web', reason: { code: 'projectGone', project: 'Web' } },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    { cause: 'project-gone|Web', reason: { code: 'spaceArchived', project: 'Web' } },
    { at: 'spaces', role: 'product', field: 'project' },
  ],
  [
    { cause: 'type-gone|Shop', reason: { code: 'typeGone', project: 'Shop' } },
    { at: 'spaces', role: 'product', product: 'shop', field: 'issueType' },
  ],
  ...(
    [
      { code: 'noSuchValue', field: 'Team', value: 'Blue' },
      { code: 'valueMisfit', field: 'Team', type: 'number' },
      { code: 'fieldNotOnScreen', field: 'Team', project: 'Web' },
      { code: 'typeNotFilled', field: 'Team' },
      { code: 'templateFails', line: 1, column: 2, said: 'no end' },
    ] as const
  ).map((reason): [Pick<HeldCause, 'cause' | 'reason'>, Mend] => [
    { cause: 'mapping|10/1|customfield_5', reason },
    { at: 'fields', role: 'product', field: 'customfield_5' },
  ]),
  [
    { cause: 'mapping|30/1|customfield_5', reason: { code: 'typeNotFilled', field: 'Team' } },
    { at: 'spaces', role: 'product', product: 'shop', field: 'customfield_5' },
  ],
  [
    { cause: 'mapping|30/1|priority', reason: { code: 'noSuchValue', field: 'Priority', value: 'Highest' } },
    { at: 'spaces', role: 'product', product: 'shop', field: 'priorities' },
  ],
  [
    {
      cause: 'creating|Security|400|priority',
      reason: { code: 'refused', doing: 'creating', place: 'Security', said: 'Priority: no' },
    },
    { at: 'spaces', role: 'security', field: 'priorities' },
  ],
  [
    { cause: 'mapping|10/1|components', reason: { code: 'noSuchValue', field: 'Components', value: 'Old' } },
    { at: 'fields', role: 'product', field: 'components' },
  ],
  [{ cause: 'commenting|shown-to-customers', reason: { code: 'commentShown' } }, { at: 'here' }],
  [{ cause: 'no-space', reason: { code: 'noSpaceOn' } }, { at: 'spaces' }],
  [
    {
      cause: 'space-incomplete|security',
      reason: { code: 'spaceIncomplete', role: 'security', missing: 'issueType' },
    },
    { at: 'spaces', role: 'security', field: 'issueType' },
  ],
  [
    {
      cause: 'required|20/1|components',
      reason: { code: 'fieldRequired', project: 'Security', field: 'Components', where: 'spaces' },
    },
    { at: 'spaces', role: 'security', field: 'components' },
  ],
  [
    {
      cause: 'required|20/1|security',
      reason: { code: 'fieldRequired', project: 'Security', field: 'Level', where: 'spaces' },
    },
    { at: 'spaces', role: 'security', field: 'securityLevel' },
  ],
  [
    {
      cause: 'required|10/1|customfield_5',
      reason: { code: 'fieldRequired', project: 'Web', field: 'Team', where: 'fields' },
    },
    { at: 'fields', role: 'product', field: 'customfield_5' },
  ],
  [
    { cause: 'existing|WEB-1', reason: { code: 'adoptMissing', key } },
    { at: 'issue', key },
  ],
  [
    { cause: 'existing|WEB-1', reason: { code: 'adoptElsewhere', key, role: 'product' } },
    { at: 'issue', key },
  ],
  [
    { cause: 'existing|WEB-1', reason: { code: 'adoptTaken', key } },
    { at: 'issue', key },
  ],
  [
    { cause: 'hidden|20', reason: { code: 'issueHidden', key } },
    { at: 'permissions', project: '20', name: 'Security' },
  ],
  [
    {
      cause: 'rivals|1',
      reason: { code: 'rivalIssues', finding: 'F', role: 'product', keys: [key, 'WEB-2'] },
    },
    { at: 'here' },
  ],
  [
    { cause: 'moved-back|10|3', reason: { code: 'movedBack', key, status: 'Open' } },
    { at: 'issue', key },
  ],
  [
    { cause: 'moved-back|10', reason: { code: 'notMoved', key } },
    { at: 'issue', key },
  ],
  [
    { cause: 'moved-back|10', reason: { code: 'notDone', key } },
    { at: 'issue', key },
  ],
  [
    { cause: 'unreachable|20/1|3|7', reason: { code: 'noWay', from: 'Open', to: ['Closed'] } },
    { at: 'spaces', role: 'security', field: 'resolvedStatus' },
  ],
  [
    { cause: 'unreachable|10/1|3|', reason: { code: 'noFittingStatus', lifecycle: 'open' } },
    { at: 'spaces', role: 'product', field: 'statuses' },
  ],
  [
    { cause: 'unreachable|10/1|3|', reason: { code: 'noFittingStatus', lifecycle: 'rejected' } },
    { at: 'spaces', role: 'product', field: 'rejectedStatus' },
  ],
  [
    { cause: 'turn|r1', reason: { code: 'dayFull', rule: 'Rule', perDay: 3 } },
    { at: 'rules', rule: 'r1' },
  ],
  [
    {
      cause: 'report|x',
      reason: { code: 'reportHeld', product: 'shop', tool: 'Semgrep', resolves: 3, of: 5 },
    },
    { at: 'here' },
  ],
];

test.each(causes)('leads to what mends it: %j', (held, mend) => {
  expect(mendOf(held, document)).toEqual(mend);
});

test('every reason that can hold findings up is in the list, with words that hold no id and none of Jira’s riddles', () => {
  const listed = new Set(causes.map(([{ reason }]) => reason.code));
  for (const code of Object.keys(reasons) as Reason['code'][]) {
    // Parameters do not matter for whether a reason can hold anything up.
    const holds = mendOf({ cause: '', reason: { code } as Reason }, document) !== undefined;
    expect([code, listed.has(code)]).toEqual([code, holds]);
  }
  for (const [{ reason }] of causes)
    for (const words of [en, de])
      expect(say(reason, words)).not.toMatch(/customfield_|valid project|\b\d{2,}\/|undefined/);
});

test('a place that the settings no longer name leads to the page, not to nothing', () => {
  const held = { cause: 'project-gone|Old', reason: { code: 'projectGone', project: 'Old' } } as const;
  expect(mendOf(held, document)).toEqual({ at: 'spaces' });
});
