/** The page "Overview". */
export const overview = {
  title: 'Overview',
  intro: 'Findings of your security portal become Jira issues, and both stay in step.',
  setUp: {
    title: 'Set up',
    progress: (done: number, all: number) => `${String(done)} of ${String(all)} done`,
    done: 'Done',
    open: 'To do',
    steps: {
      connect: {
        title: 'Connect a portal',
        body: 'Get an address and a secret, and give them to your security portal or pipeline.',
        action: 'Open connections',
      },
      spaces: {
        title: 'Choose the spaces',
        body: 'Say in which projects the product team and the security team work. The rest is proposed.',
        action: 'Open team spaces',
      },
      statuses: {
        title: 'Map the statuses',
        body: 'Check where issues go when a finding is resolved or rejected.',
        action: 'Open team spaces',
      },
      finding: {
        title: 'Try a finding',
        body: 'See the issues that a finding would become, without writing anything. This is done once your portal has sent its first finding.',
        action: 'Try a finding',
      },
    },
  },
  health: {
    title: 'Settings name things that Jira no longer has',
    fix: 'What to do',
    /** `more`: at least so many. */
    findings: (count: number, more = false) =>
      more
        ? `At least ${String(count)} findings wait`
        : count === 1
          ? '1 finding waits'
          : `${String(count)} findings wait`,
    again: 'Look again',
    open: 'Open team spaces',
  },
  held: {
    title: 'Held up',
    none: 'Nothing is held up.',
    open: 'Open activity',
    more: (count: number) => (count === 1 ? '1 more cause' : `${String(count)} more causes`),
  },
  connections: { title: 'Connections', open: 'Open connections', lastCall: 'Last call' },
  recent: {
    title: 'Latest work',
    none: 'Nothing has happened yet. Findings appear here as soon as a portal sends them.',
    pending: (count: number) => (count === 1 ? '1 batch is waiting' : `${String(count)} batches are waiting`),
    open: 'Open activity',
  },
};
