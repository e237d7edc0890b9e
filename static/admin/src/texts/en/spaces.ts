/** The page "Team spaces", and the same cards for one product. */
export const spaces = {
  title: 'Team spaces',
  intro:
    'Where issues go. These values hold for every product; a product can override any of them. Changing one changes all products that inherit it.',
  about: {
    product: 'The Jira space where a product team fixes findings.',
    security:
      'The Jira space where the security team follows findings. Its issue closes when the product issue is done.',
  },
  switch: {
    product: 'Create issues in the product team space',
    security: 'Create issues in the security team space',
  },
  offNote: 'Switched off. Findings create no issue here.',
  freshNote: 'Switched off. Findings create no issue here until you choose where.',
  chooseFirst: 'Choose the space first. Everything else is then proposed from what that space has.',
  readFailed: (project: string) => `${project} could not be read`,
  noTypes:
    'Jira shows you no issue types of this space. You need the permission "Create issues" in it to set it up here.',
  required: {
    title: 'Required fields',
    missing: (fields: string) =>
      `New issues of this type require ${fields}, and nothing fills that yet. Choose a value for all findings here, or findings wait.`,
    filled: 'Everything that new issues of this type require is filled.',
    /** On the page of a product. */
    below: (fields: string) => `${fields}: under “Fill fields of Jira otherwise”, at the end of this page.`,
    otherwise: 'Fill them from the finding instead',
  },
  goneHelp: 'This no longer exists in Jira. Choose another one; findings wait until then.',
  placeholder: {
    issue: 'Type an issue key, for example WEB-12',
    project: 'Search by name or key',
    person: 'Search by name',
    labels: 'Type a label and press Enter',
    none: 'None',
  },
  help: {
    resolvedStatus: 'Where the issue goes when its finding is resolved.',
    rejectedStatus: 'Where it goes when the finding is rejected, for example as a false positive.',
    dueDateField: "The finding's due date is written here.",
    labels: 'Put on every issue. Labels that people add stay.',
    parent: 'All new issues of this space are put under it, for example under an epic.',
    language: 'Of built-in templates and of what the app itself says on issues.',
    securityLevel: 'Who may see the issues.',
    issueTypeByKind: 'Another issue type for some kinds of findings. Others take the issue type above.',
  },
  assigneeWays: {
    nobody: 'Nobody',
    person: 'A person',
    projectLead: 'The lead of the space',
    componentLead: 'The lead of the component',
    list: 'One of a list',
  },
  assigneeHelp: {
    nobody: 'Whom the finding names gets the issue; others have nobody, or whom Jira chooses.',
    person: 'Used when the finding names nobody.',
    projectLead: 'Used when the finding names nobody; who leads is read from Jira.',
    componentLead:
      'Used when the finding names nobody: who leads the first component of the issue that has a lead.',
    list: 'Used when the finding names nobody: findings are dealt out, each always to the same person.',
  },
  offScreen: {
    parent: 'The create screen of this issue type has no parent.',
    components: 'The create screen of this issue type has no components.',
    securityLevel: 'This space has no security levels that you may set.',
    assignee: 'The create screen of this issue type has no assignee.',
    dueDateField: 'The create screen of this issue type has no date field.',
  },
  foreign: {
    title: 'Values of another space',
    noProject: 'the team space',
    lacking: (fields: string, project: string) =>
      `Inherited from ${project}, but not to be found in this space: ${fields}. Findings of this product may wait until that is overridden.`,
    propose: 'Propose what fits this space',
    shared: (fields: string, project: string) =>
      `Inherited from ${project}, and this space has them too: ${fields}. They change when the team space changes.`,
  },
  noDueDate: 'No due date',
  more: 'More fields',
  moreHelp: 'Components, due date, labels, assignee, security level, parent, language, issue type by kind',
  like: 'Same as above',
  priorities: {
    title: 'Priority mapping',
    switch: 'Set the priority from the severity',
    offNote: 'The app leaves the priority alone.',
    noPriority: 'This issue type has no priority on its create screen. Nothing is set, and that is no error.',
    severity: 'Severity',
    priority: 'Priority in Jira',
    leave: 'Leave alone',
    of: (severity: string) => `Priority for ${severity}`,
  },
  mapping: {
    title: 'Status mapping',
    intro:
      'Which Jira status an issue takes for each status of the finding. Without a choice an open finding leaves its issue where people put it and reopens a done one; an accepted finding leaves it alone.',
    finding: 'Finding status',
    jira: 'Jira statuses, in order of preference',
    direction: 'Direction',
    of: (status: string) => `Jira statuses for ${status}`,
    directionOf: (status: string) => `Direction for ${status}`,
    both: 'Both ways',
    to_jira: 'To Jira only',
    to_portal: 'To the portal only',
    byDefault: {
      open: 'Stays, or reopens',
      resolved: (status: string) => `As set above: ${status}`,
      rejected: (status: string) => `As set above: ${status}`,
      accepted: 'Stays',
      anyDone: 'the first done status',
    },
    ambiguous: (status: string, others: string) =>
      `${status} also stands for ${others}. When people move an issue there, the app cannot tell which one is meant. Set the direction of one of them to "To Jira only".`,
    unreachable: (status: string) =>
      `The workflow has no way to ${status}. Add a transition in Jira, or choose another status.`,
  },
  speaks: {
    title: 'What the portal hears',
    sentence: 'When a finding has two issues, the portal hears {speaks}',
    label: 'Whose status the portal hears',
    choices: {
      security: 'what happens to the security issue',
      either: 'what happens to either issue',
      both: 'what both issues say, once they agree',
    },
    help: 'Portals hear of it where that is switched on, in the menu of a connection. Where a finding has one issue, that one counts.',
  },
  resolutions: {
    title: 'What resolutions mean to the portal',
    intro:
      'An issue that is done means "resolved". Where it was closed with one of these resolutions, the portal hears this status instead.',
    resolution: 'Resolution in Jira',
    status: 'Finding status',
    add: 'Add meaning',
    remove: (name: string) => `Remove the meaning of ${name}`,
  },
  own: {
    title: 'Finding statuses of your portal',
    intro: 'Add the names that your portal uses beyond the built-in ones. Each belongs to a lifecycle.',
    none: 'No statuses of your own.',
    name: 'Name in the portal’s calls',
    nameHelp: 'Lower case letters, digits and underscores, for example "in_review".',
    label: 'Name on this page',
    lifecycle: 'Lifecycle',
    add: 'Add status',
    remove: (label: string) => `Remove ${label}`,
    taken: 'is already a status',
  },
  panel: {
    whenSaved: 'Show the finding panel on issues of this space, once saved',
    offer: 'Show the finding panel on issues of this space',
    help: 'The panel tells people on an issue what the finding is. It appears only on issues of the app.',
    busy: 'Jira is adding the panel to the space. This can take a minute.',
    done: 'The panel is shown on the issues of this space.',
    failed: 'The panel could not be added',
    byHand: 'You can also add it on an issue: open the issue, choose "Apps", then "Security finding".',
  },
  origin: {
    default: 'Default',
    product: 'This product',
    override: 'Override',
    overrideOf: (field: string) => `Override ${field}`,
    reset: 'Use the default',
    resetOf: (field: string) => `Use the default for ${field}`,
  },
};
