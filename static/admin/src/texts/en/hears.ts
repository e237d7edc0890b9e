import type { EventType } from '#contract/outbox';

/** The dialog "Portal hears". */
export const hears = {
  title: (name: string) => `What ${name} hears of Jira`,
  menu: 'Portal hears',
  mode: 'How the portal hears what happens in Jira',
  modes: { off: 'Not at all', pull: 'Pull: the portal asks', push: 'Push: the app sends' },
  modeHelp: {
    off: 'Nothing is recorded for it.',
    pull: 'The portal calls GET /v1/events whenever it likes. Events are kept for 30 days.',
    push: 'Each event is sent to an address of the portal, signed, in order, and again until it arrives.',
  },
  about: 'What it hears of',
  abouts: {
    states: 'Where findings stand: in step, skipped, held',
    issues: 'Issues that are linked, unlinked, moved to another space or deleted',
    status: 'What a status in Jira means for the finding',
    edits: 'Edits by people: assignee, priority, due date, labels, summary',
    comments: 'Comments by people',
    decisions: 'Decisions by people: retest, accepted risk, false positive',
    dates: 'Due dates: changed, near, past',
  },
  comments: {
    title: 'Comments',
    toJira: 'Comments of the portal go to',
    fromJira: 'The portal hears comments by people on',
    between: 'Comments by people go between the product and the security issue of a finding',
    tag: 'Word that keeps a comment where it is',
    tagHelp:
      'A comment with it never leaves its issue, like those for a role or group and internal ones of service spaces. Empty: there is no such word.',
    sides: {
      product: 'The product team’s issue',
      security: 'The security team’s issue',
      both: 'Both issues',
      off: 'None',
    },
  },
  url: 'Address of the portal',
  urlHelp: 'An https address. It should answer 2xx once the events are stored there.',
  auth: 'Credentials besides the signature',
  auths: { none: 'None', basic: 'User and password', bearer: 'Token', oauth: 'OAuth client credentials' },
  keepAuth: 'Stored credentials stay as they are until you enter new ones.',
  username: 'User',
  password: 'Password',
  token: 'Token',
  tokenUrl: 'Token address',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  scope: 'Scope (may be empty)',
  save: 'Save',
  saved: (name: string) => `What ${name} hears is saved`,
  notSaved: 'That was not saved',
  secret: 'Signing secret',
  secretOnce: 'This is shown once. The portal checks the signature of each call with it.',
  rotate: 'New signing secret',
  rotatedNow: (name: string) => `${name} has a new signing secret`,
  rotated: (until: string) => `Calls are signed with the old secret too until ${until}.`,
  approveTitle: 'The address is not approved',
  approveBody:
    'Nothing is sent before an administrator lets the app send data there. Atlassian asks for it in a dialog. An approval can be taken back at any time under Connected apps.',
  approve: 'Approve the address',
  approvalFor: (name: string) => `What ${name} hears of Jira`,
  notApproved:
    'The address was not approved. Either the dialog was cancelled, or you may not approve it: then ask an administrator of your Atlassian organisation.',
  delivered: 'Delivered last',
  nothingYet: 'Nothing yet',
  upTo: (n: number) => `up to event ${String(n)}`,
  waiting: 'Waiting',
  events: (count: number) => (count === 1 ? '1 event' : `${String(count)} events`),
  trouble: {
    unapproved: 'The address is not approved, or no longer: nothing is sent until it is.',
    gone: 'The portal answered 410: it wants no more events. It was switched off.',
    failing: 'The portal does not take events just now.',
  },
  answered: (status: number) => {
    if (status === 0) return 'No answer';
    const leadsElsewhere = status >= 300 && status < 400;
    return `Answer ${String(status)}${leadsElsewhere ? ': it leads to another address, which is not followed' : ''}`;
  },
  nextTry: (at: string) => `Next try: ${at}`,
  parked: 'Refused events',
  parkedBody:
    'The portal refuses these while it takes others. Send them again once it is mended, or leave them out.',
  again: 'Send again',
  againOf: (n: number) => `Send event ${String(n)} again`,
  skip: 'Leave out',
  skipOf: (n: number) => `Leave out event ${String(n)}`,
  since: 'Send again everything after event',
  sinceHelp: 'The number of the last event that the portal has. Events are kept for 30 days.',
  sinceDo: 'Send again',
  sentAgain: 'The events are sent again',
  test: 'Send a test event',
  tests: {
    /** `time`: "1.4 seconds". */
    taken: (status: number, time: string) => `The portal took it: answer ${String(status)} after ${time}.`,
    refused: (status: number, time: string) =>
      `The portal did not take it: answer ${String(status)} after ${time}.`,
    silent: (time: string) => `The portal did not answer within ${time}. Is the address right?`,
    unapproved: 'It was not sent: the address is not approved. Approve it above, then test again.',
  },
  request: 'Request',
  response: 'Answer',
  eventOf: (n: number, type: EventType) => `${String(n)} · ${type}`,
};
