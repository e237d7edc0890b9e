/** Characters of texts that are kept; a text counts a little more than it is long. */
const mostKept = 200_000;
const perText = 50;

/**
 * The same work over texts, done once for each of those that came lately: thousands of results share a message, a link
 * or a place. `work` must answer the same for the same text.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  let room = mostKept;
  return (text) => {
    const found = known.get(text);
    if (found) return found.made;
    const made = work(text);
    room -= text.length + perText;
    if (room < 0) {
      known.clear();
      room = mostKept;
    }
    known.set(text, { made });
    return made;
  };
}
