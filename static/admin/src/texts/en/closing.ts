/** The page "Closing": what becomes an issue, closing, reopening, deleting. Braces mark where a control stands. */
export const closing = {
  title: 'Closing and deleting',
  intro: 'What becomes an issue, and what happens when work on it is done.',
  creating: {
    title: 'What becomes an issue',
    lifecycles: 'Create issues for findings that are {lifecycles} when they are first seen,',
    severity: 'with a severity of at least {severity}',
    lifecyclesLabel: 'Lifecycles of findings that become an issue',
    severityLabel: 'Least severity',
    note: 'Findings that are below create nothing. Issues that exist already stay in step either way.',
    nothing: 'No lifecycle is chosen: no finding becomes an issue.',
    several:
      'The first of these rules that matches a finding decides. They were set by a script or an import.',
    none: 'There is no rule: no finding becomes an issue.',
    off: 'off',
  },
  close: {
    title: 'Closing the security issue',
    switch: 'Close the security issue when the product issue is done',
    off: 'The security issue stays open until the finding is resolved or someone closes it.',
    sentence: 'When {when} product issues are done, move the security issue to {status}',
    when: { all: 'all', any: 'any' },
    whenLabel: 'Which product issues must be done',
    statusLabel: 'Status of the closed security issue',
    byDefault: (status: string) => `the status for resolved (${status})`,
    anyDone: 'the first done status in reach',
    noSpace: 'Choose the space of the security team first; its statuses appear here.',
    openSpaces: 'Open team spaces',
    wontDo: 'Leave the security issue open when the product issue is closed as {resolutions}',
    wontDoLabel: 'Resolutions that mean "won\'t do"',
    noResolutions: 'no resolution',
    retest:
      'Wait for a retest: the security issue closes only when the portal says that the finding is resolved',
    comment: 'Say in a comment why the issue was moved',
    reopen: 'Open the security issue again when the product issue is reopened',
  },
  reopening: {
    title: 'When a finding comes back',
    same: 'Open the same issue again, however long it was done',
    fresh: 'Create a new issue when the old one was done for more than {days} days',
    daysLabel: 'Days',
    stillReported: 'Open an issue again that a person closed while the portal goes on reporting its finding',
    stillReportedHint:
      'A comment says why. Until you choose, seven days, and not where the portal hears what happens in Jira. Issues that were closed with a resolution that means "won\'t do" stay closed.',
    stillReportedLabel: 'Days of waiting',
  },
  decisions: {
    title: 'Decisions in Jira',
    hint: 'Whoever may edit the security issue can mark its finding as a false positive, or accept its risk until a date, on the issue itself.',
    sentence: 'A risk is accepted for at most {days} days.',
    label: 'Longest time in days',
  },
  guard: {
    title: 'Complete reports of scanners',
    switch: 'Ask before a complete report resolves a large share of its findings',
    hint: 'Such a report often means that the scanner did not look everywhere. It waits under Activity until somebody confirms it or a newer complete report comes; what it holds is taken all the same.',
    off: 'A complete report resolves everything that it lacks, however much that is.',
    sentence:
      'Ask when it would resolve more than {share} percent of the open findings of its scope, and there are more than {number} of them.',
    shareLabel: 'Share in percent',
    numberLabel: 'Number of open findings',
  },
  deleting: {
    title: 'Deleting',
    switch: 'Delete the issues of rejected findings',
    off: 'Issues of rejected findings go to the status for rejected findings and stay.',
    warningTitle: 'A deleted issue cannot be brought back',
    warning:
      'Its comments, attachments and history are gone too. Usually the status for rejected findings is the better choice.',
    grace: 'Wait {days} days after the rejection, and delete at most {cap} issues an hour.',
    daysLabel: 'Days of grace',
    capLabel: 'Most issues an hour',
    spare: 'Spare issues that people worked on, for example with a comment or an edit',
    gone: 'When the portal deletes a finding, {action} its issues',
    goneLabel: 'What happens to issues whose finding the portal deleted',
    actions: { close: 'close', delete: 'delete', leave: 'leave' },
    confirmTitle: 'Delete issues of rejected findings?',
    confirmBody: 'From the next rejection on, issues are deleted for good after the days of grace.',
    confirm: 'Switch deleting on',
    preview: {
      title: 'What deleting would do now',
      looking: 'Looking at the issues of rejected findings…',
      failed: 'The preview could not be made',
      invalid: 'The preview appears once the days of grace are right.',
      none: 'No rejected finding has an issue: nothing would be deleted.',
      would: (count: number) =>
        count === 0
          ? 'No issue would be deleted now.'
          : count === 1
            ? '1 issue would be deleted.'
            : `${String(count)} issues would be deleted.`,
      hours: (hours: number) => `With this many an hour, it takes about ${String(hours)} hours.`,
      spared: (count: number) => (count === 1 ? '1 issue is spared.' : `${String(count)} issues are spared.`),
      waiting: (count: number) =>
        count === 1 ? '1 issue is not due yet.' : `${String(count)} issues are not due yet.`,
      counting:
        'Where deleting was off when a finding was rejected, its days begin when the portal sends it again. Days that run already keep their end.',
      issue: 'Issue',
      finding: 'Finding',
      fate: 'What happens',
      delete: 'Would be deleted',
      whenSent: 'when the portal sends the finding again',
      isSpared: 'Spared',
      why: { worked_on: 'people worked on it', adopted: 'the app did not create it' },
      later: 'Not due yet',
      until: (when: string) => `not before ${when}`,
      untilSent: (when: string) => `not before ${when}, and only if the portal sends the finding again`,
      rest: (shown: number) => `The first ${String(shown)} issues are shown; the numbers count all.`,
      bounded: (looked: number) =>
        `There are more rejected findings: the numbers are about the first ${String(looked)}.`,
    },
  },
};
