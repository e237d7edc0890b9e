/** A portal that hears: it is sent to, sometimes takes what it is sent without saying so, and asks for itself. */
import { EventsBody, type ToldEvent } from '../../../src/contract/outbox';
import type { Stage } from './stage';
import { untilItWorks } from './until-it-works';

const address = 'https://portal.example.com';

/** `lost`: it takes what it is sent, and its answer never arrives. */
export type Answering = 'well' | 'error' | 'lost';

export interface Hearing {
  begin(): Promise<void>;
  /** From now on; says how it answered before. */
  answer(so: Answering): Answering;
  /** Asks for what comes next; `isLost`: and forgets how far that went. */
  read(isLost: boolean): Promise<void>;
  /** All that was ever told, and what is wrong about its order. */
  all(): Promise<{ readonly events: readonly ToldEvent[]; readonly wrong: string[] }>;
}

export function createHearing(stage: Stage): Hearing {
  const { world } = stage;
  let so: Answering = 'well';
  let next = 0;
  const noticed: string[] = [];
  /** What arrived first under each number. */
  const sent = new Map<number, string>();
  const asked = new Map<number, string>();

  function take(events: readonly ToldEvent[], into: Map<number, string>, how: string): void {
    for (const event of events) {
      const known = into.get(event.n);
      if (known === undefined) {
        if (event.n !== into.size + 1) noticed.push(`event ${String(event.n)} is ${how} out of order`);
        into.set(event.n, event.id);
      } else if (known !== event.id) noticed.push(`event ${String(event.n)} is ${how} under another id`);
    }
  }

  async function page(after: number): Promise<EventsBody | undefined> {
    const { status, json } = await stage.portal().get(`/v1/events?after=${String(after)}`);
    return status === 200 ? EventsBody.parse(json) : undefined;
  }

  return {
    async begin() {
      const connection = stage.portal().key;
      world.host.egress.approve(`portal-${connection}`, address);
      world.host.egress.fetch = ({ init: { body } }) => {
        const { events } = EventsBody.parse(JSON.parse(typeof body === 'string' ? body : ''));
        if (so !== 'error') take(events, sent, 'sent');
        if (so === 'lost') return Promise.reject(new TypeError('fetch failed'));
        return Promise.resolve(new Response(null, { status: so === 'error' ? 500 : 204 }));
      };
      const comments = { toJira: 'both', fromJira: 'both', between: true } as const;
      const url = `${address}/hook`;
      await untilItWorks(world, () =>
        world.admin('connections.setOutbound', { connection, mode: 'push', url, comments }),
      );
    },
    answer(now) {
      const before = so;
      so = now;
      return before;
    },
    async read(isLost) {
      const body = await page(next);
      if (!body) return;
      take(body.events, asked, 'told');
      if (!isLost) next = body.next;
    },
    async all() {
      const events: ToldEvent[] = [];
      for (let after = 0; ;) {
        const body = await page(after);
        if (!body) return { events, wrong: [...noticed, 'the portal is not answered'] };
        if (body.events.length === 0) break;
        events.push(...body.events);
        after = body.next;
      }
      const wrong = [...noticed];
      if (events.some(({ n }, index) => n !== index + 1)) wrong.push('numbers have gaps');
      if (new Set(events.map(({ id }) => id)).size < events.length) wrong.push('an id is told twice');
      for (const known of [sent, asked])
        if ([...known].some(([n, id]) => events[n - 1]?.id !== id))
          wrong.push('what was told is told otherwise');
      if (sent.size < events.length)
        wrong.push(`${String(events.length - sent.size)} events were never sent`);
      return { events, wrong };
    },
  };
}
