/** The page "Overview". */
export const overview = {
  title: 'Overview',
  intro: 'Findings of your security portal become Jira issues, and both stay in step.',
  setUp: {
    title: 'Set up',
    testing: 'Asking Jira…',
    progress: (done: number, all: number) => `${String(done)} of ${String(all)} done`,
    states: { done: 'Done', open: 'To do', wrong: 'Needs you' },
    next: (step: string) => `Next: ${step}`,
    toList: 'Open overview',
    first: 'The first finding has its issues:',
    close: 'Finish set-up',
    closeAnyway: 'Hide this list',
    further: 'Choose which findings become issues',
    notClosed: 'The list stays until a finding has its issues',
    steps: {
      spaces: {
        title: 'Choose the spaces',
        body: 'Say in which spaces the product team and the security team work. The rest is proposed, and Jira is asked whether the app can work there.',
        action: 'Open team spaces',
      },
      fields: {
        title: 'Fill required fields',
        body: 'Fields that Jira requires of new issues need a value, or findings wait.',
        action: 'Fill fields',
      },
      connect: {
        title: 'Connect a portal',
        body: 'Get an address and a secret, and give them to your security portal or pipeline. This is done once it has called.',
        action: 'Open connections',
      },
      panel: {
        title: 'Show the panel',
        body: 'On each issue of a finding, the panel tells people what the finding is and which issue belongs with it.',
        action: 'Show the panel',
      },
      finding: {
        title: 'First finding',
        body: 'This is done once a finding of your portal has its issues in Jira. Until then you can see what a finding would become; nothing is written.',
        action: 'Try a finding',
      },
    },
  },
  gone: {
    title: (name: string) => `The space ${name} is not there`,
    all: 'It touches every product that does not have a space of its own for this.',
    some: (products: string) => `It touches ${products}.`,
    choose: (whose: string) => `Choose another space: ${whose}`,
  },
  health: {
    title: 'Settings that need you',
    fix: 'What to do',
    /** `more`: at least so many. */
    findings: (count: number, more = false) =>
      more
        ? `At least ${String(count)} findings wait`
        : count === 1
          ? '1 finding waits'
          : `${String(count)} findings wait`,
    again: 'Look again',
    open: 'Mend it',
  },
  held: {
    title: 'Held up',
    none: 'Nothing is held up.',
    open: 'Open activity',
    more: (count: number) => (count === 1 ? '1 more cause' : `${String(count)} more causes`),
  },
  connections: {
    title: 'Connections',
    open: 'Open connections',
    lastCall: 'Last call',
    silent: (days: number) => `No call for ${String(days)} days.`,
    look: 'What to do',
  },
  recent: {
    title: 'Latest work',
    none: 'Nothing has happened yet. Findings appear here as soon as a portal sends them.',
    open: 'Open activity',
  },
};
