/** What the create screen of an issue type takes, against what the space wants to send. */
import type { Check } from '../../contract/api';
import { severities } from '../../contract/finding';
import type { Message } from '../../contract/messages/message';
import type { ScreenPart } from '../../contract/messages/terms';
import { namedAssignee, type Ref, type Space } from '../../contract/settings';
import { demandedFields } from '../settings/demanded';
import { refName } from '../settings/references';
import { whereFilled } from '../settings/where-filled';
import { ok, plain, unreadable, wrong } from './check';
import type { ScreenField, SpaceFacts, TypeFacts } from './facts';

/** All checks of one issue type's create screen. */
export function checkScreen({ space, settings }: SpaceFacts, { screen }: TypeFacts): Check[] {
  if (!screen.ok) return [unreadable({ code: 'aboutCreateScreen' }, screen.failure)];
  const field = (id: string | undefined) => screen.value.find((one) => one.id === id);
  return [
    ...checkRequired(screen.value, space, settings.fields.fixed),
    ...checkComponents(space, field('components')),
    checkPriorities(space, field('priority')),
    ...checkDueDate(space, field(space.dueDateField?.id)),
    ...checkAssignee(space, field('assignee')),
    ...checkLevel(space, field('security')),
  ];
}

type Fixed = Readonly<Record<string, unknown>>;

function checkRequired(screen: readonly ScreenField[], space: Space, fixed: Fixed): Check[] {
  const missing = demandedFields(screen, space, fixed);
  if (missing.length === 0) return [ok({ code: 'aboutRequiredFields' })];
  return missing.map(({ id, name }) =>
    wrong(
      { code: 'aboutRequiredField', field: name },
      { code: 'fieldDemanded', field: name },
      { code: 'fillField', field: name, where: whereFilled(id, space) },
    ),
  );
}

function checkComponents({ components }: Space, field: ScreenField | undefined): Check[] {
  if (components.length === 0) return [];
  const what = { code: 'aboutComponents' } as const;
  if (!field) return [offScreen(what, 'components')];
  const missing = components.filter((ref) => !allows(field, ref));
  if (missing.length === 0) return [ok(what, plain(names(components).join(', ')))];
  return [wrong(what, { code: 'thingsMissing', names: names(missing) }, { code: 'otherComponents' })];
}

function checkPriorities({ priorities }: Space, field: ScreenField | undefined): Check {
  const what = { code: 'aboutPriority' } as const;
  if (!priorities.enabled) return ok(what, { code: 'priorityOff' });
  const mapped = severities.flatMap((severity) => {
    const ref = priorities.map[severity];
    return ref ? [{ severity, ref }] : [];
  });
  if (!field) return ok(what, { code: mapped.length === 0 ? 'noPriorities' : 'noPriorityOnScreen' });
  const foreign = mapped.filter(({ ref }) => !allows(field, ref));
  if (foreign.length > 0)
    return wrong(
      what,
      {
        code: 'foreignPriorities',
        names: names(foreign.map(({ ref }) => ref)),
        severities: foreign.map(({ severity }) => severity),
      },
      { code: 'choosePriorities', names: names(field.allowed) },
    );
  const open = severities.filter((severity) => priorities.map[severity] === undefined);
  return open.length === 0 ? ok(what) : ok(what, { code: 'unmappedSeverities', severities: open });
}

function checkDueDate({ dueDateField }: Space, found: ScreenField | undefined): Check[] {
  if (dueDateField === null) return [];
  const what = { code: 'aboutDueDateField' } as const;
  const field = refName(dueDateField);
  return [
    found
      ? ok(what, plain(field))
      : wrong(what, { code: 'offScreen', field }, { code: 'putOnScreen', field }),
  ];
}

function checkAssignee({ assignee }: Space, field: ScreenField | undefined): Check[] {
  if (!assignee) return [];
  const what = { code: 'aboutAssignee' } as const;
  return [field ? named(what, namedAssignee(assignee) ?? {}) : offScreen(what, 'assignee')];
}

function checkLevel({ securityLevel }: Space, field: ScreenField | undefined): Check[] {
  if (!securityLevel) return [];
  const what = { code: 'aboutSecurityLevel' } as const;
  if (!field) return [offScreen(what, 'securityLevel')];
  if (allows(field, securityLevel)) return [named(what, securityLevel)];
  return [wrong(what, { code: 'levelMissing', name: refName(securityLevel) }, { code: 'otherLevel' })];
}

function named(what: Message, { name }: Ref): Check {
  return ok(what, name === undefined ? undefined : plain(name));
}

function offScreen(what: Message, part: ScreenPart): Check {
  return wrong(what, { code: 'partOffScreen', part }, { code: 'putPartOnScreen', part });
}

function allows(field: ScreenField, ref: Ref): boolean {
  return field.allowed.some(({ id }) => id === ref.id);
}

function names(refs: readonly Ref[]): string[] {
  return refs.map(refName);
}
