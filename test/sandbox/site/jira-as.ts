import type { JiraAnswer, JiraSite } from '../types';

/** What Jira said: the status, the parsed body (undefined when there is none) and its words when it refused. */
export interface Reply<T> {
  readonly status: number;
  readonly ok: boolean;
  readonly body: T;
  /** Error texts of Jira in one line; empty when the call went well. */
  readonly problem: string;
}

/** Jira's REST API as one person sees it; the pages read and change the site through nothing else. */
export interface JiraAs {
  readonly accountId: string;
  get<T>(path: string): Promise<Reply<T>>;
  post<T>(path: string, body: unknown): Promise<Reply<T>>;
  put<T>(path: string, body: unknown): Promise<Reply<T>>;
  delete<T>(path: string): Promise<Reply<T>>;
}

/** Jira in the name of an account. */
export function jiraAs(site: JiraSite, accountId: string): JiraAs {
  async function call<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const request = { method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return replyOf<T>(await site.handle(request, { kind: 'user', accountId }));
  }
  return {
    accountId,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
  };
}

function replyOf<T>(answer: JiraAnswer): Reply<T> {
  const body = answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
  const ok = answer.status < 400;
  return { status: answer.status, ok, body: body as T, problem: ok ? '' : problemOf(body, answer.status) };
}

function problemOf(body: unknown, status: number): string {
  const { errorMessages = [], errors = {} } = (body ?? {}) as {
    errorMessages?: string[];
    errors?: Record<string, string>;
  };
  const texts = [...errorMessages, ...Object.values(errors)];
  return texts.length > 0 ? texts.join(' ') : `Jira answered ${String(status)}.`;
}

/** A path with its values encoded: path`/rest/api/3/issue/${key}`. */
export function path(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return strings.reduce(
    (text, part, index) => text + encodeURIComponent(String(values[index - 1] ?? '')) + part,
  );
}
