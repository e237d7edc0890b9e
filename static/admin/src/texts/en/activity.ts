/** The page "Activity", and the words for outcomes. */
export const activity = {
  title: 'Activity',
  intro: 'What the app did with findings, newest first. Kept for 30 days.',
  empty: {
    title: 'Nothing happened yet',
    body: 'As soon as a portal sends findings, you see here what became of each.',
    action: 'Open connections',
  },
  outcome: {
    created: 'Created',
    adopted: 'Adopted',
    changed: 'Changed',
    moved: 'Moved',
    linked: 'Linked',
    closed: 'Closed',
    deleted: 'Deleted',
    unchanged: 'Unchanged',
    skipped: 'Skipped',
    stale: 'Out of date',
    held: 'Held up',
    waiting: 'Waiting',
  },
  count: (count: number, outcome: string) => `${String(count)} ${outcome.toLowerCase()}`,
  nothingDone: 'Nothing to do',
  held: {
    title: 'Held up',
    findings: (count: number) => (count === 1 ? '1 finding waits' : `${String(count)} findings wait`),
    since: 'since',
    retry: 'Retry',
    retryOf: (reason: string) => `Retry: ${reason}`,
    retryAll: 'Retry all',
    retried: (count: number) =>
      count === 1 ? '1 finding is sent again' : `${String(count)} findings are sent again`,
    failed: 'The retry did not work',
    help: 'Nothing is lost: fix the cause, then retry.',
  },
  pending: (count: number) =>
    count === 1
      ? '1 batch of findings is waiting to be worked off.'
      : `${String(count)} batches of findings are waiting to be worked off.`,
  table: {
    caption: 'What was done',
    when: 'When',
    connection: 'Connection',
    done: 'What was done',
    calls: 'Jira calls',
    details: 'Details',
    show: (when: string) => `Show the findings of ${when}`,
    hide: (when: string) => `Hide the findings of ${when}`,
    gone: 'Deleted connection',
  },
  items: {
    finding: 'Finding',
    product: 'Product',
    outcome: 'Outcome',
    issues: 'Issues',
    reason: 'Why',
    none: 'Every finding was unchanged.',
    rest: (count: number) => `The first ${String(count)} findings are shown; the counts are complete.`,
  },
  filter: {
    text: 'Search in finding, product, issue and reason',
    outcome: 'Outcome',
    any: 'Any outcome',
    noMatch: 'Nothing that is loaded matches. Show more, or change the filter.',
  },
};
