/** The way out to portals, through the platform: it lets out only what an admin of Atlassian approved. */
import { permissions } from '@forge/api';
import { partOf } from '../../core/data/part-of';
import type { Outside, PostAnswer, PostRequest } from '../../flows/ports-outbound';

const patienceMs = 10_000;
const tooLate = `There was no whole answer within ${String(patienceMs / 1000)} seconds.`;
const largestAnswer = 64 * 1024;
/** What an admin is shown of an answer. */
const textShown = 500;
/** The platform allows about a hundred requests a minute. */
const paceMs = 600;
/** What the platform answers in place of an address that nobody approved. */
const blocked = 'REQUEST_EGRESS_ALLOWLIST_ERR';

interface Time {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The way out of one invocation. */
export function createOutside({ now, sleep }: Time): Outside {
  let last = -Infinity;
  return {
    async post(request) {
      await sleep(Math.max(0, last + paceMs - now()));
      last = now();
      const stop = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<PostAnswer>((resolve) => {
        timer = setTimeout(() => {
          stop.abort();
          resolve({ status: 0, text: tooLate });
        }, patienceMs);
      });
      try {
        return await Promise.race([late, send(request, stop.signal)]);
      } finally {
        clearTimeout(timer);
      }
    },
    isApproved: (url) => permissions.canFetchFrom('backend', url),
  };
}

async function send({ url, headers, body }: PostRequest, signal: AbortSignal): Promise<PostAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'manual',
      signal,
    });
    if (answer.status === 403 && answer.headers.get('forge-proxy-error') === blocked) return notApproved();
    const text = await readSome(answer);
    const retryAfter = secondsOf(answer.headers.get('retry-after'));
    return {
      status: answer.status,
      text: text.slice(0, textShown),
      body: text,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  } catch (error) {
    return isBlocked(error) ? notApproved() : { status: 0, text: failureText(error) };
  }
}

/** As much of the answer as is looked at; the rest is not even read. */
async function readSome(answer: Response): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = answer.body;
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (reader && size < largestAnswer) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  await reader?.cancel();
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, largestAnswer));
}

/** Seconds, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const until = Number.isFinite(seconds) ? seconds : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(until) ? Math.max(0, Math.ceil(until)) : undefined;
}

function notApproved(): PostAnswer {
  return {
    status: 0,
    unapproved: true,
    text: 'The address is not approved in the administration of Atlassian.',
  };
}

function isBlocked(error: unknown): boolean {
  return error instanceof Error && (error.name === blocked || error.message.includes(blocked));
}

/** Never the message: it may quote the address with what is in it. */
function failureText(error: unknown): string {
  const code = partOf(partOf(error, 'cause'), 'code');
  return `There was no answer${typeof code === 'string' && /^[A-Z][A-Z_]*$/.test(code) ? ` (${code})` : ''}.`;
}
