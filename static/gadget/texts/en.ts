/** The gadget's words in English, which every other language is measured against. */
export const en = {
  locale: 'en-GB',
  loading: 'Counting findings…',
  failed: 'Jira could not be asked',
  failedBecause: (reason: string) => `Jira said: ${reason}`,
  tryAgain: 'Try again',
  unanswerable:
    'Jira does not answer this gadget’s search for you. It may name something that you cannot see, or that is no longer there.',
  empty: 'Nothing to count yet',
  emptyHelp:
    'Findings come here by themselves once your security portal reports them and Jira has issues for them that you may see.',
  open: 'Open',
  overdue: 'Overdue',
  resolveTime: 'Mean time to resolve',
  days: (days: string) => (days === '1' ? '1 day' : `${days} days`),
  underADay: 'Less than a day',
  noTime: 'None resolved',
  resolvedOf: (count: number, partly: boolean) =>
    partly ? `the newest ${String(count)} resolved in 12 weeks` : `${String(count)} resolved in 12 weeks`,
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' },
  weeksTitle: 'Opened and resolved, by week',
  opened: 'Opened',
  resolved: 'Resolved',
  week: 'Week from',
  severityTitle: 'Open, by severity',
  severityColumn: 'Severity',
  issuesColumn: 'Issues',
  keyTitle: 'Key figures',
  figureColumn: 'Figure',
  asChart: 'Show as chart',
  asTable: 'Show as tables',
  edit: {
    show: 'Count the findings of',
    scope: {
      all: 'Everything I can see',
      project: 'A space',
      product: 'A product',
      jql: 'A JQL search',
    },
    project: 'Space',
    projectPlaceholder: 'Type a part of its name',
    product: 'Product, as the security portal calls it',
    jql: 'JQL',
    jqlHelp: 'Only issues of findings are counted. An order is left out.',
    side: 'Which issues',
    sides: {
      any: 'All issues of findings',
      product: 'Issues of the product team',
      security: 'Issues of the security team',
    },
    sideHelp: 'A finding may have an issue with each team. Choose one team to count each finding once.',
    refresh: 'Refresh',
    byHand: 'Only by hand',
    everyMinutes: (minutes: number) =>
      minutes < 60 ? `Every ${String(minutes)} minutes` : minutes === 60 ? 'Every hour' : 'Every 2 hours',
    save: 'Save',
    chooseProject: 'Choose a space.',
    nameProduct: 'Name the product.',
    productUnseen: 'You can see no issue of this product. Check its name; save again to keep it.',
    jqlWrong: (said: string) => `This search does not work: ${said}`,
    jqlOpen: 'Quotes or brackets are not closed, or the search is empty.',
  },
};

/** Every text of the gadget; each language is complete, or it does not compile. */
export type Texts = typeof en;
