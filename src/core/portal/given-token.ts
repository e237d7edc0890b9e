/** An access token that a portal's token address gave (RFC 6749, section 5.1). */
import { z } from 'zod';

const Given = z.object({
  access_token: z.string().min(1).max(8_000),
  expires_in: z.coerce.number().optional(),
});
const fallbackSeconds = 300;
/** It is renewed a little before it ends. */
const earlySeconds = 30;

/** The token and until when (ms) it is used; undefined: the answer holds none. */
export function tokenOf(
  status: number,
  body: string | undefined,
  now: number,
): { token: string; until: number } | undefined {
  const given = status >= 200 && status < 300 ? Given.safeParse(parsed(body)).data : undefined;
  if (!given || /[^\x21-\x7e]/.test(given.access_token)) return undefined;
  const seconds = Math.max(0, (given.expires_in ?? fallbackSeconds) - earlySeconds);
  return { token: given.access_token, until: now + seconds * 1000 };
}

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
