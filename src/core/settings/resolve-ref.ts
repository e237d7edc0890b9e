/** Which thing of this site a reference of an imported document means. */
import type { Ref } from '../../contract/settings';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** `namesakes`: how many things here have the name; it takes exactly one to be sure. */
export type Resolved =
  { readonly ok: true; readonly ref: Required<Ref> } | { readonly ok: false; readonly namesakes: number };

/**
 * On the site that the document comes from ids decide, since names change. Elsewhere an id that happens to exist may
 * be another thing: a name that exists here wins over an id that does not carry it.
 */
export function resolveRef(ref: Ref, here: readonly Named[], sameSite: boolean | undefined): Resolved {
  const byId = here.find(({ id }) => id === ref.id);
  if (byId && (sameSite === true || ref.name === undefined || sameName(byId, ref.name))) return found(byId);
  const byName = here.filter((thing) => sameName(thing, ref.name));
  const exact = byName.filter(({ name }) => name === ref.name);
  const only = exact.length === 1 ? exact : byName;
  if (only.length === 1 && only[0]) return found(only[0]);
  if (only.length === 0 && byId && sameSite === undefined) return found(byId);
  return { ok: false, namesakes: only.length };
}

function found({ id, name }: Named): Resolved {
  return { ok: true, ref: { id, name } };
}

function sameName(thing: Named, name: string | undefined): boolean {
  return thing.name.toLowerCase() === name?.toLowerCase();
}
