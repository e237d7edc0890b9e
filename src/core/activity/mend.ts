/** Which place mends a cause. Every reason is decided here: one that never holds a finding up says so. */
import type { Mend, MendInSettings } from '../../contract/mend';
import type { Reason } from '../../contract/messages/message';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { ownValue } from '../data/own-value';
import { ruleOfTurn } from '../sync/turn';

interface Held {
  readonly cause: string;
  readonly reason: Reason;
}
type Code = Reason['code'];
type Way = (held: Held, document: SettingsDocument) => Mend;

/** The place for a cause; undefined: its reason never holds a finding up. */
export function mendOf(held: Held, document: SettingsDocument): Mend | undefined {
  const way = ways[held.reason.code];
  return way === 'holdsNothing' ? undefined : way(held, document);
}

const here: Way = () => ({ at: 'here' });
const apps: Way = () => ({ at: 'apps' });
/** Causes are texts with bars: what they are about, then where. */
const part = ({ cause }: Held, index: number) => cause.split('|')[index] ?? '';
/** `<project>/<issue type>`, or either alone. */
const projectIn = (held: Held) => part(held, 1).split('/')[0] ?? '';

const theIssue: Way = ({ reason }) => ('key' in reason ? { at: 'issue', key: reason.key } : { at: 'here' });

const permissions: Way = (held, document) => {
  const place = 'place' in held.reason ? (held.reason.place ?? '') : '';
  const found = whereIs(place, document) ?? whereIs(projectIn(held), document);
  return found ? { at: 'permissions', project: found.id, name: found.name } : { at: 'spaces' };
};

const theProject: Way = (held, document) => inSpace(projectIn(held), 'project', document);

/** A row of the mapping; where the field is one of the team space and no row fills it, there. */
const theRow: Way = (held, document) => {
  const field = part(held, 2);
  const { place } = whereIs(projectIn(held), document) ?? {};
  if (isOfSpace(field, place, document)) return inSpace(projectIn(held), settingOf(field), document);
  if (place?.product !== undefined || place?.rule !== undefined) return { ...place, field };
  return { ...place, at: 'fields', field };
};

const required: Way = (held, document) => {
  const isOfSpaces = held.reason.code === 'fieldRequired' && held.reason.where === 'spaces';
  if (!isOfSpaces) return theRow(held, document);
  return inSpace(projectIn(held), settingOf(part(held, 2)), document);
};

/** Fields of Jira by the setting of a space that fills them. */
const spaceSettings: ReadonlyMap<string, string> = new Map([
  ['security', 'securityLevel'],
  ['duedate', 'dueDateField'],
  ['priority', 'priorities'],
  ['components', 'components'],
  ['parent', 'parent'],
]);
const settingOf = (field: string) => spaceSettings.get(field) ?? field;

function isOfSpace(
  field: string,
  place: Whereabouts['place'] | undefined,
  { spaces, products, rules }: SettingsDocument,
): boolean {
  // By whom the due date is filled, and who owns it, stands with the fields.
  if (!place || field === 'duedate' || !spaceSettings.has(field)) return false;
  const { role, product = '', rule } = place;
  const own = [
    spaces[role],
    ownValue(products, product)?.[role],
    rules.find(({ id }) => id === rule)?.then[role],
  ];
  return !own.some((space) => space?.mapping?.some((row) => row.field.id === field));
}

const theStatus: Way = (held, document) => {
  const found = whereIs(projectIn(held), document);
  const wanted = part(held, 3).split(',');
  const space = found && document.spaces[found.place.role];
  const isWanted = (ref: { id?: string | undefined } | null | undefined) =>
    ref?.id !== undefined && wanted.includes(ref.id);
  const lifecycle = held.reason.code === 'noFittingStatus' ? held.reason.lifecycle : undefined;
  const field =
    lifecycle === 'resolved' || isWanted(space?.resolvedStatus)
      ? 'resolvedStatus'
      : lifecycle === 'rejected' || isWanted(space?.rejectedStatus)
        ? 'rejectedStatus'
        : 'statuses';
  return inSpace(projectIn(held), field, document);
};

const ofJira: Way = (held, document) => {
  const { reason } = held;
  const place = 'place' in reason ? (reason.place ?? '') : '';
  // What stands after the status are the fields that Jira named.
  const field = part(held, 3);
  if (place === '' && field === '') return { at: 'here' };
  if (reason.code === 'refused' && /^[a-z]+$|^customfield_\d+$/.test(field) && place !== '') {
    const found = whereIs(place, document)?.place;
    if (isOfSpace(field, found, document)) return inSpace(place, settingOf(field), document);
    return { ...found, at: 'fields', field };
  }
  return inSpace(place, 'project', document);
};

