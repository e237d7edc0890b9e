import type { BuiltInStatus } from '#contract/finding';
import type { FindingFacts } from '#contract/link-record';
import type { Texts } from '../texts/language';
import type { Appearance } from './appearance';
import { dayInWords } from './due-date';

/** A status and how it looks. */
export interface StatusLozenge {
  readonly word: string;
  readonly appearance: Appearance;
}

const appearances: Readonly<Record<BuiltInStatus, Appearance>> = {
  unverified: 'default',
  verified: 'inprogress',
  assigned: 'inprogress',
  resolved: 'success',
  rejected: 'default',
  temporarily_risk_accepted: 'new',
  permanently_risk_accepted: 'new',
};

/** The finding's status in the portal, in words; a status that an admin added reads like its name. */
export function statusLozenge(
  { status, acceptedUntil }: Pick<FindingFacts, 'status' | 'acceptedUntil'>,
  texts: Texts,
): StatusLozenge {
  if (!isBuiltIn(status)) return { word: sentence(status), appearance: 'default' };
  if (status === 'temporarily_risk_accepted' && acceptedUntil !== undefined) {
    return { word: texts.acceptedUntil(dayInWords(acceptedUntil, texts)), appearance: appearances[status] };
  }
  return { word: texts.status[status], appearance: appearances[status] };
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
  return Object.hasOwn(appearances, status);
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
