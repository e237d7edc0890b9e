import { builtInStatuses, severities } from '../../../src/contract/finding';
import { severityLozenge } from '../../../static/issue-panel/format/severity';
import { otherSide } from '../../../static/issue-panel/format/side';
import { categoryAppearance, isOpen, statusLozenge } from '../../../static/issue-panel/format/status';
import { syncProblem } from '../../../static/issue-panel/format/sync-problem';

describe('severity', () => {
  it('has a word of its own for each value', () => {
    expect(severities.map((severity) => severityLozenge(severity).word)).toEqual([
      'Critical',
      'High',
      'Medium',
      'Low',
      'Info',
    ]);
  });
});

describe('status in the portal', () => {
  it('agrees with the contract on which statuses are open', () => {
    for (const [status, lifecycle] of Object.entries(builtInStatuses))
      expect(isOpen(status)).toBe(lifecycle === 'open');
  });

  it('says until when a risk is accepted', () => {
    const status = { status: 'temporarily_risk_accepted', acceptedUntil: '2026-12-31' };
    expect(statusLozenge(status).word).toBe('Risk accepted until 31 Dec 2026');
    expect(statusLozenge({ status: 'temporarily_risk_accepted' }).word).toBe('Risk accepted for now');
  });

  it('reads an own status like its name', () => {
    expect(statusLozenge({ status: 'in_triage' })).toEqual({ word: 'In triage', appearance: 'default' });
    expect(statusLozenge({ status: 'constructor' }).word).toBe('Constructor');
  });

  it('colours a Jira status by its category', () => {
    expect(['new', 'indeterminate', 'done'].map(categoryAppearance)).toEqual([
      'default',
      'inprogress',
      'success',
    ]);
  });
});

describe('what is wrong', () => {
  it('is nothing while all is well or under way', () => {
    expect(syncProblem(undefined)).toBeUndefined();
    expect(syncProblem({ state: 'synced' })).toBeUndefined();
    expect(syncProblem({ state: 'pending' })).toBeUndefined();
  });

  it('says what holds the finding up and who can fix it', () => {
    expect(
      syncProblem({ state: 'held', reason: 'the project WEB requires Environment, and nothing fills it' }),
    ).toBe(
      'Held up: the project WEB requires Environment, and nothing fills it. A Jira admin can fix this under Jira settings, Apps, Security Findings.',
    );
  });

  it('says that the portal no longer has the finding', () => {
    expect(syncProblem({ state: 'deleted' })).toContain('does not report this finding any more');
  });
});

describe('the linked issue', () => {
  it('is called by its side', () => {
    expect(otherSide('product')).toBe('Security issue');
    expect(otherSide('security')).toBe('Product issue');
    expect(otherSide(undefined)).toBe('Linked issue');
  });
});
