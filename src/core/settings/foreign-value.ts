import type { Severity } from '../../contract/finding';
import type { Ref, Space } from '../../contract/settings';
import type { FieldMeta } from '../jira/issue';
import { refName } from './references';

/** A value of a space that a create screen does not list. */
export interface ForeignValue {
  /** Jira's id of the field, its name, and what the settings call the value. */
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

/**
 * The first value of the space itself that Jira would refuse, because the field does not list it: another project's
 * priority, component or security level. A field without a list, or off the screen, says nothing.
 */
export function foreignValue(
  space: Space,
  severity: Severity,
  screen: readonly FieldMeta[],
  isFilledByRow: (field: string) => boolean,
): ForeignValue | undefined {
  const { priorities, components, securityLevel } = space;
  const chosen = new Map<string, readonly (Ref | null | undefined)[]>([
    ['priority', priorities.enabled ? [priorities.map[severity]] : []],
    ['components', components],
    ['security', [securityLevel]],
  ]);
  for (const { id: field, name, allowed } of screen) {
    if (allowed.length === 0 || isFilledByRow(field)) continue;
    const isListed = (ref: Ref) => allowed.some(({ id }) => id === ref.id);
    const foreign = chosen.get(field)?.find((ref) => ref?.id !== undefined && !isListed(ref));
    if (foreign) return { field, name, value: refName(foreign) };
  }
  return undefined;
}
