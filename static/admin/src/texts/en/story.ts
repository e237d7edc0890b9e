/** The story of one finding. Braces mark where an issue stands. */
export const story = {
  title: (finding: string) => `Story of ${finding}`,
  failed: 'The story could not be read',
  state: {
    pending: 'On its way',
    synced: 'In step',
    partly: 'One issue is gone',
    skipped: 'Without an issue',
    held: 'Held up',
    deleted: 'Issues deleted',
    unknown: 'No longer known',
  },
  facts: {
    product: 'Product',
    severity: 'Severity',
    status: 'Status in the portal',
    state: 'State',
    assignee: 'Assignee',
  },
  unconfirmed: 'Jira hides the address, so the only person whom its search found was taken.',
  issues: {
    title: 'Issues',
    none: 'No issue was created for this finding.',
    adopted: 'Was there before the app',
    gone: 'No longer in Jira',
    hidden: 'Jira does not show you this issue.',
    reading: 'Reading the issue…',
  },
  group: {
    title: 'Group',
    shares: (issues: string, others: number) =>
      others === 0
        ? `It is the only finding of the group ${issues}.`
        : `It shares ${issues} with ${others === 1 ? '1 other finding' : `${String(others)} others`}.`,
    theIssues: 'its issues',
    and: ' and ',
    members: 'Findings of the group, the worst first',
    reading: 'Reading the group…',
    ungroup: 'Ungroup…',
    askTitle: 'Take the group apart?',
    ask: (findings: number, issues: string) =>
      `${findings === 1 ? 'Its finding gets' : `Each of its ${String(findings)} findings gets`} issues of its own, as the rules say, and so does every finding that comes to this group later. No finding is left in ${issues} then, which moves to done. This cannot be taken back.`,
    confirm: 'Ungroup',
    done: (findings: number) =>
      findings === 1
        ? '1 finding gets issues of its own within minutes.'
        : `${String(findings)} findings get issues of their own within minutes.`,
    failed: 'The group was not taken apart',
  },
  waiting: {
    title: 'What comes next',
    none: 'Nothing waits. The app acts when the portal or Jira says something new.',
    held: 'Nothing, until what holds the finding up is mended and it is retried.',
    pending: 'The app works the newest report off within minutes.',
    todo: {
      link: 'The two issues are linked',
      follow: 'The security issue follows the product issue',
      close: 'The issues that are still there are closed',
      reopen: 'The issues are opened again, because the accepted risk ends',
      delete: 'The issues are deleted, unless people worked on them',
      escalate: 'Its clocks are looked at, and the next step of the escalation is taken',
      comment: 'A comment says why the issue was moved',
      talk: 'Comments of the portal are written',
      apply: 'The issues follow what people decided',
      part: 'What the app put on the unlinked issue is taken off',
      listen: 'What people wrote in Jira is looked at',
      tell: 'The portal hears of it',
      fold: 'The issue of the group is brought up to date',
    },
    now: 'within minutes',
    at: (when: string) => `on ${when}`,
  },
  timeline: {
    title: 'What happened',
    none: 'Nothing is told of this finding in the activity that is kept.',
    by: { portal: 'by the portal', app: 'by the app', person: 'by a person in Jira' },
    reported: (status: string) => `Newest report of the portal: ${status}`,
    created: '{issue} was created',
    done: '{issue} was seen done',
    closed: '{issue} was closed because {because} is done',
    from: (when: string) => `Activity is kept for 30 days: what was done before ${when} is not told here.`,
    bounded: (when: string) =>
      `Much was done: activity was read back to ${when} only. What was done before is not told here.`,
    gaps: 'A batch lists at most 100 findings: in a larger one this finding may be missing.',
  },
};
