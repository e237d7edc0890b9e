import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { asset } from './assets';
import { text, type Answer } from './http/answer';
import type { Exchange } from './http/exchange';
import type { PagesContext } from './pages-context';

const options = {
  configFile: false,
  swcrc: false,
  isModule: 'unknown',
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
} as const;
/** What became of each source; it takes longer than all else of an answer. */
const transformed = new Map<string, string>();

/** A script of ours for the browser, from its TypeScript source; imports of it come back here without an ending. */
export function clientScript({ appDir }: PagesContext, exchange: Exchange): Answer {
  const script = scriptOf(appDir, exchange.params['name'] ?? '');
  return script === undefined ? text('There is no such script.', 404) : asset('text/javascript', script);
}

/** The script as JavaScript, or undefined when there is none of that name. */
export function scriptOf(appDir: string, name: string): string | undefined {
  const file = join(appDir, 'test/sandbox/site/client', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  const code = transformed.get(source) ?? transformSync(source, { ...options, filename: file }).code;
  transformed.set(source, code);
  return code;
}
