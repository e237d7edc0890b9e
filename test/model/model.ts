/** The simple model: what must be true of each finding once the dust has settled. */
import { isOpen, type Status } from './statuses';

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
  /** It was edited before anything had gone wrong: then the app surely knew what it had sent, and it must stay. */
  readonly editStands: boolean;
  /**
   * A person moved the product issue and the portal has not changed its mind since: then the person's move stands.
   * Snapshots may be worked off together, so only a status that was never sent before the move surely counts.
   */
  readonly movedByPeople: boolean;
  readonly sent: readonly string[];
  /** A person moved the security issue, and nothing has happened since that surely moves it again. */
  readonly securityByPeople: boolean;
}

/** What people write into the summary of a product issue. */
export const editedSummary = 'Edited by a person';

export const unknownFinding: ModelFinding = {
  everOpen: false,
  everSent: false,
  forgotten: false,
  edited: false,
  editStands: false,
  movedByPeople: false,
  sent: [],
  securityByPeople: false,
};

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

type Rule = (model: ModelFinding, seen: Seen) => string | false;

const atMostOnce: Rule = (_model, { product, security }) =>
  (product.length > 1 || security.length > 1) &&
  `${String(product.length)} product issues, ${String(security.length)} security issues`;

const settled: Rule = (_model, { state }) => (state === 'pending' || state === 'held') && `is still ${state}`;

const notLost: Rule = ({ everSent }, { state }) => everSent && state === 'unknown' && 'is lost';

const openHasIssues: Rule = (model, { product, security }) =>
  !isGone(model) && isOpen(model.status) && (!product[0] || !security[0]) && 'is open and lacks an issue';

const neverOpenHasNone: Rule = ({ everOpen }, { product, security }) =>
  !everOpen && (product.length > 0 || security.length > 0) && 'has an issue although it was never open';

/** What must be true of a pair of issues. */
type PairRule = (model: ModelFinding, product: SeenIssue, security: SeenIssue) => string | false;

const linked: PairRule = (_model, product, security) =>
  (product.links !== 1 || security.links !== 1) && 'its issues are not linked';

const saysWhatThePortalSaid: PairRule = ({ edited, forgotten, title }, { summary }) =>
  !edited &&
  !forgotten &&
  title !== undefined &&
  summary !== title &&
  `the summary is "${summary}", not "${title}"`;

const keepsWhatPeopleWrote: PairRule = ({ editStands }, { summary }) =>
  editStands && summary !== editedSummary && `a person's edit was overwritten with "${summary}"`;

const settledIsDone: PairRule = (model, product, security) =>
  isGone(model) &&
  !model.movedByPeople &&
  !model.securityByPeople &&
  !(product.done && security.done) &&
  'is settled, but an issue is open';

const openIsNotDone: PairRule = (model, product, security) =>
  !isGone(model) &&
  !model.movedByPeople &&
  !model.securityByPeople &&
  (product.done || security.done) &&
  'is open, but an issue is done';

const securityFollows: PairRule = (model, product, security) =>
  !model.securityByPeople &&
  product.done &&
  !security.done &&
  'the product issue is done, the security issue is not';

const noFalseDone: PairRule = (model, product, security) =>
  !isGone(model) &&
  !model.securityByPeople &&
  !product.done &&
  security.done &&
  'false done: the security issue is closed for nothing';

const rules = [atMostOnce, settled, notLost, openHasIssues, neverOpenHasNone];
const pairRules = [
  linked,
  saysWhatThePortalSaid,
  keepsWhatPeopleWrote,
  settledIsDone,
  openIsNotDone,
  securityFollows,
  noFalseDone,
];

function isGone({ forgotten, status }: ModelFinding): boolean {
  return forgotten || !isOpen(status);
}

/** What is wrong; empty when the state is the model's. */
export function violations(id: string, model: ModelFinding, seen: Seen): string[] {
  const [product] = seen.product;
  const [security] = seen.security;
  const alone = rules.map((rule) => rule(model, seen));
  const together = product && security ? pairRules.map((rule) => rule(model, product, security)) : [];
  return [...alone, ...together].flatMap((wrong) => (wrong === false ? [] : [`${id}: ${wrong}`]));
}
