import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text, type Answer } from './http/answer';
import type { Exchange } from './http/exchange';
import { keptAt } from './http/kept';
import type { PagesContext } from './pages-context';

const THEMES = ['light', 'dark', 'spacing', 'shape', 'typography'] as const;
// The styles of Atlassian come with its packages.
const SOURCES = ['test/sandbox/site/assets', 'test/sandbox/site/client', 'package-lock.json'];
const STYLES = ['base', 'frame', 'list', 'issue', 'overlays', 'sandbox'] as const;

/** Styles and pictures of the site. */
export function siteAsset({ appDir }: PagesContext, exchange: Exchange): Answer {
  switch (exchange.params['name']) {
    case 'theme.css':
      return asset('text/css', themeCss(appDir));
    case 'site.css':
      return asset('text/css', STYLES.map((name) => ownFile(appDir, `${name}.css`)).join('\n'));
    case 'icon.svg':
      return asset('image/svg+xml', ownFile(appDir, 'icon.svg'));
    default:
      return text('There is no such file.', 404);
  }
}

/** The address of a style, a picture or a script of the site, for browsers to keep. */
export function keptOfSite(path: string, appDir: string): string {
  return keptAt(path, appDir, SOURCES);
}

/** An answer that browsers ask for again each time: the sandbox may have been changed. */
export function asset(
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const typed = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
  return { status: 200, headers: { 'content-type': typed, 'cache-control': 'no-cache', ...headers }, body };
}

const themes = new Map<string, string>();

/** Atlassian's design tokens for light and dark, as Jira brings them into a page of an app. */
export function themeCss(appDir: string): string {
  const known = themes.get(appDir);
  if (known !== undefined) return known;
  const require = createRequire(join(appDir, 'package.json'));
  const css = THEMES.map((name) => {
    const artifact = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`) as {
      default: string;
    };
    return artifact.default;
  }).join('\n');
  themes.set(appDir, css);
  return css;
}

function ownFile(appDir: string, name: string): string {
  return readFileSync(join(appDir, 'test/sandbox/site/assets', name), 'utf8');
}
