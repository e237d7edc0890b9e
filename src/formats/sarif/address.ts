import { webAddress } from '../text';
import { withoutCheckoutFolder } from '../reading/checkout-folders';
import { tidyPath } from '../reading/file-path';
import type { ArtifactLocation, Run } from './log';

/** Where an artifact is: a path (relative where the log allows it), a web address, or a name such as a package URL. */
export interface Address {
  readonly file?: string;
  readonly url?: string;
  readonly component?: string;
}

/** A usual log has one or two. */
const mostRoots = 20;

/** Bases together; no path that a system knows is longer. */
const longestFolder = 500;

type Bases = Run['originalUriBaseIds'];

/** Thousands of results share a file: each address is worked out once. */
const known = new WeakMap<Run, Map<string, Address>>();
const knownRoots = new WeakMap<Run, readonly string[]>();

/** The address of an artifact location; empty when it names nothing. */
export function addressOf(run: Run, location: ArtifactLocation | undefined): Address {
  if (location === undefined) return {};
  const listed = location.index === undefined ? undefined : run.artifacts?.[location.index]?.location;
  // The list of artifacts may hold the relative form of what the result names absolutely.
  const best = [location, listed].find((one) => one?.uri !== undefined && !isAbsolute(one.uri)) ?? location;
  const uri = best.uri ?? listed?.uri;
  return uri === undefined ? {} : knownPlace(uri, best.uriBaseId, run);
}

function knownPlace(uri: string, baseId: string | undefined, run: Run): Address {
  const places = known.get(run) ?? new Map<string, Address>();
  known.set(run, places);
  const key = baseId === undefined ? uri : `${uri}\n${baseId}`;
  const address = places.get(key) ?? (uri.trim() === '' ? {} : place(uri.trim(), baseId, run));
  places.set(key, address);
  return address;
}

function place(uri: string, baseId: string | undefined, run: Run): Address {
  if (isAbsolute(uri)) return absolutePlace(uri, rootsOf(run));
  const { relative, whole } = under(baseId, run.originalUriBaseIds, uri);
  const url = webAddress(whole);
  return { file: tidyPath(decodePercent(relative)), ...(url !== undefined && { url }) };
}

function absolutePlace(uri: string, roots: readonly string[]): Address {
  const url = webAddress(uri);
  if (url !== undefined) return { url };
  const path = localPath(uri);
  return path === undefined ? { component: uri } : { file: relativeTo(roots, path) };
}

/**
 * The address below its base, and the base below its own base, as far as the log tells: `whole` with an absolute
 * base at the end, `relative` without it. A loop of bases ends early.
 */
function under(baseId: string | undefined, bases: Bases, uri: string): { relative: string; whole: string } {
  let relative = uri;
  let next = baseId;
  for (let steps = 0; next !== undefined && steps < 8; steps += 1) {
    const base = bases !== undefined && Object.hasOwn(bases, next) ? bases[next] : undefined;
    if (base?.uri === undefined || base.uri === '') break;
    const folder = base.uri.replace(/\/?$/, '/');
    if (folder.length + relative.length - uri.length > longestFolder) break;
    if (isAbsolute(folder)) return { relative, whole: `${folder}${relative}` };
    relative = `${folder}${relative}`;
    next = base.uriBaseId;
  }
  return { relative, whole: relative };
}

/** The folders that the log itself knows: the bases of its addresses, and where the tool ran. */
function rootsOf(run: Run): readonly string[] {
  const roots = knownRoots.get(run) ?? readRoots(run);
  knownRoots.set(run, roots);
  return roots;
}

/** The longest first. */
function readRoots({ originalUriBaseIds, invocations }: Run): string[] {
  const folders = (invocations ?? []).flatMap((invocation) => invocation?.workingDirectory ?? []);
  return [...Object.values(originalUriBaseIds ?? {}), ...folders]
    .slice(0, mostRoots)
    .flatMap(({ uri }) => (uri === undefined ? [] : [localPath(uri) ?? '']))
    .map((root) => withSmallDrive(root.replace(/\/?$/, '/')))
    .filter((root) => root.length > 1)
    .sort((left, right) => right.length - left.length);
}

function relativeTo(roots: readonly string[], path: string): string {
  const wanted = withSmallDrive(path);
  const root = roots.find((one) => wanted.startsWith(one));
  return root === undefined ? withoutCheckoutFolder(path) : path.slice(root.length);
}

function withSmallDrive(path: string): string {
  return path.replace(/^[A-Z](?=:)/, (drive) => drive.toLowerCase());
}

/** The path of a `file:` address or of an absolute path; undefined for any other scheme. */
function localPath(uri: string): string | undefined {
  if (/^file:/i.test(uri)) {
    const path = decodePercent(uri.replace(/^file:(?:\/\/[^/]*)?/i, ''));
    return tidyPath(path.replace(/^\/(?=[a-z]:)/i, ''));
  }
  return /^(?:[a-z]:)?[\\/]/i.test(uri) ? tidyPath(uri) : undefined;
}

function isAbsolute(uri: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(uri);
}

function decodePercent(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    // A tool that does not encode its addresses may hold a bare %: then the text is already the path.
    if (error instanceof URIError) return uri;
    throw error;
  }
}
