import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { asset, keptOfSite, themeCss } from '../assets';
import { scriptOf } from '../client-scripts';
import { text, type Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { FOR_EVER } from '../http/kept';
import { dispatch, route, type Handler } from '../http/routes';
import type { PagesContext } from '../pages-context';
import { contentSecurityPolicy, type PolicyPermissions } from './csp';
import { resourceOf } from './resources';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Vite names these files by a hash of what is in them: they never change. */
const hashed = /^assets\/.+-[\w-]{8}\.\w+$/;

/** The app's own origin: its built pages, each under Forge's policy and with the bridge before its first script. */
export function appHandler(context: PagesContext): Handler {
  return dispatch(
    [
      route('GET /__bridge.js', () => bridgeScript(context)),
      route('GET /__theme.css', () => asset('text/css', themeCss(context.appDir))),
      route('GET /uikit/:resource/*', (exchange) => uiKitFile(context, exchange)),
      route('GET /:resource/*', (exchange) => customUiFile(context, exchange)),
    ],
    () => text('There is no such file.', 404),
  );
}

function bridgeScript({ appDir }: PagesContext): Answer {
  const script = scriptOf(appDir, 'bridge-frame');
  if (script === undefined) throw new Error('client/bridge-frame.ts is missing.');
  // Without its imports of types it is no module; the mark of one would be an error in a plain script.
  return asset('text/javascript', script.replace(/export \{\s*\};\s*$/, ''));
}

function customUiFile(context: PagesContext, exchange: Exchange): Answer {
  const resource = resourceOf(context.manifest, exchange.params['resource'] ?? '');
  if (!resource) return text('The manifest has no such resource.', 404);
  return file(context, join(context.appDir, resource.path), exchange.params['rest'] ?? '');
}

/** UI Kit resources are bundled with the sandbox's renderer into one folder for each. */
function uiKitFile(context: PagesContext, exchange: Exchange): Answer {
  const { resource = '', rest = '' } = exchange.params;
  if (!resourceOf(context.manifest, resource)) return text('The manifest has no such resource.', 404);
  return file(context, join(context.appDir, 'test/sandbox/site/dist', resource), rest);
}

function file(context: PagesContext, root: string, name: string): Answer {
  const path = join(root, name === '' ? 'index.html' : name);
  if (!path.startsWith(root + sep) || !existsSync(path) || !statSync(path).isFile()) {
    return text('There is no such file. Has the page been built (npm run build)?', 404);
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  if (type !== 'text/html') return asset(type, readFileSync(path), hashed.test(name) ? FOR_EVER : {});
  const permissions = (context.manifest.permissions ?? {}) as PolicyPermissions;
  const policy = contentSecurityPolicy(permissions, context.origin());
  return asset(type, withBridge(context, readFileSync(path, 'utf8')), { 'content-security-policy': policy });
}

/** The bridge must be there before the page's own scripts, so it comes first in the head, not deferred. */
function withBridge({ appDir }: PagesContext, page: string): string {
  const src = keptOfSite('/__bridge.js', appDir);
  return page.replace(/<head[^>]*>/, (head) => `${head}<script src="${src}"></script>`);
}
