import type { JournalEntry } from '../../forge/journal';
import { markup, type Content, type Html } from '../html/html';
import { json, redirect, type Answer } from '../http/answer';
import { formOf, type Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { leaveNote } from '../session';
import { inspect, type InspectTable } from './inspect';
import { closePage, openPage } from './open-page';

const KINDS = ['event', 'invocation', 'jira', 'queue', 'storage', 'egress', 'log'] as const;
const SHOWN = 300;

/** What the app does, as it happens: its invocations, Jira calls, events, queue and storage. */
export async function sandboxPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const content = markup`<div class="page wide sandbox" data-live="/sandbox/journal">
    <header class="page-head"><h1>What the app does</h1>
      <form method="post" action="/sandbox/run">
        <button class="button" name="do" value="queue">Work off what is due</button>
        <button class="button" name="do" value="schedules">Run the schedules</button>
      </form>
    </header>
    <div class="kinds" role="group" aria-label="Show">${KINDS.map((kind) => markup`<label><input type="checkbox" value="${kind}" checked /> ${kind}</label>`)}</div>
    <div class="journal" role="log" aria-label="Journal" tabindex="0"><table><tbody id="journal"></tbody></table><p class="none" id="journal-empty">Nothing has happened yet.</p></div>
    <h2>Now in the host</h2>
    <div id="tables">${inspect(context.host).map((one) => table(one, false))}</div>
  </div>`;
  return closePage(open, { title: 'What the app does', at: '/sandbox', content, scripts: ['journal'] });
}

/** The entries that came after `after`, and the tables as they are now, with rows where `open` names the table. */
export function journalSince(context: PagesContext, exchange: Exchange): Answer {
  const params = exchange.url.searchParams;
  const after = Number(params.get('after') ?? '0');
  const open = params.getAll('open');
  const { entries } = context.host.journal;
  const fresh = entries.filter((entry) => entry.seq > after).slice(-SHOWN);
  const tables = markup`${inspect(context.host).map((one) => table(one, open.includes(one.title)))}`;
  return json({ entries: fresh.map(line), tables: tables.text, last: entries.at(-1)?.seq ?? 0 });
}

/** The buttons: does now what would otherwise wait for its time. */
export async function runNow(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const { host, manifest } = context;
  const back = redirect('/sandbox');
  if (formOf(exchange).get('do') !== 'schedules') {
    const done = await host.tick();
    return leaveNote(back, { kind: 'success', text: `${String(done)} deliveries were due.` });
  }
  const schedules = manifest.modules.scheduledTrigger ?? [];
  const outcomes = await Promise.all(schedules.map(({ key }) => host.runSchedule(key)));
  const failed = outcomes.filter((outcome) => outcome.type === 'failed').length;
  if (failed > 0)
    return leaveNote(back, {
      kind: 'error',
      text: `${String(failed)} of ${String(outcomes.length)} schedules failed.`,
    });
  return leaveNote(back, { kind: 'success', text: `${String(outcomes.length)} schedules ran.` });
}

function line({ seq, at, kind, text, detail, invocationId }: JournalEntry): object {
  return {
    seq,
    time: new Date(at).toISOString().slice(11, 23),
    kind,
    text,
    invocation: invocationId?.slice(0, 8),
    detail,
  };
}

function table({ title, rows }: InspectTable, isOpen: boolean): Html {
  return markup`<details class="inspect" data-title="${title}" ${isOpen ? markup`open` : ''}>
    <summary>${title} <span class="count">${rows.length}</span></summary>
    ${isOpen ? rowsTable(rows) : ''}
  </details>`;
}

function rowsTable(rows: InspectTable['rows']): Content {
  if (rows.length === 0) return markup`<p class="none">Empty</p>`;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return markup`<div class="table-box"><table>
    <thead><tr>${columns.map((column) => markup`<th>${column}</th>`)}</tr></thead>
    <tbody>${rows.slice(0, SHOWN).map((row) => markup`<tr>${columns.map((column) => markup`<td>${cell(row[column])}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 400 ? text : `${text.slice(0, 400)}…`;
}
