/** What a portal asks for to hear of Jira: events, and all of its findings to come back in step. */
import { EventsBody, outboxDays } from '../../../contract/outbox';
import { FindingsAnswer } from '../../../contract/portal-api';
import { listFindings } from '../../../flows/intake/lookup-findings';
import { readEvents } from '../../../flows/tell/read-events';
import { type PortalAnswer, problem } from '../answer';
import { eventsExample, findingsExample } from '../openapi/examples';
import type { Route } from '../route';

const days = String(outboxDays);

/** The outbox after a number. */
export const getEvents: Route = {
  method: 'GET',
  path: '/v1/events',
  summary: 'Ask what happened in Jira',
  description: `Events after a number, oldest first, at most 100. Begin with 0, go on with \`next\`; the same number gives the same events again, each with the same \`id\`. Kept for ${days} days.`,
  texts: { after: 'The number of the last event that you have; 0 at first.' },
  refuses: ['404', '410', '422'],
  answers: { 200: { description: 'Up to 100 events.', schema: EventsBody, example: eventsExample } },
  act: async ({ ports, connection, request }) => {
    const after = numberIn(request.query('after'));
    if (after === undefined)
      return problem(422, 'The number to go on after does not fit.', {
        errors: [{ path: 'after', message: 'must be one whole number, 0 or more' }],
      });
    const read = await readEvents(ports, connection.key, after);
    switch (read.kind) {
      case 'events':
        return { status: 200, body: read.body };
      case 'off':
        return problem(
          404,
          'This connection tells nothing of Jira. An administrator switches it on: Security Findings, Connections, Portal hears.',
        );
      case 'gone':
        return gone(read.last);
    }
  },
};

function numberIn(values: readonly string[]): number | undefined {
  const [value = '0', more] = values;
  const after = /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  return more === undefined ? after : undefined;
}

function gone(last: number): PortalAnswer {
  const detail = `What came after this number is not known any more: events are kept for ${days} days. Read GET /v1/findings to the end, then go on here with after=${String(last)}.`;
  const answer = problem(410, detail);
  return { ...answer, body: { ...(answer.body as object), next: last } };
}

/** State and issues of all findings. */
export const getFindings: Route = {
  method: 'GET',
  path: '/v1/findings',
  summary: 'Ask for all findings',
  description:
    'State and issues of every finding of this connection, a page of up to 100 at a time, to come back in step. Go on with `next` until there is none.',
  texts: { after: 'The `next` of the page before; absent for the first.' },
  refuses: ['422'],
  answers: { 200: { description: 'A page of findings.', schema: FindingsAnswer, example: findingsExample } },
  act: async ({ ports, connection, request }) => {
    const [after, more] = request.query('after');
    const page = more === undefined ? await listFindings(ports, connection.key, after) : undefined;
    if (page) return { status: 200, body: page };
    return problem(422, 'This page is not known any more; begin anew, without `after`.', {
      errors: [{ path: 'after', message: 'must be the `next` of the page before' }],
    });
  },
};
