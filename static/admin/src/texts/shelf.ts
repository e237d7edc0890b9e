import type { Section, Sections, Texts } from './sections';

/** The texts of one language, so far as they are there. */
export interface Shelf {
  /** Whoever reads a section that is not there yet waits for it, as for a part that is loaded lazily (Suspense). */
  readonly texts: Texts;
  /** Begins to fetch a section, once; settles when it is there, or could not be had. */
  readonly fetch: (section: Section) => Promise<void>;
}

/** A section on its way, there, or failed for good: as with a part that failed to load, only a new load of the page helps. */
type Place = { readonly fetched: Promise<void>; readonly text?: unknown; readonly error?: unknown };

/** A shelf for a language; `prepare` is done to each section once it is there. */
export function shelf(sections: Sections, prepare: <Of extends object>(section: Of) => Of): Shelf {
  const places = new Map<Section, Place>();
  const place = (section: Section): Place => {
    const known = places.get(section);
    if (known) return known;
    const fetched = sections[section]().then(
      (text) => void places.set(section, { fetched, text: prepare(text) }),
      (error: unknown) => void places.set(section, { fetched, error }),
    );
    const coming = { fetched };
    places.set(section, coming);
    return coming;
  };
  const texts = {};
  for (const section of Object.keys(sections) as Section[])
    Object.defineProperty(texts, section, { enumerable: true, get: () => read(place(section)) });
  return { texts: texts as Texts, fetch: (section) => place(section).fetched };
}

function read(place: Place): unknown {
  if ('text' in place) return place.text;
  throw 'error' in place ? place.error : place.fetched;
}
