/** Forge's bridge as pages find it, in front of a world: what pages read from Jira is read as somebody. */
import type { World } from './world';

interface ProductRequest {
  readonly restPath: string;
  readonly fetchRequestInit: {
    readonly method?: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string | null;
  };
}

type Ask = (request: ProductRequest) => Promise<object>;
const nobody: Ask = () => Promise.reject(new Error('Nobody looks at a page.'));
let ask = nobody;
let calls: string[] = [];

/** The bridge is asked for when a page's code is loaded: import pages after this, with `import()`. */
export function installBridge(): void {
  const callBridge = (command: string, data: ProductRequest): Promise<object> => {
    if (command !== 'fetchProduct') return Promise.reject(new Error(`This page only reads: ${command}`));
    calls.push(data.restPath.split('?')[0] ?? '');
    return ask(data);
  };
  // In a browser a request without an address is one to the page's own.
  class PageRequest extends Request {
    constructor(input: string, init?: RequestInit) {
      super(new URL(input, 'https://page.example'), init);
    }
  }
  Object.assign(globalThis, { __bridge: { callBridge }, Request: PageRequest });
}

/** What `read` answers when that person looks, and the paths it asked Jira for. */
export async function readAs<T>(
  { host }: World,
  accountId: string,
  read: () => Promise<T>,
): Promise<{ readonly answer: T; readonly calls: readonly string[] }> {
  calls = [];
  ask = async ({ restPath, fetchRequestInit: { method = 'GET', headers, body } }) => {
    const named = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
    const request = { method, path: restPath, headers: named, ...(body ? { body } : {}) };
    return { ...(await host.requestJira(accountId, request)), statusText: '', isAttachment: false };
  };
  try {
    return { answer: await read(), calls };
  } finally {
    ask = nobody;
  }
}
