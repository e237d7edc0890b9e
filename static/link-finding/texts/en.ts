/** The words of the action *Link a finding*, in English. */
export const en = {
  intro: 'Choose the finding that this issue is about. The app then keeps both in step.',
  search: 'Search findings',
  searchHelp: 'An exact finding id, or part of the title or CVE of one of the newest findings of this space.',
  searching: 'Looking for findings…',
  none: 'No open finding of this space lacks an issue.',
  nothingFound: 'Nothing found. An older finding is found by its exact id.',
  more: 'There are more. Narrow the search down.',
  findings: 'Findings without an issue here',
  columns: { severity: 'Severity', finding: 'Finding', product: 'Product', choose: 'Choice' },
  choose: 'Choose',
  back: 'Choose another',
  link: (key: string) => `Link ${key}`,
  happens: (key: string) => [
    `${key} becomes this finding's issue here. The app adds its labels, and moves the issue when the finding's status changes. What people wrote in it stays.`,
    'If the finding has or gets an issue in the other team’s space, the two are linked.',
    'Whoever may see this issue sees the finding. If the portal is told what happens in Jira, it hears of this in your name.',
  ],
  linked: (key: string) => `${key} is linked`,
  linkedTo: (title: string) =>
    `It belongs to “${title}” now. In a moment the finding stands in the panel of this issue.`,
  close: 'Close',
  forbidden: 'You need permission to edit this issue and to link issues.',
};
