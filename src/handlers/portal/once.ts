/** A signed POST is carried out once: a repeat with the same body gets the first answer again. */
import { sha256 } from '../../core/data/hash';
import type { Ports } from '../../flows/ports';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** A first call that left no answer after this long is gone: a web trigger runs 55 seconds at most. */
const abandonedMs = 60_000;

/** Carries `act` out unless this id was used before. An id whose call failed may be used again. */
export async function once(
  ports: Ports,
  connection: string,
  request: PortalRequest,
  act: () => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const id = request.header('webhook-id') ?? '';
  const fingerprint = sha256(`${request.method} ${request.path}\n${request.body}`);
  const earlier = await ports.replays.claim(connection, id, fingerprint);
  const known = earlier === 'new' ? undefined : answerAgain(earlier, fingerprint, ports.now());
  if (known) return known;
  const answer = await actOrRelease(ports, connection, id, act);
  await keep(ports, connection, id, fingerprint, answer);
  return answer;
}

type Earlier = Exclude<Awaited<ReturnType<Ports['replays']['claim']>>, 'new'>;

/** Undefined: the first call died without an answer, so this one is carried out. */
function answerAgain(earlier: Earlier, fingerprint: string, now: number): PortalAnswer | undefined {
  if (earlier.fingerprint !== fingerprint)
    return problem(
      422,
      'This webhook-id was already used for another call; use a new id for every new message.',
      { errors: [{ path: 'webhook-id', message: 'must be new for another body or path' }] },
    );
  if (earlier.answer) return earlier.answer;
  if (now - earlier.at >= abandonedMs) return undefined;
  return problem(
    503,
    'The first call with this webhook-id is still being worked on; try again in a moment.',
    { headers: { 'Retry-After': '5' } },
  );
}

async function actOrRelease(
  ports: Ports,
  connection: string,
  id: string,
  act: () => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  try {
    return await act();
  } catch (error) {
    // What failed keeps failing here perhaps, but the first failure is the one to tell.
    await Promise.allSettled([ports.replays.release(connection, id)]);
    throw error;
  }
}

/** The call is carried out by now: that its answer cannot be kept must not make it look refused. */
async function keep(
  ports: Ports,
  connection: string,
  id: string,
  fingerprint: string,
  { status, body }: PortalAnswer,
): Promise<void> {
  try {
    if (status === 429 || status >= 500) await ports.replays.release(connection, id);
    else await ports.replays.keep(connection, id, fingerprint, { status, body });
  } catch (error) {
    console.warn(`An answer was not kept: ${error instanceof Error ? error.name : 'unknown error'}`);
  }
}
