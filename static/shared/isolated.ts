const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
/** Letters that run from right to left, and marks that turn text; pages themselves run from left to right. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802-\ud803\ud83a-\ud83b]/;
/** An isolate of its own that a text of others opens or shuts would shut ours. */
const ISOLATES = /[\u2066-\u2069]/g;

/** A text of others so that it reads in its own direction, and turns nothing around it; others stay as they are. */
export function isolated(text: string): string {
  if (!TURNING.test(text)) return text;
  return `${FIRST_STRONG_ISOLATE}${text.replaceAll(ISOLATES, '')}${POP_DIRECTIONAL_ISOLATE}`;
}
