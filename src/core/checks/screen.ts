/** What the create screen of an issue type takes, against what the space wants to send. */
import type { Check } from '../../contract/api';
import { severities } from '../../contract/finding';
import type { Ref, Space } from '../../contract/settings';
import { ok, unreadable, wrong } from './check';
import type { ScreenField, SpaceFacts, TypeFacts } from './facts';

/** All checks of one issue type's create screen; `suffix` names the type where there are several. */
export function checkScreen(facts: SpaceFacts, type: TypeFacts, suffix: string): Check[] {
  const { screen } = type;
  if (!screen.ok) return [unreadable(`Fields on the create screen${suffix}`, screen.failure)];
  const { space, settings } = facts;
  const field = (id: string) => screen.value.find((one) => one.id === id);
  return [
    ...checkRequired(screen.value, filledFields(space, settings.fields.fixed), suffix),
    ...checkComponents(space, field('components'), suffix),
    checkPriorities(space, field('priority'), suffix),
    ...checkDueDate(space, field(space.dueDateField?.id ?? ''), suffix),
    ...checkAssignee(space, field('assignee'), suffix),
    ...checkLevel(space, field('security'), suffix),
  ];
}

/** Jira fills these by itself, or every finding does. */
const alwaysFilled = ['project', 'issuetype', 'reporter', 'summary', 'description', 'labels'];

function filledFields(space: Space, fixed: Readonly<Record<string, unknown>>): Set<string> {
  const mappedSeverities = severities.every((severity) => space.priorities.map[severity] !== undefined);
  return new Set([
    ...alwaysFilled,
    ...Object.keys(fixed),
    ...(space.components.length > 0 ? ['components'] : []),
    ...(space.assignee ? ['assignee'] : []),
    ...(space.securityLevel ? ['security'] : []),
    ...(space.priorities.enabled && mappedSeverities ? ['priority'] : []),
  ]);
}

function checkRequired(screen: readonly ScreenField[], filled: ReadonlySet<string>, suffix: string): Check[] {
  const missing = screen.filter((field) => field.required && !field.hasDefault && !filled.has(field.id));
  if (missing.length === 0) return [ok(`Required fields${suffix}`)];
  return missing.map(({ name }) =>
    wrong(
      `Required field ${name}${suffix}`,
      `Jira demands ${name} for new issues, and nothing fills it for every finding.`,
      `Give ${name} a fixed value under Fields, or make it optional in Jira.`,
    ),
  );
}

function checkComponents({ components }: Space, field: ScreenField | undefined, suffix: string): Check[] {
  if (components.length === 0) return [];
  const what = `Components${suffix}`;
  if (!field) return [offScreen(what, 'Components are', 'Components')];
  const missing = components.filter((ref) => !allows(field, ref));
  if (missing.length === 0) return [ok(what, names(components))];
  return [
    wrong(
      what,
      `${names(missing)} does not exist in the project.`,
      'Choose other components under Team spaces.',
    ),
  ];
}

function checkPriorities({ priorities }: Space, field: ScreenField | undefined, suffix: string): Check {
  const what = `Priority${suffix}`;
  if (!priorities.enabled) return ok(what, 'Switched off: Jira sets its default.');
  const mapped = severities.flatMap((severity) => {
    const ref = priorities.map[severity];
    return ref ? [{ severity, ref }] : [];
  });
  if (!field)
    return mapped.length === 0
      ? ok(what, 'The project has no priorities; none are sent.')
      : ok(what, 'The project has no priorities on the create screen; those chosen are not sent.');
  const foreign = mapped.filter(({ ref }) => !allows(field, ref));
  if (foreign.length > 0)
    return wrong(
      what,
      `${names(foreign.map(({ ref }) => ref))} (for ${foreign.map(({ severity }) => severity).join(', ')}) does not belong to the project's priority scheme.`,
      `Choose among ${names(field.allowed)} under Team spaces.`,
    );
  const open = severities.filter((severity) => priorities.map[severity] === undefined);
  if (open.length === 0) return ok(what);
  return ok(what, `No priority is chosen for ${open.join(', ')}: Jira sets its default.`);
}

function checkDueDate({ dueDateField }: Space, field: ScreenField | undefined, suffix: string): Check[] {
  if (dueDateField === null) return [];
  const name = dueDateField.name ?? dueDateField.id ?? '';
  const what = `Due date field${suffix}`;
  return [field ? ok(what, name) : offScreen(what, `${name} is`, name)];
}

function checkAssignee({ assignee }: Space, field: ScreenField | undefined, suffix: string): Check[] {
  if (!assignee) return [];
  const what = `Assignee${suffix}`;
  return [field ? ok(what, assignee.name) : offScreen(what, 'Assignee is', 'Assignee')];
}

function checkLevel({ securityLevel }: Space, field: ScreenField | undefined, suffix: string): Check[] {
  if (!securityLevel) return [];
  const what = `Security level${suffix}`;
  if (!field) return [offScreen(what, 'Security level is', 'Security level')];
  if (allows(field, securityLevel)) return [ok(what, securityLevel.name)];
  return [
    wrong(
      what,
      `${names([securityLevel])} does not exist in the project, or the app is not in it.`,
      'Choose another level under Team spaces, or add the role atlassian-addons-project-access to it.',
    ),
  ];
}

function offScreen(what: string, subject: string, name: string): Check {
  return wrong(
    what,
    `${subject} not on the create screen, so new issues come without it.`,
    `Add ${name} to the create screen in Jira, or switch it off under Team spaces.`,
  );
}

function allows(field: ScreenField, ref: Ref): boolean {
  return field.allowed.some(({ id }) => id === ref.id);
}

function names(refs: readonly Ref[]): string {
  return refs.map(({ name, id }) => name ?? id ?? '').join(', ');
}
