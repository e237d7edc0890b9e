/** The calls of the issue panel: input and output by name. The issue stands in the context, never in the input. */
import { z } from 'zod';
import type { ApiErrorCode } from './api';
import type { GroupMember } from './group';
import type { FieldProblem } from './invalid-fields';
import type { FindingFacts, LinkState } from './link-record';
import type { Reason } from './messages/message';
import type { EventType } from './outbox';
import { longestReason, type RiskDecision } from './risk-decision';
import type { Role } from './space';
import type { StoryEntry } from './story';

/** A reason, which may be empty. */
export const Why = z.string().trim().max(longestReason);
/** A reason is a text with something in it; an empty one is none. */
export const SomeWhy = Why.transform((text) => (text === '' ? undefined : text)).optional();

/** What each call takes. */
export const panelInputs = {
  'panel.get': z.object({}),
  'panel.reject': z.object({ reason: SomeWhy }),
  /** `until`: the last day, UTC. */
  'panel.accept': z.object({ until: z.iso.date(), reason: Why.min(1) }),
  'panel.retest': z.object({ reason: SomeWhy }),
  'panel.takeBack': z.object({}),
  'panel.link': z.object({ key: z.string().trim().min(1).max(255) }),
  'panel.unlink': z.object({}),
} as const;
export type PanelCall = keyof typeof panelInputs;
export type PanelInput<Name extends PanelCall> = z.input<(typeof panelInputs)[Name]>;
export type PanelParsed<Name extends PanelCall> = z.output<(typeof panelInputs)[Name]>;

/** What people do on the panel, as portals hear of it. */
export const actionEvents = {
  'panel.reject': 'finding.rejected',
  'panel.accept': 'finding.risk_accepted',
  'panel.retest': 'finding.retest_requested',
  'panel.takeBack': 'finding.status_changed',
  'panel.link': 'issue.linked',
  'panel.unlink': 'issue.unlinked',
} as const satisfies Record<Exclude<PanelCall, 'panel.get'>, EventType>;
/** An action of the panel by its name. */
export type PanelAction = keyof typeof actionEvents;
export const panelActions = Object.keys(actionEvents) as PanelAction[];

/** A decision as the person who looks may see it: the reason only with the issue on which it was given. */
export type ShownDecision = Pick<RiskDecision, 'kind' | 'until' | 'reason' | 'at'> & {
  /** The portal says the same by now: it is taken back there. */
  readonly agreed: boolean;
};

/** A finding of a group. */
export type ShownMember = Pick<GroupMember, 'id' | 'title' | 'severity' | 'status' | 'dueDate' | 'url'>;

export interface PanelView {
  /** Absent: no finding belongs to this issue. */
  readonly finding?: FindingFacts & { readonly id: string; readonly product: string };
  /** The worst findings of a group, worst first; `finding` then stands for all of them. */
  readonly members?: readonly ShownMember[];
  /** How many they are. */
  readonly memberCount?: number;
  readonly role?: Role;
  readonly sync?: { readonly state: LinkState; readonly reason?: Reason };
  /** The issue of the other space; the panel reads it from Jira as the person who looks. */
  readonly linked?: { readonly id: string };
  readonly decision?: ShownDecision;
  /** When (ms) a person last asked for a retest that the portal has not answered. */
  readonly askedAt?: number;
  /** Newest first, without what names an issue that this person may not browse. */
  readonly history?: readonly StoryEntry[];
  /** What the person may do. */
  readonly may?: { readonly decide: boolean; readonly link: boolean };
  /** The actions that the portal hears of; absent: there is no portal but the app itself. */
  readonly told?: readonly PanelAction[];
  /** The longest time for which a risk may be accepted, in days. */
  readonly longestDays?: number;
  /** Issues of rejected findings are deleted after so many days. */
  readonly deletedAfterDays?: number;
}

/**
 * Why an action was refused, where the code alone does not say it. `settled`: the portal says that the finding is done.
 * `unheard`: the portal is not told of it. `undecided`: there is no decision to take back. `agreed`: the
 * portal has taken the decision over. `busy`: others are changing the finding. `unset`: no project is set for the other
 * issue. `elsewhere`: the issue is not in that project. `taken`: it belongs to a finding already. `paired`: the finding
 * has its other issue.
 */
export const refusals = [
  'settled',
  'unheard',
  'undecided',
  'agreed',
  'busy',
  'unset',
  'elsewhere',
  'taken',
  'paired',
] as const;
export type Refusal = (typeof refusals)[number];

export interface PanelError {
  readonly code: ApiErrorCode;
  /** For scripts and logs, in English; the panel says it by the code and the refusal. */
  readonly message: string;
  readonly because?: Refusal;
  readonly errors?: readonly FieldProblem[];
}
export type PanelAnswer = { readonly error?: PanelError };
