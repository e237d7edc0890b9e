import { markup, type Content, type Html } from '../../html/html';
import { icon } from '../../html/icons';
import { menu } from '../../html/parts';
import type { IssueView, ProjectView } from '../../jira-views';
import { fieldInput } from './field-input';
import type { LoadedIssue } from './load-issue';
import type { PanelOnIssue } from './panels';

/** The menu that adds panels of apps to the issue. */
export function appsMenu(issue: IssueView, panels: readonly PanelOnIssue[]): Html {
  const addable = panels.filter((panel) => !panel.shown);
  const choices = addable.map(
    ({ module }) => markup`<form method="post" action="/browse/${issue.key}/panel">
      <input type="hidden" name="module" value="${module.key}" />
      <button name="do" value="add">${icon('shield')}<span>${module.title}<small>Add this panel to the issue</small></span></button>
    </form>`,
  );
  const none = markup`<p>No app has anything to add to this issue.</p>`;
  return menu(
    markup`${icon('apps')}<span>Apps</span>`,
    addable.length === 0 ? none : choices,
    'button-menu end',
  );
}

/** Buttons to edit, move and delete, as far as the person may, and the entries of apps. */
export function issueActions({ may }: LoadedIssue, ofApps: readonly Content[]): Content {
  const more = [
    ...ofApps,
    may.has('MOVE_ISSUES') ? markup`<button type="button" data-opens="move-issue">Move</button>` : '',
    may.has('DELETE_ISSUES') ? markup`<button type="button" data-opens="delete-issue">Delete</button>` : '',
  ].filter((one) => one !== '');
  const dots = markup`${icon('more')}<span class="visually-hidden">More actions</span>`;
  return markup`${may.has('EDIT_ISSUES') ? markup`<button type="button" class="button" data-opens="edit-issue">Edit</button>` : ''}
  ${more.length === 0 ? '' : menu(dots, more, 'button-menu end')}`;
}

/** The dialogs behind those buttons. */
export function issueDialogs(loaded: LoadedIssue, projects: readonly ProjectView[]): Content {
  const { issue, may } = loaded;
  return [
    may.has('EDIT_ISSUES') && editDialog(loaded),
    may.has('MOVE_ISSUES') && moveDialog(issue, projects),
    may.has('DELETE_ISSUES') && deleteDialog(issue),
  ];
}

/** Fields that people change on the page, with how their present value reads in an input. */
export const EDITABLE = ['summary', 'priority', 'labels', 'duedate'] as const;

function editDialog({ issue, editable }: LoadedIssue): Html {
  const { summary, priority, labels = [], duedate } = issue.fields;
  const present = { summary, priority: priority?.id ?? '', labels: labels.join(' '), duedate: duedate ?? '' };
  const inputs = EDITABLE.flatMap((id) => {
    const meta = editable[id];
    return meta ? [fieldInput(id, meta, 'edit', present[id])] : [];
  });
  return dialog(
    'edit-issue',
    `Edit ${issue.key}`,
    `/browse/${issue.key}/edit`,
    inputs,
    markup`<button class="button primary">Save</button>`,
  );
}

function moveDialog(issue: IssueView, projects: readonly ProjectView[]): Html {
  const others = projects.filter((project) => project.id !== issue.fields.project.id);
  const inputs = markup`<p>The issue gets a new key in the other space. Its old key still leads to it.</p>
    <div class="field"><label for="move-to">Space</label>
      <select id="move-to" name="project">${others.map((project) => markup`<option value="${project.key}">${project.name} (${project.key})</option>`)}</select>
    </div>`;
  return dialog(
    'move-issue',
    `Move ${issue.key}`,
    `/browse/${issue.key}/move`,
    inputs,
    markup`<button class="button primary">Move</button>`,
  );
}

function deleteDialog(issue: IssueView): Html {
  const subtasks = issue.fields.subtasks?.length ?? 0;
  const inputs = markup`<p>You are about to delete this issue for good, its comments${subtasks > 0 ? ', its sub-tasks' : ''} and its history included.</p>`;
  return dialog(
    'delete-issue',
    `Delete ${issue.key}?`,
    `/browse/${issue.key}/delete`,
    inputs,
    markup`<button class="button danger">Delete</button>`,
  );
}

function dialog(id: string, title: string, action: string, content: Content, submit: Html): Html {
  return markup`<dialog id="${id}" class="dialog" aria-label="${title}">
    <form method="post" action="${action}">
      <h2>${title}</h2>
      ${content}
      <div class="dialog-end"><button type="button" class="button quiet" data-closes>Cancel</button>${submit}</div>
    </form>
  </dialog>`;
}
