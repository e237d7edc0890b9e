/** Pushes of the app on their way in. */
import { Webhook } from 'standardwebhooks';
import { EventsBody, type ToldEvent } from '../../../src/contract/outbox';
import { type Answer, text } from '../site/http/answer';
import type { Exchange } from '../site/http/exchange';
import { apply } from './apply-event';
import { answerOf, takesIn } from './behaviour';
import type { HeardEvent, PortalState } from './store';

const mostArrivals = 200;

/** Checks the signature with the library of the Standard Webhooks project, stores each event once, and answers. */
export function receive(state: PortalState, { headers, body }: Exchange, now: number): Answer {
  const signature = verdictOf(state, headers, body);
  const holds = signature === 'holds';
  const events = holds ? EventsBody.parse(JSON.parse(body)).events : [];
  const known = new Set(state.heard);
  const answer = holds ? answerOf(state.behaviour) : text('The signature does not hold.', 401);
  if (holds && takesIn(state.behaviour))
    takeIn(
      state,
      events.filter(({ id }) => !known.has(id)),
    );
  state.arrivals = [
    {
      at: new Date(now).toISOString(),
      webhookId: headers['webhook-id'] ?? '',
      signature,
      answer: String(answer.status),
      events: events.map((event) => heardOf(event, known)),
    },
    ...state.arrivals,
  ].slice(0, mostArrivals);
  return answer;
}

function verdictOf({ access }: PortalState, headers: Readonly<Record<string, string>>, body: string): string {
  if (!access) return 'there is no secret to check it with';
  try {
    new Webhook(access.signing).verify(body, headers);
    return 'holds';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function takeIn(state: PortalState, events: readonly ToldEvent[]): void {
  for (const event of events) {
    state.heard.push(event.id);
    apply(state, event);
  }
}

function heardOf({ n, id, type, finding }: ToldEvent, known: ReadonlySet<string>): HeardEvent {
  return { n, id, type, ...(finding ? { finding: finding.id } : {}), again: known.has(id) };
}
