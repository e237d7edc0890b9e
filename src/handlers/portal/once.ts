/**
 * A signed id belongs to one call: a signature covers body, id and time, but not the path. A POST is carried out once,
 * and a repeat gets the first answer again; a GET may be repeated.
 */
import { failureLine } from '../../core/data/failure-line';
import { sha256 } from '../../core/data/hash';
import type { Ports } from '../../flows/ports';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** A first call that left no answer after this long is gone: a web trigger runs 55 seconds at most. */
const abandonedMs = 60_000;

/** Carries `act` out unless the id belongs to another call or this one is done. What failed may be sent again. */
export async function once(
  ports: Ports,
  connection: string,
  request: PortalRequest,
  act: () => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const { id, fingerprint } = callOf(request);
  const earlier = await ports.replays.claim(connection, id, fingerprint);
  if (earlier !== 'new' && earlier.fingerprint !== fingerprint) return usedElsewhere();
  if (request.method === 'GET') return act();
  const known = earlier === 'new' ? undefined : answerAgain(earlier, ports.now());
  if (known) return known;
  const answer = await actOrRelease(ports, connection, { id, fingerprint }, act);
  await keep(ports, connection, { id, fingerprint }, answer);
  return answer;
}

/** Notes that the id belongs to this call, which is refused for what it is. */
export async function bind(ports: Ports, connection: string, request: PortalRequest): Promise<void> {
  const { id, fingerprint } = callOf(request);
  await ports.replays.claim(connection, id, fingerprint);
}

interface SignedCall {
  readonly id: string;
  readonly fingerprint: string;
}

function callOf(request: PortalRequest): SignedCall {
  const { method, path, body } = request;
  return { id: request.header('webhook-id') ?? '', fingerprint: sha256(`${method} ${path}\n${body}`) };
}

function usedElsewhere(): PortalAnswer {
  return problem(
    422,
    'This webhook-id was already used for another call; use a new id for every new message.',
    { errors: [{ path: 'webhook-id', message: 'must be new for another body or path' }] },
  );
}

type Earlier = Exclude<Awaited<ReturnType<Ports['replays']['claim']>>, 'new'>;

/** Undefined: the first call died without an answer, so this one is carried out. */
function answerAgain(earlier: Earlier, now: number): PortalAnswer | undefined {
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
  call: SignedCall,
  act: () => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  try {
    return await act();
  } catch (error) {
    // What failed keeps failing here perhaps, but the first failure is the one to tell.
    await Promise.allSettled([ports.replays.release(connection, call.id, call.fingerprint)]);
    throw error;
  }
}

/** The call is carried out by now: that its answer cannot be kept must not make it look refused. */
async function keep(
  ports: Ports,
  connection: string,
  { id, fingerprint }: SignedCall,
  { status, body }: PortalAnswer,
): Promise<void> {
  try {
    if (status === 429 || status >= 500) await ports.replays.release(connection, id, fingerprint);
    else await ports.replays.keep(connection, id, fingerprint, { status, body });
  } catch (error) {
    console.warn(failureLine('keeping an answer', error, { connection }));
  }
}
