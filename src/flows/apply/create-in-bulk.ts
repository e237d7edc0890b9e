/** Creates with as few calls as Jira takes them in: a bulk that it refuses as a whole is halved. */
import { halves } from '../../core/data/lists';
import { type JiraFailure, type Refused, textOf } from '../../core/jira/failure';
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
/** What was learnt of each place in this pass. */
export type Places = Map<string, PlaceRecord>;

/**
 * Creates all that Jira takes, in the order asked. A refusal, of whatever status, says that nothing happened: the halves
 * are sent at once, down to those that are refused alone. Where Jira refuses a whole place, that is learnt from a few.
 */
export async function createInBulk(ports: Ports, wanted: readonly Wanted[], places: Places): Promise<Made[]> {
  const made = new Map<Wanted, Made>();
  await send(ports, wanted, places, made);
  return wanted.map((one) => made.get(one) ?? leftOut);
}

const leftOut: Made = { ok: false, failure: { kind: 'unknown', detail: 'Jira left the issue out' } };

async function send(
  ports: Ports,
  batch: readonly Wanted[],
  places: Places,
  made: Map<Wanted, Made>,
): Promise<void> {
  const open = batch.filter((one) => {
    const closed = placeOf(places, one).closed;
    if (closed) made.set(one, refusedWith(closed));
    return !closed;
  });
  if (open.length === 0) return;
  const answer = await ports.jira.createIssues(open.map(({ issue }) => issue));
  if (answer.ok)
    open.forEach((one, index) => {
      const created = answer.value[index] ?? leftOut;
      made.set(one, created);
      if (created.ok) placeOf(places, one).made = true;
    });
  else if (answer.failure.kind !== 'refused')
    for (const one of open) made.set(one, { ok: false, failure: answer.failure });
  else if (open.length > 1) for (const half of halves(open)) await send(ports, half, places, made);
  else for (const one of open) refuseAlone(one, answer.failure, places, made);
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
