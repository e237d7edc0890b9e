import {
  allOf,
  isFinding,
  isOneOf,
  isOpen,
  isOverdue,
  type severities,
} from '../../../shared/jql/conditions';
import { quoted } from '../../../shared/jql/quoted';
import { textSearch } from '../../../shared/jql/text-search';

export type Severity = (typeof severities)[number];

/** Who is to work on it: anyone, the person who looks, nobody, or somebody by account id. */
export type AssigneeFilter =
  | { readonly who: 'anyone' | 'me' | 'nobody' }
  | { readonly who: 'person'; readonly accountId: string; readonly name: string };

/** What the list is narrowed to. Empty lists and texts ask for nothing. */
export interface Filter {
  readonly text: string;
  readonly severities: readonly Severity[];
  /** Statuses in the portal. */
  readonly statuses: readonly string[];
  readonly tools: readonly string[];
  readonly assignee: AssigneeFilter;
  /** `open`: somebody still has to do something. */
  readonly state: 'any' | 'open' | 'overdue';
}

export const noFilter: Filter = {
  text: '',
  severities: [],
  statuses: [],
  tools: [],
  assignee: { who: 'anyone' },
  state: 'open',
};

/** What the list can be ordered by, with its name in JQL. Jira orders by no text of a property. */
export const orders = {
  key: 'key',
  summary: 'summary',
  severity: 'findingSeverityLevel',
  status: 'status',
  cvss: 'findingCvss',
  due: 'findingDue',
  assignee: 'assignee',
  created: 'created',
  updated: 'updated',
} as const;
export type Order = keyof typeof orders;

export interface Sort {
  readonly by: Order;
  readonly descending: boolean;
}

export const worstFirst: Sort = { by: 'severity', descending: true };

/** The findings of a project (its id) that a filter leaves, without an order. */
export function conditionsOf(project: string, filter: Filter): string {
  return allOf([
    `project = ${quoted(project)}`,
    isFinding,
    textSearch(filter.text),
    isOneOf('findingSeverity', filter.severities),
    isOneOf('findingStatus', filter.statuses),
    isOneOf('findingTool', filter.tools),
    assigneeOf(filter.assignee),
    stateOf(filter.state),
  ]);
}

/** The same, in order; equal ones by key, so that pages never overlap. */
export function inOrder(conditions: string, { by, descending }: Sort): string {
  const direction = descending ? 'DESC' : 'ASC';
  const then = by === 'key' ? '' : ', key DESC';
  return `${conditions} ORDER BY ${orders[by]} ${direction}${then}`;
}

/** Whether anything but the open findings of a project is asked for. */
export function isFiltered(filter: Filter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(noFilter);
}

function assigneeOf(assignee: AssigneeFilter): string | undefined {
  switch (assignee.who) {
    case 'anyone':
      return undefined;
    case 'me':
      return 'assignee = currentUser()';
    case 'nobody':
      return 'assignee is EMPTY';
    case 'person':
      return `assignee = ${quoted(assignee.accountId)}`;
  }
}

function stateOf(state: Filter['state']): string | undefined {
  if (state === 'any') return undefined;
  return state === 'open' ? isOpen : isOverdue;
}
