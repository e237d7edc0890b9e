import type { BuiltInStatus } from '../../../src/contract/finding';
import type { FindingFacts } from '../../../src/contract/link-record';
import type { Appearance } from './appearance';
import { dayInWords } from './due-date';

/** A status and how it looks. */
export interface StatusLozenge {
  readonly word: string;
  readonly appearance: Appearance;
}

const builtIn: Readonly<Record<BuiltInStatus, StatusLozenge>> = {
  unverified: { word: 'Unverified', appearance: 'default' },
  verified: { word: 'Verified', appearance: 'inprogress' },
  assigned: { word: 'Assigned', appearance: 'inprogress' },
  resolved: { word: 'Resolved', appearance: 'success' },
  rejected: { word: 'Rejected', appearance: 'default' },
  temporarily_risk_accepted: { word: 'Risk accepted for now', appearance: 'new' },
  permanently_risk_accepted: { word: 'Risk accepted', appearance: 'new' },
};

/** The finding's status in the portal, in words; a status that an admin added reads like its name. */
export function statusLozenge({
  status,
  acceptedUntil,
}: Pick<FindingFacts, 'status' | 'acceptedUntil'>): StatusLozenge {
  if (!isBuiltIn(status)) return { word: sentence(status), appearance: 'default' };
  if (status === 'temporarily_risk_accepted' && acceptedUntil !== undefined) {
    return { word: `Risk accepted until ${dayInWords(acceptedUntil)}`, appearance: 'new' };
  }
  return builtIn[status];
}

/** True while somebody still has to do something about a finding of this status. */
export function isOpen(status: string): boolean {
  const closed: readonly string[] = [
    'resolved',
    'rejected',
    'temporarily_risk_accepted',
    'permanently_risk_accepted',
  ];
  return !closed.includes(status);
}

/** The colour of a Jira status, by the key of its category. */
export function categoryAppearance(category: string): Appearance {
  if (category === 'done') return 'success';
  return category === 'indeterminate' ? 'inprogress' : 'default';
}

function isBuiltIn(status: string): status is BuiltInStatus {
  return Object.hasOwn(builtIn, status);
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
