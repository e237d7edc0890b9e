/** The story of one finding. Braces mark where an issue stands. */
export const story = {
  title: (finding: string) => `Story of ${finding}`,
  failed: 'The story could not be read',
  state: {
    pending: 'On its way',
    synced: 'In step',
    skipped: 'Without an issue',
    held: 'Held up',
    deleted: 'Issues deleted',
    unknown: 'No longer known',
  },
  facts: { product: 'Product', severity: 'Severity', status: 'Status in the portal', state: 'State' },
  issues: {
    title: 'Issues',
    none: 'No issue was created for this finding.',
    adopted: 'Was there before the app',
    gone: 'No longer in Jira',
    hidden: 'Jira does not show you this issue.',
    reading: 'Reading the issue…',
  },
  waiting: {
    title: 'What comes next',
    none: 'Nothing waits. The app acts when the portal or Jira says something new.',
    held: 'Nothing, until what holds the finding up is mended and it is retried.',
    pending: 'The app works the newest report off within minutes.',
    todo: {
      follow: 'The security issue follows the product issue',
      close: 'The issues that are still there are closed',
      reopen: 'The issues are opened again, because the accepted risk ends',
      delete: 'The issues are deleted, unless people worked on them',
      comment: 'A comment says why the issue was moved',
    },
    now: 'within minutes',
    at: (when: string) => `on ${when}`,
  },
  timeline: {
    title: 'What happened',
    none: 'Nothing is told of this finding in the activity that is kept.',
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
