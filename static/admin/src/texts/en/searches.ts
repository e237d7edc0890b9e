/** The page "Searches". */
export const searches = {
  title: 'Searches',
  intro:
    'Ready searches for the issues of findings. Each opens in the issue search of Jira, where it can be changed, saved as a filter and shared.',
  jql: 'JQL',
  open: (title: string) => `Open in Jira: ${title}`,
  ready: {
    overdue: { title: 'Overdue', body: 'The due date of the finding is over, and the issue is not done.' },
    unassigned: {
      title: 'Critical without an assignee',
      body: 'Critical findings whose issue has no assignee.',
    },
    ending: {
      title: 'Accepted risks that end this month',
      body: 'The risk is accepted until a day of this month; after that the finding is open again.',
    },
    exploited: {
      title: 'Known to be exploited',
      body: 'The portal or scanner says that the vulnerability is exploited in the wild; most severe first.',
    },
  },
  members: {
    title: 'Members of a group',
    body: 'The issues that a finding shares with others of its group.',
    id: 'Id of the finding',
  },
};
