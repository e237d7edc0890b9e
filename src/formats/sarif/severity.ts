import type { Severity } from '../../contract/finding';
import type { Descriptor, Result } from './log';

/** The levels of the standard, then words that tools write in their place and whose meaning is plain. */
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
]);

/** The severity of a result: from `security-severity` (0–10) where the tool rates, else from the level. */
export function severityOf(result: Result, rule: Descriptor | undefined): Severity {
  const score = securitySeverity(result.properties) ?? securitySeverity(rule?.properties);
  if (score !== undefined) return fromScore(score);
  return (
    byLevel.get(levelOf(result) ?? '') ??
    byLevel.get(normal(rule?.defaultConfiguration?.level) ?? '') ??
    'medium'
  );
}

/** SARIF demands level "none" beside any kind but "fail", where it says nothing: the rule's level counts there. */
function levelOf({ level, kind = 'fail' }: Result): string | undefined {
  const named = normal(level);
  return named === 'none' && kind !== 'fail' ? undefined : named;
}

function normal(level: string | undefined): string | undefined {
  return level?.trim().toLowerCase();
}

function fromScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

const longestNumber = 50;

function securitySeverity(properties: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const value = properties?.['security-severity'];
  const isNumeral = typeof value === 'string' && value.length <= longestNumber && value.trim() !== '';
  const score = isNumeral ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}
