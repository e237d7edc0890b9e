import { type ActionModule, type ActionResult, offeredActions } from '../../forge/actions';
import { markup, type Content, type Html } from '../html/html';
import type { Answer } from '../http/answer';
import { formOf, type Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { peopleOf } from '../people';
import { appFrame } from './app-frame';
import { closePage, messagePage, openPage, type OpenPage } from './open-page';

type Inputs = Readonly<Record<string, string>>;

/** What was run, and what the audit log of the rule says of it. */
interface Run {
  readonly issue: string;
  readonly account: string;
  readonly consents: boolean;
  readonly inputs: Inputs;
  readonly result: ActionResult;
}

/** The actions that apps offer to Automation. */
export async function automationPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const cards = offeredActions(context.manifest).map(
    ({ key, name, description }) =>
      markup`<a class="card" href="/automation/${key}"><span><strong>${name}</strong><small>${description}</small></span></a>`,
  );
  const content = markup`<div class="page"><header class="page-head"><h1>Automation</h1></header>
    <p>Actions of apps for rules. Each can be run on an issue, as a rule would run it.</p>${cards}</div>`;
  return closePage(open, { title: 'Automation', at: '/automation', content });
}

/** One action: its form as the rule builder shows it, and a button that runs it. */
export async function actionPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  return answer(context, exchange, undefined);
}

/** Runs the action with what its form handed over, smart values filled in. */
export async function runActionPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const form = formOf(exchange);
  const [issue, account] = [form.get('issue') ?? '', form.get('account') ?? ''];
  const inputs = JSON.parse(form.get('inputs') ?? '{}') as Inputs;
  const consents = form.get('consents') !== null;
  const key = exchange.params['key'] ?? '';
  const result = await run(context, key, filledIn(inputs, issue), account, consents);
  return answer(context, exchange, { issue, account, consents, inputs, result });
}

/** A rule that cannot be saved is never run. */
async function run(
  { host }: PagesContext,
  key: string,
  inputs: Inputs,
  accountId: string,
  consents: boolean,
): Promise<ActionResult> {
  try {
    return await host.runAction(key, inputs, { accountId, consents });
  } catch (error) {
    return { status: 'failed', errors: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Of smart values the sandbox knows the issue's key. */
function filledIn(inputs: Inputs, issue: string): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, value.replaceAll('{{issue.key}}', issue)]),
  );
}

async function answer(context: PagesContext, exchange: Exchange, ran: Run | undefined): Promise<Answer> {
  const open = await openPage(context, exchange);
  const action = offeredActions(context.manifest).find(({ key }) => key === exchange.params['key']);
  if (!action) return messagePage(open, { title: 'No such action', text: 'No app offers it.', status: 404 });
  const content = markup`<div class="page"><header class="page-head"><h1>${action.name}</h1></header>
    <p>${action.description}</p>
    ${frameOf(context, open, action, ran?.inputs ?? {})}
    ${runForm(context, action, ran)}
    ${ran ? auditLog(ran.result) : ''}
  </div>`;
  return closePage(open, { title: action.name, at: '/automation', content, scripts: ['frame-host'] });
}

function frameOf(
  context: PagesContext,
  open: OpenPage,
  { key, name, config }: ActionModule,
  inputs: Inputs,
): Html {
  return appFrame(context, open.session, {
    moduleType: 'action',
    moduleKey: key,
    src: `/uikit/${config.resource}/index.html`,
    title: name,
    extension: { type: 'core:action', data: { inputs }, errors: { invalidInputs: {} } },
    fit: 'content',
  });
}

function runForm({ site }: PagesContext, { key }: ActionModule, ran: Run | undefined): Html {
  const options = peopleOf(site).map(
    ({ accountId, displayName }) =>
      markup`<option value="${accountId}" ${accountId === ran?.account ? markup`selected` : ''}>${displayName}</option>`,
  );
  const checked = ran?.consents === false ? '' : markup`checked`;
  return markup`<form method="post" action="/automation/${key}" data-takes-submit>
    <input type="hidden" name="inputs" value="${JSON.stringify(ran?.inputs ?? {})}" />
    <div class="field"><label for="run-issue">Issue of the rule</label><input id="run-issue" name="issue" value="${ran?.issue ?? ''}" required /></div>
    <div class="field"><label for="run-account">User of the connection</label><select id="run-account" name="account">${options}</select></div>
    <div class="field"><label><input type="checkbox" name="consents" ${checked} /> This user has allowed the app</label></div>
    <button class="button primary">Run the action</button>
  </form>`;
}

function auditLog(result: ActionResult): Content {
  const lines =
    result.status === 'failed'
      ? result.errors
      : Object.entries(result.outputs).map(([name, value]) => `${name}: ${String(value)}`);
  return markup`<section role="status"><h2>Audit log: ${result.status}</h2><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul></section>`;
}
