import type { BriefIssue, NamedView, StatusView, UserView } from '../jira-views';
import { markup, type Content, type Html } from './html';
import { icon, type IconName } from './icons';

/** A status as Jira shows it: the word on the colour of its category. */
export function statusLozenge(status: StatusView): Html {
  return markup`<span class="lozenge" data-category="${status.statusCategory.key}">${status.name}</span>`;
}

/** A person with initials for a picture; nobody is "Unassigned" or whatever `nobody` says. */
export function person(user: UserView | null | undefined, nobody = 'Unassigned'): Html {
  if (!user) return markup`<span class="person none">${icon('person')}<span>${nobody}</span></span>`;
  const kind = user.accountType === 'app' ? 'app' : 'user';
  return markup`<span class="person">${avatar(user.displayName, kind)}<span>${user.displayName}</span></span>`;
}

/** The round picture of a person, the square one of an app. */
export function avatar(name: string, kind: 'user' | 'app' = 'user'): Html {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase());
  return markup`<span class="avatar" data-kind="${kind}" data-hue="${hueOf(name)}" aria-hidden="true">${initials.join('')}</span>`;
}

/** A priority with its arrow and its word. */
export function priority(of: NamedView | null | undefined): Html {
  if (!of) return markup`<span class="none">None</span>`;
  const drawn: IconName = PRIORITY_ICONS[of.name] ?? 'priority-medium';
  return markup`<span class="with-icon">${icon(drawn)}<span>${of.name}</span></span>`;
}

const PRIORITY_ICONS: Readonly<Record<string, IconName>> = {
  Highest: 'priority-highest',
  High: 'priority-high',
  Medium: 'priority-medium',
  Low: 'priority-low',
  Lowest: 'priority-lowest',
};

/** An issue type with its coloured square. */
export function issueType(of: NamedView): Html {
  return markup`<span class="type-icon" data-type="${of.name}" title="${of.name}">${icon(TYPE_ICONS[of.name] ?? 'type-task')}</span>`;
}

const TYPE_ICONS: Readonly<Record<string, IconName>> = {
  Bug: 'type-bug',
  Epic: 'type-epic',
  'Sub-task': 'type-subtask',
  Story: 'type-story',
};

/** A linked issue in one line: type, key, summary, status. */
export function issueLine(issue: BriefIssue): Html {
  const { issuetype, status, summary } = issue.fields;
  return markup`<a class="issue-line" href="/browse/${issue.key}">
    ${issueType(issuetype)} <span class="key">${issue.key}</span> <span class="summary">${summary}</span>
    ${statusLozenge(status)}
  </a>`;
}

/** A drop-down that needs no script to open and close. */
export function menu(label: Content, content: Content, kind = ''): Html {
  return markup`<details class="menu ${kind}"><summary>${label}</summary><div class="menu-items">${content}</div></details>`;
}

/** A moment as `22 Nov 2026, 13:11`, with the exact one in its title. */
export function moment(iso: string): Html {
  const date = new Date(iso);
  const words = `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
  const time = date.toISOString().slice(11, 16);
  return markup`<time datetime="${date.toISOString()}" title="${date.toISOString()}">${words}, ${time}</time>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function hueOf(name: string): number {
  return Buffer.from(name).reduce((sum, byte) => sum + byte, 0) % 5;
}
