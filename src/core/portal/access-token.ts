/** Access tokens that need no storage: a signed note that names the connection and when it ends. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { sameText } from './signature';

/** The version of the note. */
const head = 'v1.';
const Note = z.object({ connection: z.string(), expiresAt: z.number().int() });
type Note = z.infer<typeof Note>;

/** A token that is good as long as `secret` is one of the connection's secrets, until `expiresAt` (ms). */
export function issueToken(secret: string, note: Note): string {
  const text = `${head}${Buffer.from(JSON.stringify(note)).toString('base64url')}`;
  return `${text}.${macOf(secret, text)}`;
}

/** True when one of the secrets signed this token for this connection and it has not expired. */
export function isTokenOf(
  token: string,
  connection: string,
  secrets: readonly string[],
  now: number,
): boolean {
  const end = token.lastIndexOf('.');
  const [text, mac] = [token.slice(0, end), token.slice(end + 1)];
  const signed = secrets.map((secret) => sameText(mac, macOf(secret, text))).includes(true);
  if (!signed || !text.startsWith(head)) return false;
  const note = Note.parse(JSON.parse(Buffer.from(text.slice(head.length), 'base64url').toString('utf8')));
  return note.connection === connection && note.expiresAt > now;
}

/** The client secret itself signs nothing: a key of its own is derived from it. */
function macOf(secret: string, text: string): string {
  const key = createHmac('sha256', secret).update('access token').digest();
  return createHmac('sha256', key).update(text).digest('base64url');
}
