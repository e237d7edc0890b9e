import { severities } from '#contract/finding';
import { assigneeChoice, type Space } from '#contract/settings';
import type { ScreenField } from '../jira/types';

/** Jira fills these by itself, or every finding does. */
const alwaysFilled = ['project', 'issuetype', 'reporter', 'summary', 'description', 'labels'];

/** The fields that a create screen demands and that nothing fills for every finding. */
export function demandedFields(
  screen: readonly ScreenField[],
  space: Space,
  fixed: Readonly<Record<string, unknown>>,
): ScreenField[] {
  const filled = new Set([
    ...alwaysFilled,
    ...Object.keys(fixed),
    ...space.mapping.flatMap(({ field, source }) =>
      field.id === undefined || (source.kind === 'fixed' && source.value === null) ? [] : [field.id],
    ),
    ...(space.components.length > 0 ? ['components'] : []),
    ...(space.assignee === null || assigneeChoice(space.assignee)?.from === 'finding' ? [] : ['assignee']),
    ...(space.securityLevel === null ? [] : ['security']),
    ...(space.parent === null ? [] : ['parent']),
    ...(setsEveryPriority(space) ? ['priority'] : []),
  ]);
  return screen.filter(({ id, required, hasDefault }) => required && !hasDefault && !filled.has(id));
}

function setsEveryPriority({ priorities }: Space): boolean {
  return priorities.enabled && severities.every((severity) => priorities.map[severity] !== undefined);
}
