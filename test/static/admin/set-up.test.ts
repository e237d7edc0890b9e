import fc from 'fast-check';
import type { HeldCause } from '../../../src/contract/activity';
import type { Check } from '../../../src/contract/check';
import type { Reason } from '../../../src/contract/messages/message';
import { Space, Spaces } from '../../../src/contract/settings';
import { inheriting } from '../../../static/admin/src/logic/inheriting';
import { missingIn } from '../../../static/admin/src/logic/missing';
import { pathTo, splitPlace } from '../../../static/admin/src/logic/place';
import {
  panelLacking,
  type SetUpKnown,
  setUpState,
  setUpSteps,
} from '../../../static/admin/src/logic/set-up';
import { standingOf } from '../../../static/admin/src/logic/standing';

const ref = { id: '1', name: 'One' };
const space = (patch: Partial<Space>): Space => ({ ...Space.parse({}), ...patch });
const chosen = space({ enabled: true, project: ref, issueType: ref });
const spaces = { product: chosen, security: space({}) };
const ok = (code: 'aboutProject' | 'aboutPermitted' | 'aboutRequiredFields'): Check => ({
  what: { code },
  result: 'ok',
});
const wellTested = [
  { role: 'product' as const, checks: [ok('aboutProject'), ok('aboutPermitted'), ok('aboutRequiredFields')] },
];
const first = { id: 'F-1', title: 'One', issues: ['WEB-1'] };
const nothing: SetUpKnown = {
  connections: [],
  spaces: Spaces.parse({}),
  tested: [],
  setUp: { panels: [] },
  held: [],
};
const everything: SetUpKnown = {
  connections: [{ enabled: true, paused: false, lastCallAt: 1 }],
  spaces,
  tested: wellTested,
  setUp: { panels: ['1'], first },
  held: [],
};
const held = (reason: Reason): HeldCause => ({ cause: 'c', reason, findings: 2, since: 1 });
const states = (known: SetUpKnown) =>
  Object.fromEntries(Object.entries(setUpState(known)).map(([step, { state }]) => [step, state]));
const allAre = (state: string) => Object.fromEntries(setUpSteps.map((step) => [step, state]));

describe('the set-up list', () => {
  test('has nothing done in an app that nobody has set up, and all once everything happened', () => {
    expect(states(nothing)).toEqual(allAre('open'));
    expect(states(everything)).toEqual(allAre('done'));
  });

  test('calls no space ready before Jira was asked, nor while something in it is not chosen', () => {
    expect(states({ ...everything, tested: undefined })).toMatchObject({ spaces: 'open', fields: 'open' });
    const half = { product: chosen, security: space({ enabled: true, project: ref }) };
    expect(states({ ...everything, spaces: half })).toMatchObject({ spaces: 'open', panel: 'open' });
  });

  test('says what Jira lacks, each in the step that mends it', () => {
    const mayNot: Check = {
      what: { code: 'aboutPermitted' },
      result: 'problem',
      detail: { code: 'mayNot', permissions: ['CREATE_ISSUES'] },
    };
    const required: Check = {
      what: { code: 'aboutRequiredField', field: 'Team' },
      result: 'problem',
      detail: { code: 'fieldDemanded', field: 'Team' },
    };
    const tested = [{ role: 'product' as const, checks: [ok('aboutProject'), mayNot, required] }];
    const state = setUpState({ ...everything, tested });
    expect(state.spaces).toEqual({ state: 'wrong', notes: [mayNot.detail] });
    expect(state.fields).toEqual({ state: 'wrong', notes: [required.detail] });
  });

  test('takes a permission that Jira does not tell for no permission', () => {
    const unsure: Check = {
      what: { code: 'aboutPermitted' },
      result: 'unverified',
      detail: { code: 'limitedNow' },
    };
    const tested = [
      { role: 'product' as const, checks: [ok('aboutProject'), unsure, ok('aboutRequiredFields')] },
    ];
    expect(states({ ...everything, tested })).toMatchObject({ spaces: 'open', fields: 'done' });
  });

  test('counts a portal as connected once it called and is let in', () => {
    const connect = (connection: SetUpKnown['connections'][number]) =>
      setUpState({ ...everything, connections: [connection] }).connect;
    expect(connect({ enabled: true, paused: false }).state).toBe('open');
    expect(connect({ enabled: true, paused: true, lastCallAt: 1 })).toEqual({
      state: 'wrong',
      notes: [{ code: 'isPaused' }],
    });
    expect(connect({ enabled: false, paused: false, lastCallAt: 1 }).state).toBe('wrong');
  });

  test('asks for the panel on every project in use', () => {
    const other = { id: '2', name: 'Two' };
    const both = { product: chosen, security: space({ ...chosen, project: other }) };
    expect(panelLacking({ spaces: both, setUp: { panels: ['1'] } })).toEqual(['2']);
    expect(panelLacking({ spaces: both, setUp: { panels: ['1', '2'] } })).toEqual([]);
    const products = { shop: { product: { project: { id: '3', name: 'Three' } } }, pay: {} };
    const rules = [{ then: { create: 'both' as const, security: { project: ref } } }];
    expect(panelLacking({ spaces: both, products, rules, setUp: { panels: ['1', '2'] } })).toEqual(['3']);
  });

  test('calls no first finding done while findings are held up, unless they only wait for their turn', () => {
    const reason: Reason = { code: 'fieldRequired', project: 'Web', field: 'Team', where: 'fields' };
    const state = setUpState({ ...everything, held: [held(reason)] });
    expect(state.finding).toEqual({ state: 'wrong', notes: [reason] });
    expect(state.fields).toEqual({ state: 'wrong', notes: [reason] });
    expect(states({ ...everything, held: [held({ code: 'dayFull', rule: 'R', perDay: 1 })] })).toEqual(
      allAre('done'),
    );
  });
});

