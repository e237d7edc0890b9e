/** Creates with as few calls as Jira takes them in: a bulk that it refuses as a whole is halved. */
import { halves } from '../../core/data/lists';
import {
  type JiraFailure,
  type JiraResult,
  type Limited,
  type Refused,
  textOf,
} from '../../core/jira/failure';
import type { Ports } from '../ports';
import type { CreatedIssue, NewIssue } from '../ports-jira';

/** `place`: what a refusal may hold for, for example a project; issues of one place are much alike. */
export interface Wanted {
  readonly place: string;
  readonly issue: NewIssue;
}

/** What came of one issue. Without an answer of Jira's to it: why; after an `unknown` it may exist. */
export type Made = CreatedIssue | { readonly ok: false; readonly failure: Exclude<JiraFailure, Refused> };

/** So many issues of a place must be refused alone, in the same words and with none made, until all of it count as refused. */
const enoughAlone = 4;

interface PlaceRecord {
  made: boolean;
  readonly alone: Map<string, number>;
  /** Jira says this to everything of the place. */
  closed?: Refused;
}
type Places = Map<string, PlaceRecord>;

/** What was learnt in this pass: of each place, and the limits that Jira named since it took a call. */
export interface Learnt {
  readonly places: Places;
  limits: readonly Limited[];
}

/** One may be about what its call holds; after so many in a row no further call is sent. */
const limitsInRow = 2;

/**
 * Creates all that Jira takes, in the order asked. A refusal, of whatever status, says that nothing happened: the halves
 * are sent at once, down to those that are refused alone. Where Jira refuses a whole place, that is learnt from a few.
 */
export async function createInBulk(ports: Ports, wanted: readonly Wanted[], learnt: Learnt): Promise<Made[]> {
  const made = new Map<Wanted, Made>();
  await send(ports, wanted, learnt, made);
  return wanted.map((one) => made.get(one) ?? leftOut);
}

const leftOut: Made = { ok: false, failure: { kind: 'unknown', detail: 'Jira left the issue out' } };

async function send(
  ports: Ports,
  batch: readonly Wanted[],
  learnt: Learnt,
  made: Map<Wanted, Made>,
): Promise<void> {
  const { places } = learnt;
  const open = batch.filter((one) => {
    const closed = placeOf(places, one).closed;
    if (closed) made.set(one, refusedWith(closed));
    return !closed;
  });
  if (open.length === 0) return;
  const [limit] = learnt.limits.length < limitsInRow ? [] : learnt.limits;
  const answer = limit
    ? { ok: false as const, failure: withoutAnswer(limit) }
    : await ports.jira.createIssues(open.map(({ issue }) => issue));
  noteLimit(learnt, answer);
  if (answer.ok)
    open.forEach((one, index) => {
      const created = answer.value[index] ?? leftOut;
      made.set(one, created);
      if (created.ok) placeOf(places, one).made = true;
    });
  else if (answer.failure.kind !== 'refused')
    for (const one of open) made.set(one, { ok: false, failure: answer.failure });
  else if (open.length > 1) for (const half of halves(open)) await send(ports, half, learnt, made);
  else for (const one of open) refuseAlone(one, answer.failure, places, made);
}

function noteLimit(learnt: Learnt, answer: JiraResult<unknown>): void {
  const isLimited = !answer.ok && answer.failure.kind === 'limited';
  learnt.limits = isLimited ? [...learnt.limits, answer.failure] : [];
}

function withoutAnswer({ answered: _, ...limit }: Limited): Limited {
  return limit;
}

function refuseAlone(one: Wanted, failure: Refused, places: Places, made: Map<Wanted, Made>): void {
  made.set(one, refusedWith(failure));
  const place = placeOf(places, one);
  const words = `${String(failure.status)} ${textOf(failure) ?? ''}`;
  const times = (place.alone.get(words) ?? 0) + 1;
  place.alone.set(words, times);
  if (times >= enoughAlone && !place.made) place.closed = failure;
}

function placeOf(places: Places, { place }: Wanted): PlaceRecord {
  const known = places.get(place) ?? { made: false, alone: new Map<string, number>() };
  places.set(place, known);
  return known;
}

function refusedWith({ status, messages, fields }: Refused): Made {
  return { ok: false, status, messages: [...messages], fields: { ...fields } };
}
