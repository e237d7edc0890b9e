/** How a detector finds what it masks. */
import type { Detector } from '../../contract/masking';

export interface Pattern {
  readonly name: Detector;
  /**
   * Global. Its last group, where there is one, is the secret; else all of it is. Never crosses a NUL, and its time is
   * linear: what repeats is bounded, and cannot begin again within itself.
   */
  readonly regex: RegExp;
  /** Of a token: what stands for itself. */
  readonly token?: string;
  /** The secret's first part is looked for backwards from a sign that is rarer; it is the only group. */
  readonly isBehind?: true;
  /** Looks at what a pattern cannot tell. Answers false for no secret, or the kind where only the match tells it. */
  readonly judge?: (found: RegExpExecArray) => boolean | Detector;
}

/** A token that is known by how it begins; it stands for itself, not in the middle of a word. */
export function token(name: Detector, ...sources: readonly string[]): Pattern {
  const one = sources.join('|');
  return { name, token: one, regex: standing(one) };
}

/** What any of these tokens looks like: one look for all of them. */
export function anyOf(patterns: readonly Pattern[]): RegExp {
  return standing(patterns.flatMap(({ token: one }) => one ?? []).join('|'));
}

function standing(source: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])(?:${source})(?![A-Za-z0-9])`, 'g');
}

/** A token whose rarest part comes behind its first. */
export function behind(name: Detector, first: string, rest: string): Pattern {
  return {
    name,
    isBehind: true,
    // The rare part first: it is what the engine looks for.
    regex: new RegExp(`${rest}(?![A-Za-z0-9])(?<=(?<![A-Za-z0-9_])(${first})${rest})`, 'g'),
  };
}
