import { markup, type Content, type Html } from '../../html/html';
import { moment, person, priority } from '../../html/parts';
import type { LoadedIssue } from './load-issue';

/** The fields at the side of an issue. */
export function issueDetails({ issue }: LoadedIssue): Html {
  const { fields } = issue;
  const none = markup`<span class="none">None</span>`;
  const labels = fields.labels ?? [];
  const components = fields.components ?? [];
  const rows: readonly (readonly [string, Content])[] = [
    ['Assignee', person(fields.assignee)],
    ...('priority' in fields ? ([['Priority', priority(fields.priority)]] as const) : []),
    [
      'Labels',
      labels.length === 0 ? none : labels.map((label) => markup`<span class="tag">${label}</span> `),
    ],
    [
      'Components',
      components.length === 0
        ? none
        : components.map((component) => markup`<span class="tag">${component.name}</span> `),
    ],
    ['Due date', fields.duedate ? markup`<time>${fields.duedate}</time>` : none],
    ['Type', fields.issuetype.name],
    ...(fields.security ? ([['Security level', fields.security.name]] as const) : []),
    ['Reporter', person(fields.reporter, 'None')],
  ];
  return markup`<section class="details"><h2>Details</h2>
      <dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </section>
    <p class="stamps">Created ${moment(fields.created)}<br />Updated ${moment(fields.updated)}</p>`;
}
