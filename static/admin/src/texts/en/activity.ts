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
    reopened: 'Reopened',
    deleted: 'Deleted',
    rejected: 'False positive',
    accepted: 'Risk accepted',
    takenBack: 'Taken back',
    retestAsked: 'Retest asked for',
    unlinked: 'Unlinked',
    escalated: 'Escalated',
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
    /** `more`: at least so many. */
    findings: (count: number, more = false) =>
      more
        ? `at least ${String(count)} findings wait`
        : count === 1
          ? '1 finding waits'
          : `${String(count)} findings wait`,
    since: 'since',
    retry: 'Retry',
    createNow: 'Create now',
    /** Of what is about no finding. */
    takeOff: 'Take off the list',
    takenOff: 'Taken off the list',
    nothingToRetry: 'nothing can be retried',
    retryAll: 'Retry all',
    /** `more`: others follow in the background. */
    retried: (count: number, more = false) =>
      more
        ? `${String(count)} findings are sent again, the others after them`
        : count === 1
          ? '1 finding is sent again'
          : `${String(count)} findings are sent again`,
    resolve: (findings: number, of: number) => `Resolve ${String(findings)} of ${String(of)} findings`,
    resolveTitle: (findings: number, of: number) => `Resolve ${String(findings)} of ${String(of)} findings?`,
    resolveBody: (tool: string) =>
      `Only if ${tool} really looked at everything: findings that it merely did not see would count as fixed, and their issues would be closed.`,
    resolving: (count: number) =>
      count === 1 ? '1 finding is being resolved' : `${String(count)} findings are being resolved`,
    failed: 'The retry did not work',
    help: 'Nothing is lost: fix the cause, then retry.',
  },
  rivals: {
    choose: 'Choose',
    chooseOne: (key: string) => `Choose ${key}`,
    title: (key: string) => `Choose ${key}?`,
    body: (key: string, finding: string) =>
      `${key} becomes the issue of the finding ${finding} and is kept in step with it. The others are left as they are. This cannot be taken back.`,
    chosen: (key: string, finding: string) => `${key} is the issue of ${finding}`,
    failed: 'The choice did not work',
  },
  waiting: {
    title: 'Waiting',
    /** `more`: at least so many. */
    paused: (name: string, count: number, more = false) =>
      `${name} is paused: its findings are accepted and wait.${
        count === 0
          ? ''
          : more
            ? ` At least ${String(count)} do now.`
            : count === 1
              ? ' 1 does now.'
              : ` ${String(count)} do now.`
      }`,
    resume: 'Resume',
    onTheirWay: (count: number, more = false) =>
      more
        ? count === 0
          ? 'A report is on its way into Jira.'
          : `More than ${String(count)} findings are on their way into Jira.`
        : count === 1
          ? '1 finding is on its way into Jira.'
          : `${String(count)} findings are on their way into Jira.`,
  },
  charts: {
    days: 'Findings in the last 30 days',
    upTo: (when: string) => `What was done up to ${when} is counted; the rest is being counted.`,
    hours: {
      calls: {
        title: 'Calls to Jira in the last 24 hours',
        none: 'The app did not call Jira for findings in the last 24 hours.',
      },
      points: {
        title: 'Jira points in the last 24 hours',
        none: 'The app used no points of Jira’s hourly budget for findings in the last 24 hours.',
      },
    },
    kinds: { created: 'Created', changed: 'Changed', ended: 'Closed or deleted' },
    heldNow: 'Held up now',
    day: 'Day (UTC)',
    hour: 'Hour from',
    calls: 'Jira calls',
    points: 'Points',
    lastDay: 'In 24 hours',
    busiest: 'In the busiest hour',
    lastDays: 'In 30 days',
    nothing: 'nothing changed',
    noDays: 'No finding created, changed or closed an issue in the last 30 days.',
    asTable: 'Show as table',
    asTableOf: (title: string) => `Show as table: ${title}`,
    asChart: 'Show as chart',
    asChartOf: (title: string) => `Show as chart: ${title}`,
    pair: (what: string, value: string) => `${what}: ${value}`,
  },
  tabs: { log: 'Log', charts: 'Charts' },
  log: {
    findings: (count: number) => (count === 1 ? '1 finding' : `${String(count)} findings`),
    /** So many deliveries. */
    quiet: (count: number) => (count === 1 ? 'Nothing changed' : `Nothing changed, ${String(count)} times`),
    /** Of a finding that is held up. */
    tries: (count: number, since: string) => `Tried ${String(count)} times since ${since}.`,
    noMatch: 'Nothing found.',
    searchedTo: (when: string) => `Read back to ${when}.`,
    searchedAll: (when: string) => `That is all since ${when}.`,
    searchFurther: 'Search further',
    showOlder: 'Show older',
  },
  table: {
    caption: 'What was done',
    when: 'When',
    connection: 'Connection',
    done: 'What was done',
    show: (when: string) => `Show the findings of ${when}`,
    hide: (when: string) => `Hide the findings of ${when}`,
    gone: 'Deleted connection',
    receipt: (receipt: string) =>
      `Its findings are told by rows of their own. Receipt for “Look up a receipt”: ${receipt}`,
  },
  report: {
    of: (tool: string, product: string, scope: string | undefined) =>
      `Complete report of ${tool} for ${product}${scope === undefined ? '' : ` (${scope})`}:`,
    resolved: (count: number) =>
      count === 0
        ? 'resolved nothing.'
        : count === 1
          ? 'resolved 1 finding.'
          : `resolved ${String(count)} findings.`,
    confirmed: (count: number) =>
      count === 1
        ? 'resolved 1 finding after somebody confirmed it.'
        : `resolved ${String(count)} findings after somebody confirmed it.`,
  },
  items: {
    finding: 'Finding',
    issues: 'Issues',
    rest: (count: number) => `The first ${String(count)} findings are shown; the counts are complete.`,
  },
  filter: {
    title: 'Filter',
    text: 'Search by title, id or issue key',
    product: 'Product',
    anyProduct: 'Any product',
    outcome: 'What was done',
    any: 'Anything done',
    anyConnection: 'Any connection',
    from: 'From',
    to: 'To',
  },
};
