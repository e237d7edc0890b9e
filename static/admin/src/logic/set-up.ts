/** How far the set-up is, step by step, by what really happened; nothing is done because somebody looked at a page. */
import type { HeldCause } from '#contract/activity';
import type { ConnectionView } from '#contract/api';
import type { Check } from '#contract/check';
import type { Message } from '#contract/messages/message';
import { type Role, type SettingsDocument, type Spaces, roles } from '#contract/settings';
import type { SetUpOutputs } from '#contract/set-up';
import { missingIn } from './missing';

export const setUpSteps = ['spaces', 'fields', 'connect', 'panel', 'finding'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** `wrong`: somebody has to mend something first; `notes` say what. */
export interface Step {
  readonly state: 'done' | 'open' | 'wrong';
  readonly notes: readonly Message[];
}
export type SetUpState = Readonly<Record<SetUpStep, Step>>;

/** What is known; `tested` is what Jira answered just now, absent while it is asked. */
export interface SetUpKnown {
  readonly connections: readonly Pick<ConnectionView, 'enabled' | 'paused' | 'lastCallAt'>[];
  readonly spaces: Spaces;
  /** What products and rules set for themselves. */
  readonly products?: SettingsDocument['products'];
  readonly rules?: readonly Pick<SettingsDocument['rules'][number], 'then'>[];
  readonly tested?: SetUpOutputs['setUp.test']['spaces'] | undefined;
  readonly setUp: Pick<SetUpOutputs['setUp.get'], 'first' | 'panels'>;
  readonly held: readonly HeldCause[];
}

const done: Step = { state: 'done', notes: [] };
const open: Step = { state: 'open', notes: [] };
const wrong = (notes: readonly Message[]): Step => ({ state: 'wrong', notes });

/** Each step is judged by itself, so that any of them can be done first. */
export function setUpState(known: SetUpKnown): SetUpState {
  return {
    spaces: spacesStep(known),
    fields: fieldsStep(known),
    connect: connectStep(known.connections),
    panel: panelLacking(known).length === 0 && usedRoles(known.spaces).length > 0 ? done : open,
    finding: findingStep(known),
  };
}

/** Findings that no admin can help by mending something: they wait for their turn, or for a word. */
const waitsByDesign = ['dayFull', 'reportHeld'];

/** The causes that somebody has to mend. */
export function heldUp(held: readonly HeldCause[]): HeldCause[] {
  return held.filter(({ reason, findings }) => findings > 0 && !waitsByDesign.includes(reason.code));
}

/** Ids of the projects in use, also by a product or a rule alone, on whose issues Jira does not show the panel yet. */
export function panelLacking({
  spaces,
  products = {},
  rules = [],
  setUp,
}: Pick<SetUpKnown, 'spaces' | 'products' | 'rules' | 'setUp'>): string[] {
  const used = usedRoles(spaces);
  const overrides = [...Object.values(products), ...rules.map(({ then }) => then)];
  const named = overrides.flatMap((one) => used.flatMap((role) => one[role]?.project?.id ?? []));
  const ids = [...used.map((role) => spaces[role].project?.id ?? ''), ...named];
  return [...new Set(ids)].filter((id) => !setUp.panels.includes(id));
}

function usedRoles(spaces: Spaces): Role[] {
  const used = roles.filter((role) => spaces[role].enabled);
  return used.every((role) => missingIn(spaces[role]).length === 0) ? used : [];
}

const aboutRequired = ['aboutRequiredFields', 'aboutRequiredField'];
/** What must be known for sure before anybody may call a space ready. */
const mustBeKnown = ['aboutProject', 'aboutIssueType', 'aboutPermitted'];

function spacesStep({ spaces, tested }: SetUpKnown): Step {
  if (usedRoles(spaces).length === 0 || tested === undefined) return open;
  const checks = tested.flatMap((one) => one.checks).filter((check) => !isOfRequired(check));
  const problems = checks.filter(({ result }) => result === 'problem');
  if (problems.length > 0) return wrong(details(problems));
  const unsure = checks.filter(
    ({ what, result }) => result === 'unverified' && mustBeKnown.includes(what.code),
  );
  return unsure.length > 0 ? { state: 'open', notes: details(unsure) } : done;
}

function fieldsStep({ spaces, tested, held }: SetUpKnown): Step {
  if (usedRoles(spaces).length === 0 || tested === undefined) return open;
  const perSpace = tested.map((one) => one.checks.filter(isOfRequired));
  const problems = perSpace.flat().filter(({ result }) => result === 'problem');
  const waiting = heldUp(held).filter(({ reason }) => reason.code === 'fieldRequired');
  if (problems.length > 0) return wrong(details(problems));
  if (waiting.length > 0) return wrong(waiting.map(({ reason }) => reason));
  return perSpace.every((checks) => checks.length > 0) ? done : open;
}

function connectStep(connections: SetUpKnown['connections']): Step {
  const called = connections.filter(({ lastCallAt }) => lastCallAt !== undefined);
  if (called.some(({ enabled, paused }) => enabled && !paused)) return done;
  const [first] = called;
  if (first === undefined) return open;
  return wrong([{ code: first.enabled ? 'isPaused' : 'isOff' }]);
}

function findingStep({ setUp, held }: SetUpKnown): Step {
  const causes = heldUp(held);
  if (causes.length > 0) return wrong(causes.slice(0, 3).map(({ reason }) => reason));
  return setUp.first ? done : open;
}

function isOfRequired({ what }: Check): boolean {
  return aboutRequired.includes(what.code);
}

function details(checks: readonly Check[]): Message[] {
  return checks.map(({ what, detail }) => detail ?? what);
}
