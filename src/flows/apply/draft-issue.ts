/** What the issue of a finding is to hold, or what stands in the way of knowing that. */
import type { Lifecycle } from '../../contract/finding';
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import type { ReadySpace } from '../../core/settings/spaces';
import type { RoleDecision } from '../../core/sync/decide';
import type { DraftFields } from '../../core/sync/fields';
import type { Found, Lookups } from '../../mappings/lookups';
import type { Mappings } from '../../mappings/mapping';
import { draftFields, mappingsFor } from '../../mappings/mappings-for';
import type { PrepareInput } from './prepare-input';
import { screenKey } from './read-screens';

const askAgainSeconds = 60;

export interface DraftedIssue {
  readonly mappings: Mappings;
  readonly fields: DraftFields;
  /** Jira did not say whether it has all that the fields name: these are left alone, and nothing is created. */
  readonly missing?: Consequence;
}

/** The draft, or why there is none. */
export function draftIssue(
  { role, space }: RoleDecision,
  ready: ReadySpace,
  lifecycle: Lifecycle,
  { finding, group, connection, settings, accountOf, screens, named, templates }: PrepareInput,
): DraftedIssue | { readonly unreadable: Consequence } {
  const screen = screens.get(screenKey(ready));
  if (screen?.ok === false)
    return { unreadable: consequenceOf(screen.failure, 'readingScreen', ready.projectId) };
  const mappings = mappingsFor(settings, space);
  const { lookups, isMissing } = watched(named);
  const fields = draftFields(mappings, {
    finding,
    ...(group && { members: group.members }),
    lifecycle,
    connection,
    role,
    space,
    accountOf,
    lookups,
    templates,
    screen: screen?.value ?? new Map(),
  });
  return { mappings, fields, ...(isMissing() ? { missing: askAgain } : {}) };
}

const askAgain: Consequence = { kind: 'later', after: askAgainSeconds, reason: { code: 'namedLater' } };

/** The lookups, and whether one of them could not be answered. */
function watched(named: Lookups): { lookups: Lookups; isMissing: () => boolean } {
  let missing = false;
  const look = (ask: (name: string) => Found) => (name: string) => {
    const found = ask(name);
    if (found === null) missing = true;
    return found;
  };
  const lookups = { person: look(named.person), group: look(named.group), parent: look(named.parent) };
  return { lookups, isMissing: () => missing };
}
