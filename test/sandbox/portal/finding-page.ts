import { builtInStatuses, severities } from '../../../src/contract/finding';
import { namePeople } from '../../../src/core/comments/named-people';
import { doc } from '../../../src/mappings/adf/adf';
import { markdownToBlocks } from '../../../src/mappings/adf/markdown-to-adf';
import { placeMentions } from '../../../src/mappings/adf/place-mentions';
import { renderAdf } from '../site/html/adf';
import { markup, type Html } from '../site/html/html';
import { moment } from '../site/html/parts';
import type { AdfNode } from '../site/jira-views';
import { choice } from './frame';
import { issueLinks, statusWords } from './home-page';
import { people, type PortalComment, type PortalFinding } from './store';

const nobody = [['', 'nobody']] as const;
const persons = people.map(({ accountId, name }) => [accountId, name] as const);

/** One finding: its fields to edit, its comments, and the way to delete it. */
export function findingPage(finding: PortalFinding): Html {
  const { id, product, title, severity, status, assignee = '', dueDate = '', comments } = finding;
  const at = `/findings/${encodeURIComponent(id)}`;
  const own = Object.keys(builtInStatuses);
  const statuses = own.includes(status) ? own : [...own, status];
  return markup`<nav class="crumbs" aria-label="Breadcrumbs"><a href="/">Findings</a></nav>
    <header class="page-head"><h1>${title}</h1><a class="button" href="${at}">Refresh</a></header>
    <p>${id} of ${product} · ${issueLinks(finding)}</p>
    <form class="row" method="post" action="${at}">
      ${choice(
        'status',
        'Status',
        statuses.map((one) => [one, statusWords(one)]),
        status,
      )}
      ${choice(
        'severity',
        'Severity',
        severities.map((one) => [one, one]),
        severity,
      )}
      ${choice('assignee', 'Assignee', [...nobody, ...persons], assignee)}
      <label>Due date<input type="date" name="dueDate" value="${dueDate}" /></label>
      <button class="button primary">Save and send</button>
    </form>
    <section aria-labelledby="comments-title"><h2 id="comments-title">Comments</h2>
      ${comments.length === 0 ? markup`<p class="none">Nobody has said anything.</p>` : ''}
      ${comments.map((comment) => commentBox(at, comment))}
      <form class="write" method="post" action="${at}/comments">
        <label>New comment<textarea name="body" rows="3" required></textarea></label>
        <div class="row">${choice('mention', 'Mention', [['', 'nobody'], ...persons], '')}
          <button class="button primary">Comment</button></div>
      </form>
    </section>
    <form method="post" action="${at}/delete"><button class="button danger">Delete the finding</button></form>`;
}

function commentBox(at: string, { id, from, author, body, at: time, edited }: PortalComment): Html {
  return markup`<article class="comment" aria-label="Comment of ${author}">
    <header><strong>${author}</strong> in ${from === 'Jira' ? 'Jira' : 'the portal'} · ${moment(time)}${edited === true ? ' · edited' : ''}</header>
    ${drawn(body)}
    ${
      from === 'portal'
        ? markup`<details><summary>Edit</summary><form method="post" action="${at}/comments/${id}">
        <label>Text<textarea name="body" rows="3" required>${body}</textarea></label>
        <div class="row"><button class="button" name="do" value="edit">Save</button>
        <button class="button danger" name="do" value="delete" formnovalidate>Delete the comment</button></div></form></details>`
        : ''
    }
  </article>`;
}

/** Markdown as the portal shows it, people by their names. */
function drawn(markdown: string): Html {
  const named = namePeople(markdown, []);
  const people = named.people.map(({ text, email, accountId }) => ({ text, accountId: accountId ?? email }));
  const document = doc(markdownToBlocks(named.body).map((block) => placeMentions(block, people)));
  return renderAdf(JSON.parse(JSON.stringify(document)) as AdfNode);
}
