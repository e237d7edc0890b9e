import { renderAdf, textOf } from '../../html/adf';
import { markup, type Content, type Html } from '../../html/html';
import { avatar, moment } from '../../html/parts';
import type { CommentView, HistoryView, UserView } from '../../jira-views';
import type { LoadedIssue } from './load-issue';

/** Comments and history, each under its own tab. */
export function activitySection(loaded: LoadedIssue): Html {
  return markup`<section class="activity"><h2>Activity</h2>
    <div class="tabs" role="tablist" data-tabs>
      <button role="tab" aria-selected="true" aria-controls="comments">Comments (${loaded.comments.length})</button>
      <button role="tab" aria-selected="false" aria-controls="history">History (${loaded.history.length})</button>
    </div>
    <div id="comments" role="tabpanel">${commentForm(loaded)} ${loaded.comments.map((one) => comment(loaded, one))}</div>
    <div id="history" role="tabpanel" hidden>
      ${loaded.history.length === 0 ? markup`<p class="none">Nothing has changed yet.</p>` : loaded.history.map(change)}
    </div>
  </section>`;
}

function commentForm({ issue, may }: LoadedIssue): Content {
  if (!may.has('ADD_COMMENTS')) return '';
  return markup`<form class="comment-form" method="post" action="/browse/${issue.key}/comment">
    <label class="visually-hidden" for="comment">Add a comment</label>
    <textarea id="comment" name="body" rows="2" placeholder="Add a comment…" required></textarea>
    <button class="button primary">Save</button>
  </form>`;
}

function comment(loaded: LoadedIssue, one: CommentView): Html {
  const { author, body, created, updated } = one;
  return markup`<article class="comment">
    ${face(author)}
    <div><p class="who"><strong>${nameOf(author)}</strong> ${moment(created)} ${updated === created ? '' : markup`<span class="none">edited</span>`}</p>${renderAdf(body)}${author?.accountId === loaded.viewer ? ownComment(loaded, one) : ''}</div>
  </article>`;
}

/** Whoever wrote a comment edits or deletes it; the form shows its words alone. */
function ownComment({ issue }: LoadedIssue, { id, body }: CommentView): Html {
  return markup`<details class="own-comment"><summary>Edit</summary>
    <form class="comment-form" method="post" action="/browse/${issue.key}/comment/${id}">
      <label class="visually-hidden" for="comment-${id}">Your comment</label>
      <textarea id="comment-${id}" name="body" rows="2" required>${textOf(body)}</textarea>
      <button class="button primary" name="do" value="save">Save</button>
      <button class="button danger" name="do" value="delete" formnovalidate>Delete</button>
    </form></details>`;
}

function change({ author, created, items }: HistoryView): Html {
  return markup`<article class="comment">
    ${face(author)}
    <div><p class="who"><strong>${nameOf(author)}</strong> changed ${items.map((item) => item.field).join(', ')} ${moment(created)}</p>
      ${items.map((item) => markup`<p class="change"><span class="field-name">${item.field}</span> ${value(item.fromString)} <span class="arrow">→</span> ${value(item.toString)}</p>`)}
    </div>
  </article>`;
}

function value(text: string | null | undefined): Html {
  return text === null || text === undefined || text === ''
    ? markup`<span class="none">None</span>`
    : markup`<span>${text}</span>`;
}

function face(author: UserView | undefined): Html {
  return avatar(nameOf(author), author?.accountType === 'app' ? 'app' : 'user');
}

function nameOf(author: UserView | undefined): string {
  return author?.displayName ?? 'Somebody';
}
