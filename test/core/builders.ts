/** Small whole things to decide about, each valid, with what a test is about put in. */
import { Finding, type FindingInput } from '../../src/contract/finding';
import { ClaimedIssue, GoneIssue, IssueThere, LinkRecord } from '../../src/contract/link-record';
import { defaultSettings, type Settings, type SettingsDocument, Space } from '../../src/contract/settings';
import type { FetchedIssue } from '../../src/core/jira/issue';
import type { z } from 'zod';

export const now = Date.UTC(2026, 0, 15, 9, 0, 0);
export const dayMs = 86_400_000;

/** A finding as the contract reads it. */
export function findingOf(more: Partial<FindingInput> = {}): Finding {
  return Finding.parse({ id: 'F-1', product: 'shop', title: 'SQL injection', severity: 'high', ...more });
}

/** The settings of a new app with whole sections replaced. */
export function settingsOf(more: Partial<Settings> = {}): SettingsDocument {
  return { ...defaultSettings(), ...more };
}

/** A space with its defaults. */
export function spaceOf(more: z.input<typeof Space> = {}): Space {
  return Space.parse(more);
}

/** An issue that exists in Jira. */
export function issueOf(more: Partial<IssueThere> = {}): IssueThere {
  return IssueThere.parse({ ...issue, ...more, state: 'there' });
}

/** An issue whose create call may be under way or lost. */
export function claimedOf(more: Partial<ClaimedIssue> = {}): ClaimedIssue {
  const claim = { id: 'claim-1', at: now, searches: 0 };
  return ClaimedIssue.parse({ claim, project: '10000', ...more, state: 'claimed' });
}

/** An issue that no longer exists. */
export function goneOf(more: Partial<GoneIssue> = {}): GoneIssue {
  return GoneIssue.parse({ ...issue, ...more, state: 'gone' });
}

const issue = { id: '10001', key: 'WEB-1', project: '10000', issueType: '10001', sent: {} };

/** An issue as Jira shows it, of which only what a test is about was read. */
export function fetchedOf(more: Partial<FetchedIssue> = {}): FetchedIssue {
  return {
    id: '10001',
    key: 'WEB-1',
    projectId: '10000',
    issueTypeId: '10001',
    status: undefined,
    resolution: undefined,
    creator: undefined,
    fields: {},
    identity: undefined,
    linked: undefined,
    changedBy: [],
    movedBy: undefined,
    transitions: [],
    ...more,
  };
}

/** The record of a finding without issues. */
export function recordOf(more: Partial<z.input<typeof LinkRecord>> = {}): LinkRecord {
  return LinkRecord.parse({
    connection: 'abcdefgh',
    findingId: 'F-1',
    product: 'shop',
    state: 'synced',
    version: 1,
    seenAt: now,
    facts: { title: 'SQL injection', severity: 'high', status: 'verified', kind: 'vulnerability' },
    issues: {},
    ...more,
  });
}
