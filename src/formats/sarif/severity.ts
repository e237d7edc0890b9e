import type { Severity } from '../../contract/finding';
import { defaultSeverity, severityNamed, severityOfScore } from '../reading/severity';
import type { Descriptor, Result } from './log';

/** The severity of a result: from `security-severity` (0–10) where the tool rates, else from the level, else by the tool's own word. */
export function severityOf(result: Result, rule: Descriptor | undefined): Severity {
  const score = securitySeverity(result.properties) ?? securitySeverity(rule?.properties);
  if (score !== undefined) return severityOfScore(score);
  return (
    severityNamed(levelOf(result)) ??
    severityNamed(rule?.defaultConfiguration?.level) ??
    ownWord(result.properties) ??
    ownWord(rule?.properties) ??
    defaultSeverity
  );
}

/** SARIF demands level "none" beside any kind but "fail", where it says nothing: the rule's level counts there. */
function levelOf({ level, kind = 'fail' }: Result): string | undefined {
  const named = normal(level);
  return named === 'none' && normal(kind) !== 'fail' ? undefined : named;
}

function normal(level: string | undefined): string | undefined {
  return level?.trim().toLowerCase();
}

/** Where tools note a severity for which SARIF has no place. */
const ownNames = ['severity', 'Severity', 'problem.severity'] as const;

function ownWord(properties: Readonly<Record<string, unknown>> | undefined): Severity | undefined {
  for (const name of ownNames) {
    const word = properties?.[name];
    const severity = typeof word === 'string' ? severityNamed(word.slice(0, longestNumber)) : undefined;
    if (severity !== undefined) return severity;
  }
  return undefined;
}

const longestNumber = 50;

function securitySeverity(properties: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const value = properties?.['security-severity'];
  const isNumeral = typeof value === 'string' && value.length <= longestNumber && value.trim() !== '';
  const score = isNumeral ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}
