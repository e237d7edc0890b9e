/** Ready searches by what the app writes on issues; each opens in Jira's own issue search. */
export const searchNames = ['overdue', 'unassigned', 'ending', 'exploited'] as const;
export type SearchName = (typeof searchNames)[number];

/** The JQL of each, by the search aliases of the manifest. */
export const searches: Readonly<Record<SearchName, string>> = {
  overdue: 'findingDue < startOfDay() AND statusCategory != Done ORDER BY findingDue ASC',
  unassigned:
    'findingSeverity = critical AND assignee is EMPTY AND statusCategory != Done ORDER BY created ASC',
  ending:
    'findingAcceptedUntil >= startOfDay() AND findingAcceptedUntil <= endOfMonth() ORDER BY findingAcceptedUntil ASC',
  exploited: 'findingKev = "true" AND statusCategory != Done ORDER BY findingSeverityLevel DESC',
};

/** The issues of the group that a finding (its id) belongs to. A phrase, so that Jira reads no operator in the id. */
export function membersSearch(id: string): string {
  const phrase = id.trim().replace(/["\\]/g, ' ');
  return `findingMembers ~ "\\"${phrase}\\""`;
}

/** The page of Jira's issue search with this JQL, below the site's address. */
export function searchPath(jql: string): string {
  return `/issues/?jql=${encodeURIComponent(jql)}`;
}
