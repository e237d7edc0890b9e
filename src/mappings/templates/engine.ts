/** Liquid, interpreted and bounded: no files, no includes, no prototypes, little time. */
import { Liquid, LiquidError, type Template } from 'liquidjs';
import { longestTemplate } from '../../contract/field-mapping';
import { markdownToBlocks } from '../adf/markdown-to-adf';
import { fill } from './fill';
import { addFilters } from './filters';
import { Insertions } from './insertions';
import { wordsOf } from './markdown-text';
import { readSkeleton } from './skeleton';
import { addTags } from './tags';
import type { Rendered, TemplateError, Templates, Trust } from './templates';

/** Milliseconds, and elements or characters. */
const limits = { renderLimit: 100, memoryLimit: 500_000 };
const noLimits = { renderLimit: Number.MAX_SAFE_INTEGER, memoryLimit: Number.MAX_SAFE_INTEGER };
const tookTooLong = /^template render limit exceeded/;
/** Jira takes a tenth of it. */
const mostWritten = 400_000;
/** Texts of one build, and equal texts, are read once; more than these no hundred findings have. */
const mostKept = 300;

/** The templates of one pass; each is parsed once. */
export function createTemplates(): Templates {
  let insertions: Insertions | undefined;
  const liquid = engineOf(() => insertions);
  const parsed = new Map<string, Template[] | TemplateError>();
  const skeletonOf = remembering(readSkeleton);
  const read = remembering((markdown) => markdownToBlocks(markdown));

  function parse(template: string): Template[] | TemplateError {
    const known = parsed.get(template) ?? attempt(() => liquid.parse(template));
    parsed.set(template, known);
    return known;
  }

  /** `into`: where values are held; undefined: they stay in the text. */
  function render(
    template: string,
    scope: object,
    into: () => Insertions | undefined,
    trust?: Trust,
  ): Rendered {
    const found = parse(template);
    if (!Array.isArray(found)) return { ok: false, ...found };
    const once = () => {
      insertions = into();
      return written(String(liquid.renderSync(found, scope, trust && noLimits)));
    };
    const first = attempt(once);
    // A machine that was busy elsewhere is no fault of the template.
    const text = typeof first === 'object' && tookTooLong.test(first.said) ? attempt(once) : first;
    return typeof text === 'string' ? { ok: true, text } : { ok: false, ...text };
  }

  return {
    line: (template, scope) => render(template, scope, () => undefined),
    document(template, scope, trust) {
      let values = new Insertions();
      const text = render(template, scope, () => (values = new Insertions()), trust);
      return text.ok ? { ok: true, ...fill(skeletonOf(text.text), values, read) } : text;
    },
    check(template) {
      const found = parse(template);
      return Array.isArray(found) ? undefined : found;
    },
  };
}

function engineOf(insertions: () => Insertions | undefined): Liquid {
  const put = (value: unknown): string => insertions()?.put(value) ?? wordsOf(value);
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: longestTemplate,
    ...limits,
    timezoneOffset: 0,
    dateFormat: '%Y-%m-%d',
    locale: 'en',
    outputEscape: put,
  });
  addTags(liquid, insertions);
  addFilters(liquid, put);
  return liquid;
}

function remembering<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    if (made.size >= mostKept) made.clear();
    made.set(text, known);
    return known;
  };
}

function written(text: string): string {
  if (text.length > mostWritten) throw new Error('the text becomes too long');
  return text;
}

function attempt<T>(work: () => T): T | TemplateError {
  try {
    return work();
  } catch (error) {
    return errorOf(error);
  }
}

/** Liquid says the place at the end of its message, and has it in the token. */
function errorOf(error: unknown): TemplateError {
  const said = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const place = error instanceof LiquidError ? /, line:(\d+), col:(\d+)$/.exec(said) : null;
  return {
    line: Number(place?.[1] ?? 1),
    column: Number(place?.[2] ?? 1),
    said: said.replace(/, line:\d+, col:\d+$/, '').slice(0, 200),
  };
}
