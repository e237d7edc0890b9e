/**
 * A failure as one line for the log: which door, what kind of error with its code, where in the code, and the ids that
 * help to find what it was about. Never the error's message, and never its arguments: they quote findings, people and
 * secrets.
 */
export function failureLine(
  door: string,
  error: unknown,
  ids: Readonly<Record<string, string>> = {},
): string {
  const about = Object.entries(ids).map(([name, id]) => `${name}=${plain(id)}`);
  return [`${door} failed:`, kindOf(error), ...about, ...framesOf(error).map((frame) => `at ${frame}`)].join(
    ' ',
  );
}

const framesShown = 5;

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number'
    ? `${error.name} (${plain(String(code))})`
    : error.name;
}

/** Function and place of the innermost frames. The message stands first in a stack and may look like anything. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const lines = error.stack.replace(error.message, '').split('\n');
  return lines.flatMap((line) => frame.exec(line)?.[1] ?? []).slice(0, framesShown);
}

const frame = /^ {4}at (?:async )?(?:[\w.<>]+ \()?(?:[^()]*[\\/])?([\w.-]+:\d+:\d+)\)?$/;

/** Ids are the app's own and Jira's: anything else in their place is cut down to what an id may hold. */
function plain(id: string): string {
  return id.replace(/[^\w.:-]/g, '?').slice(0, 100);
}
