import type { Severity } from '../../contract/finding';

/** The levels of SARIF, then words that tools write and whose meaning is plain. */
const byLevel: ReadonlyMap<string, Severity> = new Map([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
  ['none', 'info'],
  ['critical', 'critical'],
  ['fatal', 'critical'],
  ['blocker', 'critical'],
  ['severe', 'high'],
  ['high', 'high'],
  ['err', 'high'],
  ['important', 'high'],
  ['major', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['warn', 'medium'],
  ['low', 'low'],
  ['minor', 'low'],
  ['info', 'info'],
  ['information', 'info'],
  ['informational', 'info'],
  ['negligible', 'info'],
]);

/** What a tool is taken to mean that rates nothing in words or numbers. */
export const defaultSeverity: Severity = 'medium';

/** The severity that a word names; undefined: none that is known. */
export function severityNamed(word: string | undefined): Severity | undefined {
  return byLevel.get(word?.trim().toLowerCase() ?? '');
}

/** The severity of a score from 0 to 10 by the ranges of CVSS 3 and 4. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

/** The severity by the tool's own word, else by the score, else the default. */
export function severityFrom(word: string | undefined, score: number | undefined): Severity {
  return severityNamed(word) ?? (score === undefined ? defaultSeverity : severityOfScore(score));
}
