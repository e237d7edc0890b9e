/** A signed POST is carried out once: a repeat with the same body gets the first answer again. */
import { sha256 } from '../../core/hash';
import type { Ports } from '../../flows/ports';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** A first call that left no answer after this long is gone: a web trigger runs 55 seconds at most. */
const abandonedMs = 60_000;

/** Carries `act` out unless this id was used before. Answers of a failing server are not kept. */
export async function once(
  ports: Ports,
  connection: string,
  request: PortalRequest,
  act: () => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const id = request.header('webhook-id') ?? '';
  const fingerprint = sha256(`${request.method} ${request.path}\n${request.body}`);
  const claim = await ports.replays.claim(connection, id, fingerprint);
  if (claim !== 'new') {
    if (claim.fingerprint !== fingerprint)
      return problem(
        422,
        'This webhook-id was already used for another call; use a new id for every new message.',
        {
          errors: [{ path: 'webhook-id', message: 'must be new for another body or path' }],
        },
      );
    if (claim.answer) return claim.answer;
    if (ports.now() - claim.at < abandonedMs)
      return problem(
        503,
        'The first call with this webhook-id is still being worked on; try again in a moment.',
        {
          headers: { 'Retry-After': '5' },
        },
      );
  }
  const answer = await act();
  if (answer.status < 500)
    await ports.replays.keep(connection, id, fingerprint, { status: answer.status, body: answer.body });
  return answer;
}
