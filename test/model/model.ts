/** The simple model: what must be true of each finding once the dust has settled. */
import type { Status } from './operations';

export interface ModelFinding {
  /** The newest snapshot that the portal sent; undefined: none, or it said that the finding is gone. */
  readonly status?: Status;
  readonly title?: string;
  /** Some snapshot ever asked for issues. */
  readonly everOpen: boolean;
  readonly everSent: boolean;
  readonly forgotten: boolean;
  /** A person edited the summary: it may stay. */
  readonly edited: boolean;
  /**
   * A person moved the product issue and the portal has not changed its mind since: then the person's move stands.
   * Snapshots may be worked off together, so only a status that was never sent before the move surely counts.
   */
  readonly movedByPeople: boolean;
  readonly sent: readonly string[];
}

export const unknownFinding: ModelFinding = {
  everOpen: false,
  everSent: false,
  forgotten: false,
  edited: false,
  movedByPeople: false,
  sent: [],
};

export function isOpen(status: Status | undefined): boolean {
  return status === 'verified' || status === 'assigned';
}

/** What is seen of one finding in Jira and by lookup. */
export interface Seen {
  readonly product: readonly SeenIssue[];
  readonly security: readonly SeenIssue[];
  readonly state: string;
}
export interface SeenIssue {
  readonly key: string;
  readonly summary: string;
  readonly done: boolean;
  readonly links: number;
}

/** What is wrong; empty when the state is the model's. */
export function violations(id: string, model: ModelFinding, seen: Seen): string[] {
  const wrong: string[] = [];
  const [product] = seen.product;
  const [security] = seen.security;
  const say = (text: string) => wrong.push(`${id}: ${text}`);
  if (seen.product.length > 1) say(`${String(seen.product.length)} product issues`);
  if (seen.security.length > 1) say(`${String(seen.security.length)} security issues`);
  if (seen.state === 'pending' || seen.state === 'held') say(`is still ${seen.state}`);
  if (model.everSent && seen.state === 'unknown') say('is lost');
  if (isOpen(model.status) && !model.forgotten && !(product && security)) say('is open and lacks an issue');
  if (!model.everOpen && (product ?? security)) say('has an issue although it was never open');
  if (!product || !security) return wrong;
  if (product.links !== 1 || security.links !== 1) say('its issues are not linked');
  if (!model.edited && !model.forgotten && model.title !== undefined && product.summary !== model.title)
    say(`the summary is "${product.summary}", not "${model.title}"`);
  const gone = model.forgotten || !isOpen(model.status);
  if (gone && !model.movedByPeople && !(product.done && security.done))
    say('is settled, but an issue is open');
  if (!gone && !model.movedByPeople && (product.done || security.done)) say('is open, but an issue is done');
  if (product.done && !security.done) say('the product issue is done, the security issue is not');
  if (!gone && !product.done && security.done) say('false done: the security issue is closed for nothing');
  return wrong;
}
