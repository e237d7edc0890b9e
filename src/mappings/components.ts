import { type BuiltIn, idOf } from './mapping';

/** The space's components. */
export const components: BuiltIn = {
  jiraField: () => 'components',
  draft: ({ space }) => {
    const wanted = space.components.flatMap((ref) => (ref.id === undefined ? [] : [ref.id]));
    const ids = [...new Set(wanted)].sort();
    return ids.length > 0 ? { value: ids.map((id) => ({ id })), comparable: ids } : undefined;
  },
  read: (raw) => (Array.isArray(raw) ? raw.map(idOf).sort() : []),
};
