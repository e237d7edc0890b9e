/** What calls answer that bring findings in. */
import { Accepted } from '../../../contract/portal-api';
import { type PortalAnswer, problem } from '../answer';
import { acceptedExample } from '../openapi/examples';

export const accepted = {
  202: {
    description:
      'The valid findings are safe in storage and will be worked off; the others are named. Ask for the receipt to learn what became of them.',
    schema: Accepted,
    example: acceptedExample,
  },
};

const fullRetrySeconds = 300;

/** The answer while too much waits already. */
export function inboxFull(): PortalAnswer {
  return problem(
    429,
    'Too many findings wait to be worked off already; nothing was accepted. Send them again later. An administrator sees under Activity what holds them up.',
    { headers: { 'Retry-After': String(fullRetrySeconds) } },
  );
}
