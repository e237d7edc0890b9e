import type { Severity } from '../../contract/finding';
import { defaultSeverity, severityNamed, severityOfScore } from '../reading/severity';
import type { Descriptor, Result } from './log';

/** The severity of a result: from `security-severity` (0–10) where the tool rates, else from the level. */
export function severityOf(result: Result, rule: Descriptor | undefined): Severity {
  const score = securitySeverity(result.properties) ?? securitySeverity(rule?.properties);
  if (score !== undefined) return severityOfScore(score);
  return (
    severityNamed(levelOf(result)) ?? severityNamed(rule?.defaultConfiguration?.level) ?? defaultSeverity
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

const longestNumber = 50;

function securitySeverity(properties: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const value = properties?.['security-severity'];
  const isNumeral = typeof value === 'string' && value.length <= longestNumber && value.trim() !== '';
  const score = isNumeral ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}
