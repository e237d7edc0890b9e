import { requestJira } from '@forge/bridge';

/** Jira refused or failed; the message is Jira's own, or its status. */
export class JiraError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'JiraError';
    this.status = status;
  }
}

/** Reads from Jira as the person who looks at the page. */
export async function readJira(path: string): Promise<unknown> {
  return ask(path, { headers: { accept: 'application/json' } });
}

/** Sends JSON to Jira as the person who looks at the page. */
export async function postJira(path: string, body: unknown): Promise<unknown> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  try {
    return await answerOf(await requestJira(path, init));
  } catch (cause) {
    if (cause instanceof JiraError) throw cause;
    throw new JiraError(0, cause instanceof Error ? cause.message : String(cause));
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  const body = parse(text);
  if (response.ok) return body;
  throw new JiraError(response.status, messageIn(body) ?? `status ${String(response.status)}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { errorMessages, errors } = body as { errorMessages?: unknown; errors?: unknown };
  const general = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  const named = typeof errors === 'object' && errors !== null ? Object.values(errors).map(String) : [];
  const all = [...general, ...named];
  return all.length > 0 ? all.join(' ') : undefined;
}
