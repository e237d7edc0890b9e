import { markup, type Content, type Html } from '../site/html/html';
import { moment } from '../site/html/parts';
import { severities } from '../../../src/contract/finding';
import { behaviours } from './behaviour';
import { pushAddress } from './address';
import { choice } from './frame';
import { type Arrival, nameOf, type PortalFinding, type PortalState } from './store';

/** The findings of the portal, how it answers, and what arrived, newest first. */
export function homePage({ access, findings, arrivals, behaviour }: PortalState): Html {
  return markup`${access ? '' : connectForm()}<header class="page-head"><h1>Findings</h1><a class="button" href="/">Refresh</a></header>
    ${table(['Finding', 'Severity', 'Status', 'Assignee', 'Due', 'Issues', 'Comments'], findings.map(findingRow), 'The portal has no findings.')}
    ${newFinding()}
    <section id="arrived" aria-labelledby="arrived-title">
      <h2 id="arrived-title">What arrived</h2>
      <form class="row" method="post" action="/behaviour">
        ${choice('behaviour', 'The portal answers', Object.entries(behaviours), behaviour)}
        <button class="button">Set</button>
      </form>
      ${table(['At', 'Signature', 'Answer', 'Events'], arrivals.map(arrivalRow), 'Nothing has arrived yet.')}
    </section>`;
}

function table(heads: readonly string[], rows: readonly Html[], empty: string): Html {
  if (rows.length === 0) return markup`<p class="none">${empty}</p>`;
  return markup`<div class="table-box" tabindex="0" role="group" aria-label="${heads[0] ?? ''}"><table>
    <thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function findingRow(finding: PortalFinding): Html {
  const { id, title, severity, status, assignee, dueDate, comments } = finding;
  return markup`<tr>
    <td><a href="/findings/${encodeURIComponent(id)}">${id}</a><small>${title}</small></td>
    <td>${severity}</td><td><span class="lozenge">${statusWords(status)}</span></td>
    <td>${assignee === undefined ? markup`<span class="none">nobody</span>` : nameOf(assignee)}</td>
    <td>${dueDate ?? ''}</td><td>${issueLinks(finding)}</td><td>${comments.length}</td>
  </tr>`;
}

/** Links to the issues that the portal heard of. */
export function issueLinks({ issues }: PortalFinding): Content {
  return Object.entries(issues).map(
    ([role, { key, url }]) => markup`<a class="issue" href="${url}" title="${role}">${key}</a> `,
  );
}

/** A status as people read it. */
export function statusWords(status: string): string {
  return status.replaceAll('_', ' ');
}

/** Until somebody connects it, as an engineer of a portal would: with what the admin page shows. */
function connectForm(): Html {
  return markup`<section aria-labelledby="connect-title"><h2 id="connect-title">Connect to Jira</h2>
    <p>Create a connection with signatures on the admin page, let it push to <code>${pushAddress}</code>, and copy what it shows.</p>
    <form class="row" method="post" action="/connect">
      <label>Base URL<input name="baseUrl" type="url" required /></label>
      <label>Secret<input name="secret" required pattern="whsec_.+" autocomplete="off" /></label>
      <label>Signing secret of pushes<input name="signing" required pattern="whsec_.+" autocomplete="off" /></label>
      <button class="button primary">Connect</button>
    </form></section>`;
}

function newFinding(): Html {
  return markup`<details class="new"><summary>New finding</summary>
    <form class="row" method="post" action="/findings">
      <label>Id<input name="id" required maxlength="255" /></label>
      <label>Product<input name="product" required value="shop" /></label>
      <label>Title<input name="title" required /></label>
      ${choice(
        'severity',
        'Severity',
        severities.map((one) => [one, one]),
        'high',
      )}
      <button class="button primary">Send to Jira</button>
    </form></details>`;
}

function arrivalRow({ at, signature, answer, events, webhookId }: Arrival): Html {
  const holds = signature === 'holds';
  return markup`<tr>
    <td>${moment(at)}<small title="webhook-id">${webhookId.slice(0, 8)}</small></td>
    <td><span class="verdict" data-holds="${String(holds)}">${holds ? '✓ holds' : `✗ ${signature}`}</span></td>
    <td>${answer}</td>
    <td><ul class="events">${events.map(
      ({ n, type, finding, again }) =>
        markup`<li><span class="n">${n}</span> ${type} ${finding ?? ''}${again ? markup` <em>again</em>` : ''}</li>`,
    )}</ul></td>
  </tr>`;
}
