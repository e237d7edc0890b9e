import { testSite } from './test-site';
import { PEOPLE } from './seed';
import type { Json, JsonObject } from './json';

/** PAY demands these of every issue. */
function create(more: (ids: Readonly<Record<string, string>>) => JsonObject) {
  const { app, site } = testSite();
  const types = app('GET', 'issue/createmeta/PAY/issuetypes').data['issueTypes'] as {
    id: string;
    name: string;
  }[];
  const type = types.find(({ name }) => name === 'Task')?.id ?? '';
  const { fields } = app('GET', `issue/createmeta/PAY/issuetypes/${type}?maxResults=200`).data as unknown as {
    fields: {
      fieldId: string;
      name: string;
      allowedValues?: { id: string; value?: string; children?: { id: string; value: string }[] }[];
    }[];
  };
  const ids = Object.fromEntries(fields.map(({ name, fieldId }) => [name, fieldId]));
  const optionOf = (name: string) => fields.find((field) => field.name === name)?.allowedValues ?? [];
  const body = {
    project: { key: 'PAY' },
    issuetype: { id: type },
    summary: 'A finding',
    components: [{ name: 'Ledger' }],
    [ids['Environment type'] ?? '']: { value: 'Production' },
    ...more(ids),
  };
  const answer = app('POST', 'issue', { fields: body });
  const shown = (name: string) =>
    (app('GET', `issue/${answer.data['key'] as string}`).data['fields'] as JsonObject)[ids[name] ?? ''];
  return { answer, ids, shown, optionOf, site };
}

test.each<[string, Json, Json]>([
  [
    'Affected system',
    { value: 'Ledger', child: { value: 'Export' } },
    { value: 'Ledger', child: { value: 'Export' } },
  ],
  ['Affected system', { value: 'Ledger' }, { value: 'Ledger' }],
  [
    'Data at risk',
    [{ value: 'Card data' }, { value: 'Credentials' }],
    [{ value: 'Card data' }, { value: 'Credentials' }],
  ],
  ['Exploited', { value: 'Yes' }, { value: 'Yes' }],
  ['Reviewers', [{ accountId: PEOPLE.developer }], [{ displayName: 'Product developer' }]],
  ['Owning group', { name: 'payment-owners' }, { name: 'payment-owners' }],
  ['Informed groups', [{ name: 'security-champions' }], [{ name: 'security-champions' }]],
  ['Fixed in', { name: '2026.2' }, { name: '2026.2' }],
  ['Risk score', 7.5, 7.5],
])('a field of its own kind takes %s %j', (name, value, expected) => {
  const { answer, shown } = create((ids) => ({ [ids[name] ?? '']: value }));
  expect(answer.status).toBe(201);
  const now = shown(name);
  if (typeof expected === 'object') expect(now).toMatchObject(expected as object);
  else expect(now).toBe(expected);
});

test.each<[string, Json]>([
  ['Affected system', { value: 'Ledger', child: { value: 'Basket' } }],
  ['Affected system', { value: 'Nowhere' }],
  ['Affected system', 'Ledger'],
  ['Data at risk', { value: 'Card data' }],
  ['Data at risk', [{ value: 'Weather' }]],
  ['Exploited', { value: 'Maybe' }],
  ['Reviewers', { accountId: PEOPLE.developer }],
  ['Reviewers', [{ accountId: 'nobody' }]],
  ['Owning group', { name: 'nobody' }],
  ['Informed groups', { name: 'security-champions' }],
  ['Fixed in', { name: '1999.1' }],
  ['Risk score', 1e15],
  ['Risk score', '7'],
  ['Sprint', 1],
])('a field of its own kind refuses %s %j by its id', (name, value) => {
  const { answer, ids } = create((all) => ({ [all[name] ?? '']: value }));
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.data['errors'] as object)).toEqual([ids[name]]);
});

test('an option that is taken away is gone from issues and screens, and so is a field', () => {
  const { shown, site, optionOf } = create((ids) => ({ [ids['Exploited'] ?? '']: { value: 'Yes' } }));
  expect(optionOf('Exploited').map(({ value }) => value)).toEqual(['Yes', 'No']);
  site.removeOption('Exploited', 'Yes');
  expect(shown('Exploited')).toBeNull();
  site.removeField('Exploited');
  expect(shown('Exploited')).toBeUndefined();
});
