import type { LinkRecord } from '../../../src/contract/link-record';
import { namedIssue } from '../../../src/core/sync/events-between';
import { claimedOf, goneOf, issueOf } from '../builders';
import { secured, product, security, both, between, web, sec } from './changes';

describe('an issue', () => {
  const of = (had: LinkRecord['issues'], has: LinkRecord['issues']) =>
    between({ issues: had }, { issues: has });
  const linked = { type: 'issue.linked', data: {} };

  test.each<[string, LinkRecord['issues'], LinkRecord['issues'], unknown[]]>([
    ['that came', {}, { product }, [{ ...linked, issue: web }]],
    ['that was claimed and came', { product: claimedOf() }, { product }, [{ ...linked, issue: web }]],
    ['that is only claimed', {}, { product: claimedOf() }, []],
    ['that is back', { product: goneOf() }, { product }, [{ ...linked, issue: web }]],
    [
      'that Jira has no longer',
      { product },
      { product: goneOf() },
      [{ type: 'issue.deleted', issue: web, data: {} }],
    ],
    ['that was gone and is forgotten', { product: goneOf() }, {}, []],
    ['that the record names no more', { product }, {}, [{ type: 'issue.unlinked', issue: web, data: {} }]],
    [
      'in whose place another came',
      { product },
      { product: issueOf({ id: '9', key: 'WEB-9' }) },
      [
        { type: 'issue.unlinked', issue: web, data: {} },
        { ...linked, issue: { role: 'product', id: '9', key: 'WEB-9' } },
      ],
    ],
    [
      'in another project',
      { security },
      { security: issueOf({ ...secured, key: 'NEW-1' }) },
      [{ type: 'issue.moved', issue: { ...sec, key: 'NEW-1' }, data: { from: 'SEC-1', to: 'NEW-1' } }],
    ],
  ])('%s is told as that', (_name, had, has, events) => {
    expect(of(had, has)).toEqual(events);
  });

  test('of a finding that is new is told before where the finding stands, the product team’s first', () => {
    expect(between(undefined, { issues: both }).map(({ type, issue }) => [type, issue?.role])).toEqual([
      ['issue.linked', 'product'],
      ['issue.linked', 'security'],
      ['finding.synced', undefined],
    ]);
  });

  test('is named once Jira has it, also when it had it', () => {
    expect(namedIssue('product', { issues: both })).toEqual(web);
    expect(namedIssue('product', { issues: { product: goneOf() } })).toEqual(web);
    expect(namedIssue('product', { issues: { product: claimedOf() } })).toBeUndefined();
    expect(namedIssue('product', { issues: {} })).toBeUndefined();
  });
});
