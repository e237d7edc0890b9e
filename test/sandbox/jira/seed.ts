import type { WorkflowSpec } from './admin/specs';
import type { JiraStandIn } from './site';

/** The people of the seeded site, by what they do there. */
export const PEOPLE = {
  admin: '5b10a0000000000000site0admin',
  developer: '5b10a00000000product0developer',
  engineer: '5b10a0000000security0engineer',
  outsider: '5b10a000000000000000outsider',
} as const;

/** Open → In Review → Fixed → Closed, one step at a time. */
export const STEPWISE_WORKFLOW: WorkflowSpec = {
  name: 'Security workflow',
  statuses: [
    { name: 'Open', category: 'TODO' },
    { name: 'In review', category: 'IN_PROGRESS' },
    { name: 'Fixed', category: 'IN_PROGRESS' },
    { name: 'Closed', category: 'DONE' },
    { name: 'Rejected', category: 'DONE' },
  ],
  transitions: [
    { name: 'Start review', from: ['Open'], to: 'In review' },
    { name: 'Confirm fix', from: ['In review'], to: 'Fixed' },
    { name: 'Close', from: ['Fixed'], to: 'Closed' },
    { name: 'Reject', from: ['Open', 'In review'], to: 'Rejected', resolution: "Won't Do" },
    { name: 'Reopen', from: ['Closed', 'Rejected', 'Fixed'], to: 'Open' },
    { name: 'Note progress', to: null },
  ],
};

/** Closing asks for a resolution on a screen. */
export const RESOLUTION_WORKFLOW: WorkflowSpec = {
  name: 'Payments workflow',
  statuses: [
    { name: 'To Do', category: 'TODO' },
    { name: 'In Progress', category: 'IN_PROGRESS' },
    { name: 'Done', category: 'DONE' },
  ],
  transitions: [
    { name: 'Start', from: ['To Do'], to: 'In Progress' },
    {
      name: 'Finish',
      from: ['To Do', 'In Progress'],
      to: 'Done',
      screen: [{ field: 'resolution', required: true }, { field: 'assignee' }],
      resolution: 'keep',
    },
    { name: 'Reopen', from: ['Done'], to: 'To Do' },
  ],
};

/** `Risk accepted` belongs to the workflow, but nothing leads there. */
export const UNREACHABLE_WORKFLOW: WorkflowSpec = {
  name: 'Operations workflow',
  statuses: [
    { name: 'To Do', category: 'TODO' },
    { name: 'In Progress', category: 'IN_PROGRESS' },
    { name: 'Done', category: 'DONE' },
    { name: 'Risk accepted', category: 'DONE' },
  ],
  transitions: [
    { name: 'Start', from: ['To Do'], to: 'In Progress' },
    { name: 'Finish', from: ['In Progress'], to: 'Done' },
    { name: 'Reopen', from: ['Done', 'Risk accepted'], to: 'To Do' },
  ],
};

/** Fills a new site with people and projects that show each kind of setup. */
export function seedSite(site: JiraStandIn): void {
  addPeople(site);
  for (const group of ['security-champions', 'payment-owners']) site.addGroup(group);
  const { admin, developer, engineer } = PEOPLE;
  const administrators = [admin];
  const everybody = [developer, engineer];
  site.addProject({ key: 'WEB', name: 'Web shop', administrators, members: everybody });
  site.addProject({
    key: 'SEC',
    name: 'Security',
    administrators,
    members: [engineer],
    workflow: STEPWISE_WORKFLOW,
    issueTypes: ['Epic', 'Task', 'Bug', 'Sub-task'],
    securityLevels: [
      { name: 'Security team', roles: ['Administrators', 'Members', 'atlassian-addons-project-access'] },
      { name: 'Leads only', roles: ['Administrators'] },
    ],
  });
  site.addProject({
    key: 'PAY',
    name: 'Payments',
    administrators,
    members: everybody,
    workflow: RESOLUTION_WORKFLOW,
    components: ['Checkout', 'Ledger'],
    versions: ['2026.1', '2026.2'],
    required: ['components'],
    customFields: [
      { name: 'Environment type', kind: 'option', options: ['Production', 'Staging'], required: true },
      { name: 'Remediation notes', kind: 'adf' },
      { name: 'Fix by', kind: 'date' },
      { name: 'Risk score', kind: 'number' },
      {
        name: 'Affected system',
        kind: 'cascading',
        children: { Checkout: ['Basket', 'Payment'], Ledger: ['Booking', 'Export'] },
      },
      { name: 'Data at risk', kind: 'checkboxes', options: ['Card data', 'Personal data', 'Credentials'] },
      { name: 'Exploited', kind: 'radio', options: ['Yes', 'No'] },
      { name: 'Reviewers', kind: 'users' },
      { name: 'Owning group', kind: 'group' },
      { name: 'Informed groups', kind: 'groups' },
      { name: 'Fixed in', kind: 'version' },
      { name: 'Evidence', kind: 'url' },
      { name: 'First seen', kind: 'datetime' },
      { name: 'Weaknesses', kind: 'labels' },
      { name: 'Contact', kind: 'user' },
      { name: 'Place in code', kind: 'string' },
      { name: 'Sprint', kind: 'sprint' },
    ],
  });
  site.addProject({
    key: 'APP',
    name: 'Mobile app',
    style: 'next-gen',
    administrators,
    members: everybody,
    priorities: null,
  });
  site.addProject({
    key: 'OPS',
    name: 'Operations',
    administrators,
    members: everybody,
    workflow: UNREACHABLE_WORKFLOW,
    priorities: ['P1', 'P2', 'P3'],
    defaultPriority: 'P3',
    offCreateScreen: ['issuelinks'],
  });
}

function addPeople(site: JiraStandIn): void {
  site.addUser({
    accountId: PEOPLE.admin,
    displayName: 'Site admin',
    globalPermissions: ['ADMINISTER', 'BULK_CHANGE', 'USER_PICKER', 'CREATE_PROJECT'],
  });
  site.addUser({
    accountId: PEOPLE.developer,
    displayName: 'Product developer',
    globalPermissions: ['BULK_CHANGE', 'USER_PICKER'],
  });
  site.addUser({
    accountId: PEOPLE.engineer,
    displayName: 'Security engineer',
    globalPermissions: ['BULK_CHANGE', 'USER_PICKER'],
  });
  site.addUser({ accountId: PEOPLE.outsider, displayName: 'Outsider', emailVisible: false });
}
