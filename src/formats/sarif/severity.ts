import type { Severity } from '../../contract/finding';
import type { Descriptor, Result } from './log';

const byLevel: Readonly<Record<string, Severity | undefined>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'info',
};

/** The severity of a result: from `security-severity` (0–10) where the tool rates, else from the level. */
export function severityOf(result: Result, rule: Descriptor | undefined): Severity {
  const score = securitySeverity(result.properties) ?? securitySeverity(rule?.properties);
  if (score !== undefined) return fromScore(score);
  return (
    byLevel[levelOf(result) ?? ''] ??
    byLevel[rule?.defaultConfiguration?.level?.toLowerCase() ?? ''] ??
    'medium'
  );
}

/** SARIF demands level "none" beside any kind but "fail", where it says nothing: the rule's level counts there. */
function levelOf({ level, kind = 'fail' }: Result): string | undefined {
  const named = level?.toLowerCase();
  return named === 'none' && kind !== 'fail' ? undefined : named;
}

function fromScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

function securitySeverity(properties: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const value = properties?.['security-severity'];
  const score = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}
