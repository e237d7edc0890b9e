/**
 * Atlaskit's components bring their styles as atomic CSS: one class for one declaration, the same classes again in
 * every package. Which declaration wins then depends on the order of the files. This puts the classes of all files
 * into the one order they are written for: shorthands before what refines them, then hover and focus, then at-rules.
 */
import type { Plugin } from 'vite';

const shorthands = [
  /^(all|animation|background|border|columns|flex|font|gap|grid|inset|list-style|margin|mask|outline|overflow|padding|place-(content|items|self)|text-decoration|transition)$/,
  /^(border-(block|bottom|color|inline|left|radius|right|style|top|width)|flex-flow|grid-(area|column|row|template)|(inset|margin|padding)-(block|inline)|overscroll-behavior)$/,
  /^border-(block|inline)-(start|end|color|style|width)$/,
];
const states = [':link', ':visited', ':focus-within', ':focus', ':focus-visible', ':hover', ':active'];

/** Sorts and thins out the atomic rules of the page's stylesheet. */
export function atomicCss(): Plugin {
  return {
    name: 'atomic-css',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css')) {
            file.source = sortAtomicRules(String(file.source));
          }
        }
      },
    },
  };
}

/** The stylesheet with its other rules in their own order first, then each atomic rule once, in the right order. */
export function sortAtomicRules(css: string): string {
  const rules = topLevelRules(css);
  const atomic = new Set(rules.filter((rule) => isAtomic(rule)));
  const sorted = [...atomic]
    .map((rule, index) => ({ rule, index, rank: rank(rule) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ rule }) => rule);
  return [...rules.filter((rule) => !atomic.has(rule)), ...sorted].join('');
}

function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at += 1) {
    const char = css[at];
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    const ends =
      depth === 0 && (char === '}' || (char === ';' && css.slice(start, at).trim().startsWith('@')));
    if (!ends) continue;
    rules.push(css.slice(start, at + 1).trim());
    start = at + 1;
  }
  const rest = css.slice(start).trim();
  return rest === '' ? rules : [...rules, rest];
}

function isAtomic(rule: string): boolean {
  return /^(@(media|supports|container)[^{]*\{\s*)?\._[a-z0-9_-]{6,}/i.test(rule);
}

function rank(rule: string): number {
  const inner = rule.startsWith('@') ? rule.slice(rule.indexOf('{') + 1) : rule;
  const selector = inner.slice(0, inner.indexOf('{'));
  const property =
    inner
      .slice(inner.indexOf('{') + 1)
      .split(':')[0]
      ?.trim() ?? '';
  const state = states.reduce((last, name, index) => (selector.includes(name) ? index + 1 : last), 0);
  const bucket = shorthands.findIndex((pattern) => pattern.test(property));
  const atRule = rule.startsWith('@') ? 1000 : 0;
  return atRule + state * 10 + (bucket === -1 ? shorthands.length : bucket);
}
