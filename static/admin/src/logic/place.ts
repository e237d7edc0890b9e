/** Where a link leads within a page: `/spaces/at/product/project` is the page "spaces" and there the project field. */

const mark = 'at';

/** The page of a path, for example `/products/shop`, and the place there, empty where the path names none. */
export function splitPlace(path: string): { readonly page: string; readonly place: readonly string[] } {
  const parts = path.split('/');
  const at = parts.indexOf(mark, 2);
  if (at < 0) return { page: path, place: [] };
  return { page: parts.slice(0, at).join('/'), place: parts.slice(at + 1).map(decodeURIComponent) };
}

/** The path of a place on a page; ids of fields and names go in as they are. */
export function pathTo(page: string, ...place: readonly string[]): string {
  return place.length === 0 ? page : [page, mark, ...place.map(encodeURIComponent)].join('/');
}
