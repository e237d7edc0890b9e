import { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } from 'ae-cvss-calculator';
import type { FindingInput } from '../../contract/finding';

/** A rating as a tool gives it. */
export interface Rating {
  readonly vector?: string | undefined;
  /** From 0 to 10. */
  readonly score?: number | undefined;
  /** Such as `3.1` or `CVSSv31`, where the vector does not tell by itself. */
  readonly version?: string | undefined;
}

type Cvss = NonNullable<FindingInput['cvss']>;
type Version = '2.0' | '3.0' | '3.1' | '4.0';

/** Version 4 costs half a millisecond a vector. What a report of ten thousand gives beyond has no score. */
const mostCalculated = 500;

const metricsOf: Readonly<Record<Version, readonly string[]>> = {
  '2.0': ['AV', 'AC', 'Au', 'C', 'I', 'A'],
  '3.0': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '3.1': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '4.0': ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'],
};
const newestFirst: readonly Version[] = ['4.0', '3.1', '3.0', '2.0'];

/** Chooses among the ratings of one report's results, and works out the scores of vectors that come without one. */
export class Ratings {
  private readonly scores = new Map<string, number | undefined>();
  private readonly vectors = new Map<string, Vector | undefined>();

  /**
   * The newest version whose vector is whole; of several of one version the first. Without any vector the first score.
   * A vector that lacks metrics, or has others than its version knows, is left out: its score stays.
   */
  best(ratings: readonly Rating[]): Cvss | undefined {
    const vectors = ratings.flatMap((rating) => {
      const read = this.vectorOf(rating);
      return read === undefined ? [] : [{ ...read, score: rating.score }];
    });
    for (const version of newestFirst) {
      for (const one of vectors) {
        if (one.version !== version) continue;
        const score = one.score ?? this.scoreOf(one.vector, version);
        if (score !== undefined || this.scores.size >= mostCalculated)
          return { vector: one.vector, ...(score !== undefined && { score }) };
      }
    }
    const score = ratings.find((rating) => rating.score !== undefined)?.score;
    return score === undefined ? undefined : { score };
  }

  /** Thousands of results share a vector: each is taken apart once. */
  private vectorOf({ vector = '', version = '' }: Rating): Vector | undefined {
    if (vector.length > longestVector) return undefined;
    const key = `${version} ${vector}`;
    if (this.vectors.has(key)) return this.vectors.get(key);
    const read = readVector(vector, version);
    this.vectors.set(key, read);
    return read;
  }

  private scoreOf(vector: string, version: Version): number | undefined {
    if (this.scores.has(vector)) return this.scores.get(vector);
    if (this.scores.size >= mostCalculated) return undefined;
    const score = calculated(vector, version);
    this.scores.set(vector, score);
    return score;
  }
}

const longestVector = 250;
const whole = /^(?:[A-Za-z]{1,3}:[A-Za-z]{1,6})(?:\/[A-Za-z]{1,3}:[A-Za-z]{1,6})*$/;

interface Vector {
  readonly vector: string;
  readonly version: Version;
}

/** A whole vector in its usual form, with the prefix that its version demands. */
function readVector(vector: string, version: string): Vector | undefined {
  const [, prefix, rest = ''] = /^\(?(?:CVSS:(\d\.\d)\/)?([^)]*)\)?$/i.exec(vector.trim()) ?? [];
  const metrics = rest.replace(/\/$/, '');
  if (!whole.test(metrics)) return undefined;
  const named = new Set(metrics.split('/').map((metric) => metric.split(':')[0]));
  const known = newestFirst.find((one) => one === (prefix ?? versionOf(version, named)));
  if (known === undefined || !metricsOf[known].every((metric) => named.has(metric))) return undefined;
  return { vector: known === '2.0' ? metrics : `CVSS:${known}/${metrics}`, version: known };
}

function versionOf(version: string, named: ReadonlySet<string | undefined>): string {
  if (named.has('Au')) return '2.0';
  const [major, minor = '0'] = version.match(/\d/g) ?? [];
  if (major === undefined) return named.has('VC') ? '4.0' : '3.1';
  return `${major}.${minor}`;
}

const calculators = { '2.0': Cvss2, '3.0': Cvss3P0, '3.1': Cvss3P1, '4.0': Cvss4P0 };

function calculated(vector: string, version: Version): number | undefined {
  try {
    const { overall } = new calculators[version](vector).calculateScores();
    return overall >= 0 && overall <= 10 ? overall : undefined;
  } catch {
    // The library throws for a value that the metric does not know: such a vector rates nothing.
    return undefined;
  }
}
