import { readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { dispatch, route, type Handler } from './routes';

/** What its address says that never changes. */
export const FOR_EVER = { 'cache-control': 'max-age=31536000, immutable' };

/**
 * The address of a file for browsers to keep: they see a change of these places, files or folders of files in `appDir`,
 * under a new one. Without it each page would ask for some thirty files again.
 */
export function keptAt(path: string, appDir: string, places: readonly string[]): string {
  const times = places.flatMap((place) => timesAt(join(appDir, place)));
  return `/kept/${Math.max(0, ...times).toString(36)}${path}`;
}

/** The same handler, which answers files at their kept addresses too. */
export function withKept(handle: Handler): Handler {
  const kept = route('GET /kept/:since/*', async (exchange) => {
    const url = new URL(`/${exchange.params['rest'] ?? ''}${exchange.url.search}`, exchange.url);
    const answer = await handle({ ...exchange, url });
    const isFile = 'cache-control' in answer.headers;
    return isFile ? { ...answer, headers: { ...answer.headers, ...FOR_EVER } } : answer;
  });
  return dispatch([kept], handle);
}

function timesAt(path: string): readonly number[] {
  const found = stats(path);
  if (!found?.isDirectory()) return timesOf(found);
  return readdirSync(path).flatMap((name) => {
    const inside = stats(join(path, name));
    return inside?.isFile() === true ? timesOf(inside) : [];
  });
}

function stats(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function timesOf(file: Stats | undefined): readonly number[] {
  return file ? [Math.floor(file.mtimeMs)] : [];
}
