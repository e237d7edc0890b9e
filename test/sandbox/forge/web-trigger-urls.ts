import { randomBytes } from 'node:crypto';
import type { JiraAnswer } from '../types';
import { json } from './answers';
import type { Manifest } from './manifest';

/** Where a request to a web trigger goes. */
export interface WebTriggerPlace {
  readonly key: string;
  readonly path: string;
  readonly userPath: string;
  readonly query: string;
}

/** The public URLs of the web triggers of one installation. They stay the same across restarts. */
export interface WebTriggerUrls {
  /** By id, the key of the module. */
  readonly ids: Readonly<Record<string, string>>;
  url(key: string): string;
  /** Undefined where the URL leads to no web trigger. */
  resolve(target: string, path: string): WebTriggerPlace | undefined;
  /** Answers the GraphQL operations of `webTrigger` of `@forge/api`. */
  graphql(body: string): JiraAnswer;
}

interface GraphqlBody {
  readonly query: string;
  readonly variables: {
    readonly input?: { readonly triggerKey: string };
    readonly forceCreate?: boolean;
    readonly id?: string;
  };
}

/** `origin` says where the sandbox is reached, as it may only be known after the start. */
export function createWebTriggerUrls(
  manifest: Manifest,
  origin: () => string,
  restored: Readonly<Record<string, string>> = {},
): WebTriggerUrls {
  const ids: Record<string, string> = { ...restored };
  const known = (key: string): boolean =>
    manifest.modules.webtrigger?.some((module) => module.key === key) ?? false;
  const address = (id: string): string => `${origin()}/public/${id}`;
  const idOf = (key: string, fresh = false): string => {
    const found = Object.entries(ids).find(([, owner]) => owner === key)?.[0];
    if (found !== undefined && !fresh) return found;
    const id = randomBytes(18).toString('base64url').replace(/[-_]/g, 'x');
    ids[id] = key;
    return id;
  };
  const resolve = (target: string, more: string): WebTriggerPlace | undefined => {
    const id = known(target) ? idOf(target) : undefined;
    const [path, query] = split(id === undefined ? pathOf(target) + more : `/public/${id}${more}`);
    const [, owner = '', userPath = ''] = /^\/public\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const key = ids[owner];
    return key === undefined ? undefined : { key, path, userPath, query };
  };
  return {
    ids,
    url(key) {
      if (!known(key)) throw new Error(`The manifest has no webtrigger with the key '${key}'.`);
      return address(idOf(key));
    },
    resolve,
    graphql(text) {
      const { query, variables } = JSON.parse(text) as GraphqlBody;
      if (query.includes('createWebTriggerUrl(')) {
        const key = variables.input?.triggerKey ?? '';
        const created = known(key) ? { url: address(idOf(key, variables.forceCreate)) } : null;
        return json(200, { data: { createWebTriggerUrl: created } });
      }
      if (query.includes('deleteWebTriggerUrl(')) {
        const success =
          Reflect.has(ids, variables.id ?? '') && Reflect.deleteProperty(ids, variables.id ?? '');
        return json(200, {
          data: { deleteWebTriggerUrl: { success, message: success ? null : 'not found' } },
        });
      }
      if (query.includes('webTriggerUrlsByAppContext(')) {
        const found = Object.entries(ids).map(([id, triggerKey]) => ({ triggerKey, url: address(id) }));
        return json(200, { data: { webTriggerUrlsByAppContext: found } });
      }
      return json(501, { message: 'The sandbox does not know this operation' });
    },
  };
}

function pathOf(target: string): string {
  return target.includes('://') ? target.replace(/^[^:]+:\/\/[^/]+/, '') : target;
}

function split(path: string): [string, string] {
  const at = path.indexOf('?');
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}