describe('a place on a page', () => {
  test('comes back out of its path, whatever its parts are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), (parts) => {
        expect(splitPlace(pathTo('/products/shop', ...parts))).toEqual({
          page: '/products/shop',
          place: parts,
        });
      }),
    );
    expect(splitPlace('/spaces')).toEqual({ page: '/spaces', place: [] });
  });
});

describe('a space', () => {
  test('that is switched off needs nothing', () => {
    expect(missingIn(space({}))).toEqual([]);
  });

  test('that is switched on needs its project first, then its issue type', () => {
    expect(missingIn(space({ enabled: true }))).toEqual(['project']);
    expect(missingIn(space({ enabled: true, project: ref }))).toEqual(['issueType']);
    expect(missingIn(chosen)).toEqual([]);
  });
});

describe('how a connection stands', () => {
  test('is told by what matters most', () => {
    expect(standingOf({ enabled: false, paused: true, lastCallAt: 1 })).toBe('off');
    expect(standingOf({ enabled: true, paused: true, lastCallAt: 1 })).toBe('paused');
    expect(standingOf({ enabled: true, paused: false })).toBe('waiting');
    expect(standingOf({ enabled: true, paused: false, lastCallAt: 1 })).toBe('on');
  });
});

describe('products that inherit a change', () => {
  const change = (...keys: string[]) => ({ keys, before: 1, after: 2 });
  const products = [
    { settings: {} },
    { settings: { product: { project: ref } } },
    { settings: { product: { project: ref, issueType: ref } } },
  ];

  test('are those that do not override the value', () => {
    expect(inheriting(products, [change('spaces', 'product', 'project')])).toBe(1);
    expect(inheriting(products, [change('spaces', 'product', 'issueType')])).toBe(2);
    expect(inheriting(products, [change('spaces', 'security', 'project')])).toBe(3);
  });

  test('inherit when at least one of several changes reaches them', () => {
    const changes = [change('spaces', 'product', 'project'), change('spaces', 'product', 'issueType')];
    expect(inheriting(products, changes)).toBe(2);
  });

  test('do not inherit what is no default of a space', () => {
    expect(inheriting(products, [change('statuses', 'own', 'in_review')])).toBe(0);
  });
});
