/** What the issue of a finding is to hold, or what stands in the way of knowing that. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { SettingsDocument, TemplateMode } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import { ownValue } from '../../core/data/own-value';
import { type ReadySpace, ruleOf } from '../../core/settings/spaces';
import { whichTemplate } from '../../core/settings/which-template';
import type { RoleDecision } from '../../core/sync/decide';
import type { DraftFields } from '../../core/sync/fields';
import { unreadScreen } from '../../core/sync/refusal';
import type { Found, Lookups } from '../../mappings/lookups';
import type { Mappings } from '../../mappings/mapping';
import { draftFields, mappingsFor } from '../../mappings/mappings-for';
import type { ChosenTemplate } from '../../mappings/templates/write-issue';
import type { PrepareInput } from './prepare-input';
import { screenKey } from './read-screens';

const askAgainSeconds = 60;

export interface DraftedIssue {
  readonly mappings: Mappings;
  readonly mode: TemplateMode;
  readonly fields: DraftFields;
  /** Jira did not say whether it has all that the fields name: these are left alone, and nothing is created. */
  readonly missing?: Consequence;
}

/** The draft, or why there is none. */
export function draftIssue(
  { role, space, rule }: RoleDecision,
  ready: ReadySpace,
  lifecycle: Lifecycle,
  { finding, group, connection, settings, accountOf, screens, named, templates }: PrepareInput,
): DraftedIssue | { readonly unreadable: Consequence } {
  const screen = screens.get(screenKey(ready));
  if (screen?.ok === false)
    return { unreadable: unreadScreen(screen.failure, ready.projectId, ready.space.project?.name) };
  const mappings = mappingsFor(settings, space);
  const { lookups, isMissing } = watched(named);
  const template = chosenTemplate(settings, finding, rule);
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
    template,
    screen: screen?.value ?? new Map(),
  });
  return {
    mappings,
    mode: modeOf(mappings, template),
    fields,
    ...(isMissing() ? { missing: askAgain } : {}),
  };
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
  const lookups = {
    person: look(named.person),
    group: look(named.group),
    parent: look(named.parent),
    projectLead: look(named.projectLead),
    componentLead: look(named.componentLead),
  };
  return { lookups, isMissing: () => missing };
}

/** The template of the finding; a built-in one that nobody put over has the mode that the fields say. */
function chosenTemplate(
  { templates, fields, rules }: SettingsDocument,
  finding: Finding,
  rule: string | undefined,
): ChosenTemplate {
  const id = whichTemplate({ templates }, finding, ruleOf({ rules }, rule));
  const own = ownValue(templates, id);
  return own ? { id, mode: own.mode, texts: own } : { id, mode: fields.descriptionMode };
}

/** A description that a row fills is the row's as a whole. */
function modeOf(mappings: Mappings, { mode }: ChosenTemplate): TemplateMode {
  return mappings.get('description')?.row ? 'replace' : mode;
}
