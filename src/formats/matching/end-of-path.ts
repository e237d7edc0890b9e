import type { KnownResult, Marks } from '../../contract/stored/known-results';
import { keyText, type Matching, pairBy, pairEqualOrNearest, unlessContradicted } from './pair-by';

/** As many parts of a path, from its end, can prove that only the folder before them moved. */
const mostParts = 8;
const lengths = Array.from({ length: mostParts }, (_, index) => mostParts - index);
const pairGroup = unlessContradicted(pairEqualOrNearest);

/**
 * Recognises paths below another folder than before: the longest common end counts. A result that stayed where it was
 * proves that no folder moved.
 */
export function byEndOfPath(
  matching: Matching,
  all: readonly Marks[],
  known: readonly KnownResult[],
): Matching {
  if (matching.results.length === 0 || matching.known.length === 0) return matching;
  const before = new Set(known.map(({ place }) => place));
  const stayed = all.filter(({ place }) => isPath(place) && before.has(place));
  if (stayed.some(({ place }) => isAbsolute(place))) return matching;
  const whole = stayed.length > 0 ? matching : byWholePath(matching);
  const moved = pairByLength(whole, ofAbsolute, ofAbsolute);
  return stayed.length > 0
    ? moved
    : pairByLength(pairByLength(moved, ofAbsolute, ofOther), ofOther, ofAbsolute);
}

/** A path inside the repository on one side, with the folder of a machine before it on the other. */
function byWholePath(matching: Matching): Matching {
  return pairByLength(pairByLength(matching, endOf, wholeOf), wholeOf, endOf);
}

type EndOf = (place: string, length: number) => string | undefined;

/** The longest ends first. */
function pairByLength(matching: Matching, ofResult: EndOf, ofKnown: EndOf): Matching {
  return lengths.reduce(
    (before, length) =>
      pairBy(
        before,
        pairGroup,
        ({ rule, place }) => keyText(rule, ofResult(place, length)),
        ({ rule, place }) => keyText(rule, ofKnown(place, length)),
      ),
    matching,
  );
}

function ofAbsolute(place: string, length: number): string | undefined {
  return isAbsolute(place) ? endOf(place, length) : undefined;
}

/** Of a path that is none of a machine, a file's name alone proves nothing. */
function ofOther(place: string, length: number): string | undefined {
  return isAbsolute(place) || length < 2 ? undefined : endOf(place, length);
}

function isAbsolute(place: string): boolean {
  return place.startsWith('/');
}

/** Neither nothing nor an address of the web. */
function isPath(place: string): boolean {
  return place !== '' && !place.startsWith('\n') && !/^[a-z][a-z0-9+.-]*:/i.test(place);
}

/** The last parts of a path with what belongs to the place beside it; nothing where it has fewer. */
function endOf(place: string, length: number): string | undefined {
  const { parts, beside } = partsOf(place);
  return parts.length < length ? undefined : [parts.slice(-length).join('/'), ...beside].join('\n');
}

/** A path inside the repository that has just so many parts, with what belongs to the place beside it. */
function wholeOf(place: string, length: number): string | undefined {
  const { parts, beside } = partsOf(place);
  return isAbsolute(place) || parts.length !== length ? undefined : [parts.join('/'), ...beside].join('\n');
}

function partsOf(place: string): { readonly parts: readonly string[]; readonly beside: readonly string[] } {
  if (!isPath(place)) return { parts: [], beside: [] };
  const [path = '', ...beside] = place.split('\n');
  return { parts: path.split('/').slice(isAbsolute(place) ? 1 : 0), beside };
}
