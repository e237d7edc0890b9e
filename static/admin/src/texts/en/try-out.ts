/** The page "Try a finding". */
export const tryOut = {
  title: 'Try a finding',
  intro:
    'Paste a finding and see the issues exactly as they would look, and why. Nothing is written, neither in Jira nor in the app.',
  paste: 'Finding or report',
  pasteHelp:
    'One finding, a list like {"findings": […]}, or the report of a scanner: SARIF, CycloneDX, Trivy, Semgrep, Grype, ASFF, OCSF, DefectDojo, GitLab.',
  example: 'Fill in an example',
  connection: 'Connection',
  connectionHelp: 'Shows what would happen to a finding that this portal has sent before.',
  noConnection: 'None: every finding counts as new',
  product: 'Product',
  productHelp: 'A report does not name its product.',
  run: 'Try it',
  trying: 'Working out what would happen…',
  notJson: 'is not JSON',
  tooLarge: 'is too large to try. Paste at most 400,000 characters.',
  failed: 'This could not be tried',
  empty: {
    title: 'Nothing tried yet',
    body: 'Paste a finding or fill in an example. Its issues appear here.',
  },
  which: 'Finding',
  shown: (shown: number, total: number) =>
    total > shown
      ? `${String(total)} findings were pasted; the first ${String(shown)} can be chosen.`
      : `${String(total)} findings were pasted.`,
  rules: {
    taken: (rule: string) => `The rule “${rule}” takes it: what decided`,
    none: 'No rule takes it: what decided',
    verdicts: { takes: 'takes it', no: 'does not match', off: 'off', closed: 'only if it were open' },
    holds: 'Holds',
    fails: 'Does not hold',
    has: (values: string) => `it is ${values}`,
    nothing: 'not given',
  },
  report: {
    readAs: (format: string) => `Read as a report: ${format}`,
    noFindings: 'It holds no findings.',
    asComplete: 'Sent as a complete report:',
    known: (count: number) =>
      count === 1
        ? '1 result is a finding that is known.'
        : `${String(count)} results are findings that are known.`,
    fresh: (count: number) => (count === 1 ? '1 finding is new.' : `${String(count)} findings are new.`),
    resolves: (count: number) =>
      count === 0
        ? 'No finding would be resolved.'
        : count === 1
          ? '1 finding would be resolved:'
          : `${String(count)} findings would be resolved:`,
  },
  skipped: 'This finding becomes no issue',
  stale: 'Nothing would happen',
  staleHelp: 'Something newer is known of this finding already, so this snapshot would be left aside.',
  held: 'This would hold the finding up',
  nothing: (key: string) => `Nothing would happen to ${key}: it is up to date.`,
  noIssue: 'No issue would be made here.',
  adopt: (key: string) => `${key} would become the issue of this finding; the finding names it.`,
  wouldCreate: 'Would be created',
  wouldUpdate: (key: string) => `${key} would be changed`,
  unchanged: 'Unchanged',
  edited: 'Would be edited',
  kept: 'Would stay as people left it',
  moved: 'Would be moved to',
  linked: 'Both issues would be linked to each other.',
  field: 'Field',
  value: 'Value',
  why: 'Why',
  unconfirmed: 'Jira hides this address: the only person whom its search finds is taken',
  leftOut: 'Not on the create screen, so it is left out',
  fields: {
    project: 'Space',
    issueType: 'Issue type',
    summary: 'Summary',
    description: 'Description',
    priority: 'Priority',
    duedate: 'Due date',
    components: 'Components',
    labels: 'Labels',
    assignee: 'Assignee',
    security: 'Security level',
    status: 'First status',
  },
  origins: {
    default: 'Default of the space',
    product: 'Override of the product',
    rule: 'From the rule',
    finding: 'From the finding',
    fixed: 'Fixed value under Fields',
    jira: 'Where the workflow starts',
  },
};
