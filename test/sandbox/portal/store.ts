/** What the portal of the sandbox knows: its findings, what arrived, and how it answers for now. */
import { PEOPLE } from '../jira/seed';
import type { Behaviour } from './behaviour';

/** The portal knows people by their Atlassian accounts. */
export const people = [
  { accountId: PEOPLE.developer, name: 'Product developer' },
  { accountId: PEOPLE.engineer, name: 'Security engineer' },
  { accountId: PEOPLE.admin, name: 'Site admin' },
] as const;

/** Whoever works in the portal. */
export const analyst = 'Portal analyst';

export interface PortalComment {
  readonly id: string;
  readonly from: 'portal' | 'Jira';
  readonly author: string;
  /** Markdown. */
  readonly body: string;
  readonly at: string;
  readonly edited?: boolean;
}

export interface PortalFinding {
  readonly id: string;
  readonly product: string;
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  /** An Atlassian account. */
  readonly assignee?: string;
  readonly dueDate?: string;
  /** When the portal itself changed it last: news of Jira that are older do not overwrite that. */
  readonly updatedAt: string;
  /** Keys of its issues, by whose they are. */
  readonly issues: Readonly<Record<string, { readonly key: string; readonly url: string }>>;
  readonly comments: readonly PortalComment[];
}

/** One event as it arrived. */
export interface HeardEvent {
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly finding?: string;
  /** It had come before. */
  readonly again: boolean;
}

/** One push: whether its signature held, what was answered, what was in it. */
export interface Arrival {
  readonly at: string;
  readonly webhookId: string;
  /** `holds`, or why it does not. */
  readonly signature: string;
  readonly answer: string;
  readonly events: readonly HeardEvent[];
}

export interface PortalAccess {
  readonly baseUrl: string;
  readonly secret: string;
  /** With which pushes are signed. */
  readonly signing: string;
}

export interface PortalState {
  access?: PortalAccess;
  behaviour: Behaviour;
  findings: PortalFinding[];
  /** Newest first. */
  arrivals: Arrival[];
  /** Ids of the events that were taken. */
  heard: string[];
  comments: number;
}

/** A portal that nobody has connected yet. */
export function newPortalState(): PortalState {
  return { behaviour: 'well', findings: [], arrivals: [], heard: [], comments: 0 };
}

/** The name of an account, as far as the portal knows it. */
export function nameOf(accountId: string | undefined): string {
  return people.find((person) => person.accountId === accountId)?.name ?? accountId ?? '';
}

/** Puts the changed finding in the place of the one of its id. */
export function putFinding(state: PortalState, finding: PortalFinding): void {
  state.findings = state.findings.map((one) => (one.id === finding.id ? finding : one));
}
