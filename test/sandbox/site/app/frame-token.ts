import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a frame of the app was opened for. The page cannot change it: the server signed it. */
export interface FrameGrant {
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** Signs and reads the tokens of frames. Tokens of an earlier run are not valid. */
export interface FrameTokens {
  sign(grant: FrameGrant): string;
  /** The grant, or undefined for a token that this run did not sign. */
  read(token: string): FrameGrant | undefined;
}

/** Tokens under a key that only this process knows, so that issue ids come from the server and never from a page. */
export function createFrameTokens(): FrameTokens {
  const key = randomBytes(32);
  const mac = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sign(grant) {
      const text = Buffer.from(JSON.stringify(grant)).toString('base64url');
      return `${text}.${mac(text).toString('base64url')}`;
    },
    read(token) {
      const [text = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = mac(text);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as FrameGrant;
    },
  };
}
