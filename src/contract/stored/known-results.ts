/** What is known of the results of one scope of reports: enough to recognise them, without their texts. */
import { z } from 'zod';

/** Raised whenever the shape changes; `upgradeKnownResults` reads every older one. */
export const knownResultsVersion = 1 as const;

/**
 * What tells one result of a report from the others. Everything that may change between two runs of a tool and leave
 * the finding the same is left out, or serves only to tell results of one rule and place apart.
 */
export const Marks = z.object({
  /** Hashed names and values that the tool itself calls stable, as `name.value`, the most trusted first. */
  prints: z.array(z.string()).optional(),
  rule: z.string(),
  /** Former ids of the rule. */
  oldRules: z.array(z.string()).optional(),
  /** Path, component, package, image, repository: without check-out folder, drive letter, tag and line. */
  place: z.string(),
  /** Hashed texts, the most telling first: each begins with a letter for its kind, and only equal kinds compare. */
  texts: z.array(z.string()).optional(),
  /** Three-digit hashes of some of the words, to find the nearest text. */
  words: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  /** A hash of all that the finding says: equal means that there is nothing to hand on. */
  said: z.string().optional(),
  /** The report itself says that the result is no longer there. */
  gone: z.boolean().optional(),
  /** The report itself says that its finding is not open, because somebody rejected it or accepted the risk. */
  shut: z.boolean().optional(),
});
export type Marks = z.infer<typeof Marks>;

/** A result that some report held, under its finding's id. `goneAt` (ms): a complete report lacked it then. */
export const KnownResult = Marks.omit({ gone: true }).extend({
  id: z.string(),
  goneAt: z.number().int().optional(),
  /** The complete report that waits for an admin's word lacked it. */
  doubted: z.boolean().optional(),
  /** When (ms) a report brought it that did not count as complete, or not yet; since then no other has counted. */
  since: z.number().int().optional(),
  /**
   * The pieces of large reports on their way that named it last, as `run#number`, with spaces between; the number is 0
   * where another report named it meanwhile.
   */
  piece: z.string().optional(),
  /** What older versions wrote: when (ms) a report named it last, while pieces of a large one were on their way. */
  seenAt: z.number().int().optional(),
});
export type KnownResult = z.infer<typeof KnownResult>;

export const KnownResults = z.object({
  v: z.literal(knownResultsVersion),
  results: z.array(KnownResult),
});
export type KnownResults = z.infer<typeof KnownResults>;

/**
 * Reads what this or an older version of the app stored.
 * @throws when it is of no version that was ever stored.
 */
export function upgradeKnownResults(stored: unknown): KnownResults {
  return KnownResults.parse(stored);
}
