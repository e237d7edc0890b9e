/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Do the main job once in memory, print what happened, and end. */
  readonly once: boolean;
  /** Forget the state of earlier runs. */
  readonly fresh: boolean;
  /** Set nothing up: begin as an admin first meets the app. */
  readonly empty: boolean;
  /** Where the state is kept. */
  readonly folder: string;
  /** 0: any free port, or that of the last run. */
  readonly port: number;
}

const usage = `Usage: npm start -- [--once] [--fresh] [--empty] [--port <number>] [--state <folder>]
  --once    do the main job once on fresh state in memory, print what happened, and end
  --fresh   forget the state of earlier runs
  --empty   set nothing up on fresh state: begin as an admin first meets the app
  --state   keep the state in this folder instead of .sandbox
  --port    listen on this port of localhost`;

/** Reads the command line. `folder` is where the state lies unless it says otherwise. @throws with the usage when it does not fit */
export function readOptions(args: readonly string[], folder: string): StartOptions {
  const rest = [...args];
  const take = (name: string) => {
    const at = rest.indexOf(name);
    return at >= 0 && rest.splice(at, 1).length > 0;
  };
  const once = take('--once');
  const fresh = take('--fresh');
  const empty = take('--empty');
  const valueOf = (name: string) => {
    const at = rest.indexOf(name);
    return at >= 0 ? (rest.splice(at, 2)[1] ?? '') : undefined;
  };
  const port = Number(valueOf('--port') ?? 0);
  const state = valueOf('--state') ?? folder;
  if (state === '' || rest.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(usage);
  return { once, fresh, empty, folder: state, port };
}
