/** A finding that the app itself cannot digest: the cause that admins see, without a word of the finding. */
import type { Consequence } from '../jira/failure';
import { sha256 } from '../data/hash';

/** What was thrown, or `died`: the process came to no end. `stack` only tells one defect from another. */
export interface AppFailure {
  readonly name: string;
  readonly stack?: string | undefined;
}

/** One cause a defect. The reference names the place in the code, not what the finding says. */
export function appFailed({ name, stack }: AppFailure): Extract<Consequence, { kind: 'held' }> {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const reference = `${name}-${sha256(frames.slice(0, 5).join('\n')).slice(0, 8)}`;
  return { kind: 'held', cause: `${appFailedPrefix}${reference}`, reason: { code: 'appFailed', reference } };
}

const appFailedPrefix = 'app-failed|';

const noFinding = 'no-finding|';

/** A cause that holds up something that is no finding, such as a batch or a report that cannot be read. */
export function ofNoFinding(cause: string): string {
  return `${noFinding}${cause}`;
}

/** Whether a cause holds up something that is no finding: it is shown although no record names it. */
export function isOfNoFinding(cause: string): boolean {
  return cause.startsWith(noFinding);
}

const chunkPrefix = ofNoFinding('chunk|');

/** The entry of a batch that cannot be read. */
export function unreadableChunkCause(id: string): string {
  return `${chunkPrefix}${id}`;
}

/** The batch that an entry is about; undefined: it is about something else. */
export function unreadableChunk(cause: string): string | undefined {
  return cause.startsWith(chunkPrefix) ? cause.slice(chunkPrefix.length) : undefined;
}

/** Whether a cause is the app's own failure: what it holds may kill whoever tries it again. */
export function isAppFailure(cause: string): boolean {
  return cause.startsWith(appFailedPrefix);
}

/** A failure out of whatever was thrown. */
export function failureOf(error: unknown): AppFailure {
  return error instanceof Error ? { name: error.name, stack: error.stack } : { name: 'unknown' };
}
