/** Liquid, interpreted and bounded: no files, no includes, no prototypes, little time. */
import { Liquid, LiquidError, type Template } from 'liquidjs';
import { longestTemplate } from '../../contract/field-mapping';
import { addFilters, asMarkdown, type Insert, wordsOf } from './filters';
import type { RenderAs, Rendered, TemplateError, Templates } from './templates';

/** So many characters may a template insert; Jira takes a thirtieth. */
const mostInserted = 1_000_000;
const limits = { templateLimit: 5_000, renderLimit: 100, memoryLimit: 500_000 };
/** They would read other templates, of which there are none. */
const forbiddenTags = ['include', 'render', 'layout', 'block'];

interface Engine {
  readonly liquid: Liquid;
  /** What the text under way has inserted. */
  inserted: number;
}

/** The templates of one pass; each is parsed once. */
export function createTemplates(): Templates {
  const engines: Readonly<Record<RenderAs, Engine>> = {
    markdown: engineOf(asMarkdown),
    plain: engineOf(wordsOf),
  };
  const parsed = new Map<string, Template[] | TemplateError>();

  function parse(template: string, as: RenderAs): Template[] | TemplateError {
    const key = `${as} ${template}`;
    const known = parsed.get(key) ?? attempt(() => engines[as].liquid.parse(template));
    parsed.set(key, known);
    return known;
  }

  return {
    render(template, scope, as): Rendered {
      const found = parse(template, as);
      if (!Array.isArray(found)) return { ok: false, ...found };
      const engine = engines[as];
      engine.inserted = 0;
      const text = attempt(() => String(engine.liquid.renderSync(found, scope, limits)));
      return typeof text === 'string' ? { ok: true, text } : { ok: false, ...text };
    },
    check(template) {
      const found = parse(template, 'markdown');
      return Array.isArray(found) ? undefined : found;
    },
  };
}

function engineOf(insert: Insert): Engine {
  const engine: Engine = {
    inserted: 0,
    liquid: new Liquid({
      templates: {},
      ownPropertyOnly: true,
      strictFilters: true,
      dynamicPartials: false,
      parseLimit: longestTemplate,
      memoryLimit: limits.memoryLimit,
      renderLimit: limits.renderLimit,
      timezoneOffset: 0,
      dateFormat: '%Y-%m-%d',
      locale: 'en',
      outputEscape: (value: unknown) => {
        const text = insert(value);
        engine.inserted += text.length;
        if (engine.inserted > mostInserted) throw new Error('the text becomes too long');
        return text;
      },
    }),
  };
  for (const name of forbiddenTags)
    engine.liquid.registerTag(name, {
      parse() {
        throw new Error(`there is nothing to ${name}`);
      },
      render: () => '',
    });
  addFilters(engine.liquid, insert);
  return engine;
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
  const place = /, line:(\d+), col:(\d+)$/.exec(said);
  const place2 = error instanceof LiquidError ? place : null;
  return {
    line: Number(place2?.[1] ?? 1),
    column: Number(place2?.[2] ?? 1),
    said: said.replace(/, line:\d+, col:\d+$/, '').slice(0, 200),
  };
}
