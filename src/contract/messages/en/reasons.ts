import type { reasons as table } from '../reasons';
import type { Sayings } from '../message';
import { statusWord } from '../status-word';
import {
  doingWords,
  fillWords,
  lifecycleWords,
  mistakeWords,
  refWords,
  roleWords,
  severityWords,
  statusWords,
  unprovenWords,
  typeWords,
  kindWords,
} from './terms';

const sendAnew = 'Send the finding without "existing" to get a new issue.';
/** One sentence for all of these: it must not tell which keys exist. */
const notToHave = (key: string) =>
  `${key} cannot be adopted: the space of the team has no such issue, the app may not see it, or it is already taken. ${sendAnew}`;
const otherwise =
  'Correct it in the portal or in Jira, or say under Fields that the field stays empty then, and retry.';
const automation = 'An automation may move it back.';

/** Why a finding is held, skipped or waits, and what is lost. */
export const reasons: Sayings<typeof table> = {
  anotherVersion: 'Another version of the app noted why. A retry tells it anew.',

  busy: 'Another worker is at this finding.',
  overtaken: 'Another worker changed this finding.',
  createUnclear: 'Jira did not say whether it created the issue; it is looked for before another is created.',
  unreadableRecord:
    'This version of the app cannot read what it remembers of the finding. It is kept as it is: install the newest version, then retry.',
  unreadableChunk: ({ reference }) =>
    `This version of the app cannot read a batch of accepted findings (${reference}). It is kept and tried once a day: install the newest version.`,
  unreadableSection: ({ section }) =>
    `This version of the app cannot read the newest settings of the section ${section}. Older ones hold meanwhile.`,
  fixUnreadableSection: 'Install the newest version, or undo the change in Audit, or save the section anew.',
  appFailed: ({ reference }) =>
    `The app itself fails on this finding; the others went on. Please report it with the reference ${reference} and, if you may, what your portal sends for it, at the address under Support in the Marketplace or in SECURITY.md. After an update of the app it can be retried.`,
  createNeverClear: ({ project, detail }) =>
    `Jira does not confirm that it created this issue in ${project}, although it was sent alone several times (${detail}). Look for an automation or a field there that cannot take the finding; the app tries again every hour.`,
  readNeverClear: ({ detail }) =>
    `Jira fails each time the app reads or changes this one issue (${detail}); the others go on. Open or change it in Jira: if that fails too, Atlassian has to mend it. The app tries again every hour.`,
  rateLimited: ({ limit }) => `Jira limits the rate (${limit}).`,
  budgetSpent:
    'Jira’s hourly budget of points is used up for this kind of work; it goes on when the hour turns.',
  assigneeLater: 'Jira has not said yet whose account the assignee’s address is; the assignee follows.',
  unclearAnswer: ({ detail }) => `Jira did not answer clearly: ${detail}`,
  refused: ({ doing, place, said }) => `${doingWords(doing, place)}: Jira says “${said}”`,
  notAllowed: ({ doing, place }) =>
    `${doingWords(doing, place)}: Jira does not allow it to the app. Give the role atlassian-addons-project-access the permission for it; findings go on by themselves then.`,
  spaceArchived: ({ project }) =>
    `The space ${project} is archived, so nothing can be created or changed there. Restore it from the archive, and findings go on by themselves; or choose another one under Team spaces for new findings.`,
  projectGone: ({ project }) =>
    `Jira does not have the space ${project} any more, or the app may not see it. Restore it, let the app in, or choose another one under Team spaces.`,
  typeGone: ({ project }) =>
    `The space ${project} does not have the issue type any more that is chosen for it. Choose another one under Team spaces.`,
  refusedSilently: ({ doing, place, status }) =>
    `${doingWords(doing, place)}: Jira answered ${String(status)}.`,

  namedLater:
    'Jira has not said yet whether it has the people, groups or issues that the finding names; the rest follows.',
  noSuchValue: ({ field, value }) =>
    value === undefined
      ? `${field} names somebody or something that Jira does not have. ${otherwise}`
      : `${field} cannot be “${value}”: Jira has no such value. ${otherwise}`,
  valueMisfit: ({ field, type }) => `What ${field} was given is no ${typeWords[type]}. ${otherwise}`,
  fieldNotOnScreen: ({ field, project }) =>
    `${field} is not on the create screen of the space ${project}, so that it cannot be filled. Put it there, or take its row out under Fields, then retry.`,
  typeNotFilled: ({ field }) =>
    `The app cannot fill ${field}: fields of this type are left to people. Take its row out under Fields, then retry.`,
  templateFails: ({ line, column, said }) =>
    `The text of a field cannot be made: line ${String(line)}, column ${String(column)}: ${mistakeWords(said)}. Correct it under Fields, then retry.`,
  templateStoodIn: ({ template, line, column, said }) =>
    `The template “${template}” fails at this finding, and the built-in one stands in: line ${String(line)}, column ${String(column)}: ${mistakeWords(said)}.`,
  templateFailing: ({ name, role, kind, line, column, said }) =>
    `The template “${name}” fails in the ${roleWords[role]}, last at ${kindWords[kind]}; the built-in one stands in. Line ${String(line)}, column ${String(column)}: ${mistakeWords(said)}.`,
  fixTemplate: 'Correct it under Templates, or take it back to the built-in one.',
  textCut: ({ most }) => `cut to ${String(most)} characters`,
  firstValueOnly: 'the first of several values; the field takes one',
  requiredUnfilled: ({ field, role }) =>
    `${field} is required in the ${roleWords[role]}, and nothing fills it.`,
  fixRequiredUnfilled: ({ where }) =>
    where === 'spaces' ? 'Choose a value under Team spaces.' : 'Give it a value under Fields.',

  commentShown:
    'The space is one of a service desk, and Jira showed a comment of the app to its customers although it was to be internal; the comment was deleted at once. Let the app add internal comments there, then retry.',
  commentsOff: 'No comments of this portal go into Jira; an administrator chooses that under Connections.',
  commentBeforeFinding:
    'The finding that the comment is about still waits its turn, or was not sent yet. The comment waits for it.',
  commentOfUnknown: 'This connection never sent the finding that the comment is about.',
  commentNoIssue: 'The finding has no issue that comments of the portal go to.',

  noSpaceOn: 'No team space is switched on. Switch one on under Team spaces, then retry.',
  spaceIncomplete: ({ role, missing }) =>
    `The ${roleWords[role]} needs ${missing === 'project' ? 'a Jira space' : 'an issue type'}. Choose it under Team spaces, then retry.`,
  fieldRequired: ({ project, field, where }) =>
    `The space ${project} requires ${field}, and nothing fills it. ${fillWords[where](field)}, then retry.`,
  adoptMissing: ({ key }) => notToHave(key),
  adoptElsewhere: ({ key }) => notToHave(key),
  adoptTaken: ({ key, finding }) =>
    `${key} cannot be adopted: it belongs to ${finding === undefined ? 'another finding' : `the finding ${finding}`}. ${sendAnew}`,
  issueHidden: ({ key }) =>
    `Jira does not show ${key} to the app: the app may lack a permission, its space may be in the trash, or it was deleted. The finding waits until that is known, and goes on by itself when ${key} is shown again.`,
  rivalIssues: ({ finding, role, keys }) =>
    `${keys.join(' and ')} each say that they are the issue of the finding ${finding} in the ${roleWords[role]}. Whoever may edit an issue may have written that. Nothing is made or changed there until you choose the right one: look at them, then choose. The others are left as they are; if only one is left in Jira, that one is taken.`,
  movedBack: ({ key, status }) =>
    `Jira took the move but ${key} is in ${status ?? 'an unknown status'}. ${automation}`,
  notMoved: ({ key }) => `Jira took the move but ${key} is still where it was. ${automation}`,
  notDone: ({ key }) => `Jira took the move but ${key} is not done. ${automation}`,
  noWay: ({ from, to }) =>
    `The workflow has no way from ${from} to ${to.join(' or ')}. Add a transition in Jira or choose another status, then retry.`,
  noFittingStatus: ({ lifecycle }) =>
    `No status of the workflow fits a finding that is ${lifecycleWords[lifecycle]}. Choose one under Team spaces, then retry.`,

  noRule: ({ severity, status }) =>
    `No rule makes an issue of a finding of severity ${severityWords[severity]} that is ${statusWord(status, statusWords)}.`,
  ruleCreatesNone: ({ rule }) => `The rule “${rule}” makes no issue of it.`,
  dayFull: ({ rule, perDay }) =>
    `The rule “${rule}” makes issues of ${String(perDay)} ${perDay === 1 ? 'finding' : 'findings'} a day (UTC), and today has had them. The others wait their turn, the most severe first.`,

  reportUnproven: ({ why }) => unprovenWords[why],
  reportFailed: 'The app itself failed on this report. Send it again.',
  newerComplete: 'A newer complete report of its scope came first.',
  newerReport: 'A newer report of its scope came first.',
  partsMissing: ({ missing, of }) => `${String(missing)} of its ${String(of)} parts are still missing.`,
  partsInterrupted: 'Another complete report of its scope came between its parts.',
  reportHeld: ({ product, tool, scope, resolves, of }) =>
    `A complete report of ${tool} for ${product}${scope === undefined ? '' : ` (${scope})`} would resolve ${String(resolves)} of ${String(of)} open findings. None is resolved until an admin confirms it under Activity, or a newer complete report replaces it.`,

  lostProject: ({ name }) => `The space ${name} does not exist any more, or the app may not see it.`,
  lostThing: ({ kind, name }) => `The ${refWords[kind]} ${name} does not exist there any more.`,
  archived: ({ name }) => `The space ${name} is archived: nothing can be created or changed there.`,
  hiddenIssues: ({ name }) =>
    `The app sees none of its issues in the space ${name} any more. They are not taken for deleted.`,
  fixLostProject:
    'Restore it, let the role atlassian-addons-project-access browse it, or choose another space.',
  fixLostThing: ({ kind }) => `Choose another ${refWords[kind]}.`,
  fixArchived:
    'Restore it from the archive, or choose another space. Held findings are kept and can be retried then.',
  fixHiddenIssues:
    'Let the role atlassian-addons-project-access browse the space and see its security levels.',
};