const ways: Readonly<Record<Code, Way | 'holdsNothing'>> = {
  anotherVersion: here,
  appFailed: apps,
  unreadableRecord: apps,
  unreadableChunk: apps,
  createNeverClear: theProject,
  readNeverClear: here,
  refused: ofJira,
  refusedSilently: ofJira,
  notAllowed: permissions,
  projectGone: (held, document) => inSpace(part(held, 1), 'project', document),
  spaceArchived: (held, document) => inSpace(part(held, 1), 'project', document),
  typeGone: (held, document) => inSpace(part(held, 1), 'issueType', document),
  noSuchValue: theRow,
  valueMisfit: theRow,
  fieldNotOnScreen: theRow,
  typeNotFilled: theRow,
  templateFails: theRow,
  commentShown: here,
  noSpaceOn: () => ({ at: 'spaces' }),
  spaceIncomplete: ({ reason }) =>
    reason.code === 'spaceIncomplete'
      ? { at: 'spaces', role: reason.role, field: reason.missing }
      : { at: 'spaces' },
  fieldRequired: required,
  adoptMissing: theIssue,
  adoptElsewhere: theIssue,
  adoptTaken: theIssue,
  issueHidden: permissions,
  rivalIssues: here,
  movedBack: theIssue,
  notMoved: theIssue,
  notDone: theIssue,
  noWay: theStatus,
  noFittingStatus: theStatus,
  dayFull: ({ cause }) => ({ at: 'rules', rule: ruleOfTurn(cause) ?? '' }),
  reportHeld: here,

  busy: 'holdsNothing',
  overtaken: 'holdsNothing',
  createUnclear: 'holdsNothing',
  unreadableSection: 'holdsNothing',
  fixUnreadableSection: 'holdsNothing',
  rateLimited: 'holdsNothing',
  budgetSpent: 'holdsNothing',
  assigneeLater: 'holdsNothing',
  templateStoodIn: 'holdsNothing',
  templateFailing: 'holdsNothing',
  fixTemplate: 'holdsNothing',
  unclearAnswer: 'holdsNothing',
  namedLater: 'holdsNothing',
  textCut: 'holdsNothing',
  firstValueOnly: 'holdsNothing',
  requiredUnfilled: 'holdsNothing',
  fixRequiredUnfilled: 'holdsNothing',
  commentsOff: 'holdsNothing',
  commentOfUnknown: 'holdsNothing',
  commentBeforeFinding: 'holdsNothing',
  commentNoIssue: 'holdsNothing',
  noRule: 'holdsNothing',
  ruleCreatesNone: 'holdsNothing',
  reportUnproven: 'holdsNothing',
  reportFailed: 'holdsNothing',
  newerComplete: 'holdsNothing',
  newerReport: 'holdsNothing',
  partsMissing: 'holdsNothing',
  partsInterrupted: 'holdsNothing',
  lostProject: 'holdsNothing',
  lostThing: 'holdsNothing',
  archived: 'holdsNothing',
  hiddenIssues: 'holdsNothing',
  fixLostProject: 'holdsNothing',
  fixLostThing: 'holdsNothing',
  fixArchived: 'holdsNothing',
  fixHiddenIssues: 'holdsNothing',
};

function inSpace(project: string, field: string, document: SettingsDocument): Mend {
  const { place } = whereIs(project, document) ?? {};
  return place ? { ...place, field } : { at: 'spaces' };
}

interface Whereabouts {
  readonly place: MendInSettings & { readonly role: Role };
  readonly id: string;
  readonly name: string;
}

/** Where the settings name a project, by its id or name: as a default, else for a product or a rule. */
function whereIs(project: string, { spaces, products, rules }: SettingsDocument): Whereabouts | undefined {
  const candidates = [
    ...roles.map((role) => ({ role, ref: spaces[role].project, of: {} })),
    ...Object.entries(products).flatMap(([product, own]) =>
      roles.map((role) => ({ role, ref: own[role]?.project, of: { product } })),
    ),
    ...rules.flatMap(({ id, then }) =>
      roles.map((role) => ({ role, ref: then[role]?.project, of: { rule: id } })),
    ),
  ];
  const found = candidates.find(
    ({ ref }) => ref?.id === project || (ref?.name === project && project !== ''),
  );
  if (!found?.ref) return undefined;
  const { id = '', name = '' } = found.ref;
  return { place: { at: 'spaces', role: found.role, ...found.of }, id, name };
}
