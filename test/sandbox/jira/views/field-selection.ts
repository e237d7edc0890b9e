/** Which fields an answer carries. */
export interface FieldSelection {
  includes(fieldId: string): boolean;
  /** True when nothing but id and key is asked for. */
  readonly none: boolean;
}

const NOT_NAVIGABLE = new Set(['comment']);

/** Reads a `fields` list; `*all`, `*navigable` and `-field` as documented. An empty list means the fallback. */
export function fieldSelection(names: readonly string[], fallback: readonly string[]): FieldSelection {
  const wanted = names.length === 0 ? fallback : names;
  const only = new Set(wanted.filter((name) => !name.startsWith('-')));
  const without = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const all = only.has('*all') || (only.size === 0 && without.size > 0);
  return {
    none: !all && [...only].every((name) => name === 'id' || name === 'key') && without.size === 0,
    includes(fieldId) {
      if (without.has(fieldId)) return false;
      if (all || only.has(fieldId)) return true;
      return only.has('*navigable') && !NOT_NAVIGABLE.has(fieldId);
    },
  };
}
