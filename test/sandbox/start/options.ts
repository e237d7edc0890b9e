/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Do the main job once in memory, print what happened, and end. */
  readonly once: boolean;
  /** Forget the state of earlier runs. */
  readonly fresh: boolean;
  /** 0: any free port, or that of the last run. */
  readonly port: number;
}

const usage = `Usage: npm start -- [--once] [--fresh] [--port <number>]
  --once    do the main job once on fresh state in memory, print what happened, and end
  --fresh   forget the state of earlier runs
  --port    listen on this port of localhost`;

/** Reads the command line. @throws with the usage when it does not fit */
export function readOptions(args: readonly string[]): StartOptions {
  const rest = [...args];
  const take = (name: string) => {
    const at = rest.indexOf(name);
    return at >= 0 && rest.splice(at, 1).length > 0;
  };
  const once = take('--once');
  const fresh = take('--fresh');
  const at = rest.indexOf('--port');
  const port = at >= 0 ? Number(rest.splice(at, 2)[1]) : 0;
  if (rest.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage);
  return { once, fresh, port };
}
