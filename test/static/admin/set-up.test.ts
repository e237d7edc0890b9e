import { Space, Spaces } from '../../../src/contract/settings';
import { inheriting } from '../../../static/admin/src/logic/inheriting';
import { missingIn } from '../../../static/admin/src/logic/missing';
import { setUpState } from '../../../static/admin/src/logic/set-up';
import { standingOf } from '../../../static/admin/src/logic/standing';

const ref = { id: '1', name: 'One' };
const nothing = { connections: [], spaces: Spaces.parse({}), worked: false };
const space = (patch: Partial<Space>): Space => ({ ...Space.parse({}), ...patch });
const chosen = space({ enabled: true, project: ref, issueType: ref });
const mapped = space({ ...chosen, resolvedStatus: ref, rejectedStatus: ref });

describe('the set-up list', () => {
  test('has nothing done in an app that nobody has set up', () => {
    expect(setUpState(nothing)).toEqual({ connect: false, spaces: false, statuses: false, finding: false });
  });

  test('lets each step be done first', () => {
    expect(setUpState({ ...nothing, connections: [{}] })).toMatchObject({ connect: true, finding: false });
    expect(setUpState({ ...nothing, worked: true })).toMatchObject({ connect: false, finding: true });
    const spaces = { product: chosen, security: space({}) };
    expect(setUpState({ ...nothing, spaces })).toMatchObject({ spaces: true, statuses: false });
  });

  test('wants every space in use to be complete', () => {
    const half = { product: mapped, security: space({ enabled: true, project: ref }) };
    expect(setUpState({ ...nothing, spaces: half })).toMatchObject({ spaces: false, statuses: false });
    expect(setUpState({ ...nothing, spaces: { product: mapped, security: mapped } })).toMatchObject({
      spaces: true,
      statuses: true,
    });
  });

  test('takes a status mapping for the statuses of resolved and rejected findings', () => {
    const mapping = { jira: [ref], direction: 'both' as const };
    const product = space({ ...chosen, statuses: { resolved: mapping, rejected: mapping } });
    expect(setUpState({ ...nothing, spaces: { product, security: space({}) } }).statuses).toBe(true);
  });

  test('counts the first call of a connection as a first finding', () => {
    expect(setUpState({ ...nothing, connections: [{ lastCallAt: 1 }] }).finding).toBe(true);
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
