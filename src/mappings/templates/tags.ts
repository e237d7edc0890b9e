/** The tags of templates besides Liquid's own, and those of Liquid's that are no use here. */
import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { shorten } from '../../core/data/text';
import { type Insertions, placeHolder } from './insertions';

/** Hundreds of assets are for the portal to list. All facts at their longest are two thirds of what Jira takes. */
const longestFact = 1_000;
/** They would read other templates, of which there are none. */
const forbidden = ['include', 'render', 'layout', 'block'];

/** Adds them to an engine. `insertions`: those of the text under way; undefined where it is a line. */
export function addTags(liquid: Liquid, insertions: () => Insertions | undefined): void {
  for (const name of forbidden)
    liquid.registerTag(name, {
      parse() {
        throw new Error(`there is nothing to ${name}`);
      },
      render: () => '',
    });

  /** What is captured is text, like every other value. */
  liquid.registerTag(
    'capture',
    class extends Inner {
      private readonly variable: string;
      constructor(token: TagToken, rest: TopLevelToken[], of: Liquid, parser: Parser) {
        super(token, rest, of, parser);
        this.variable = this.tokenizer.readIdentifier().content;
        if (this.variable === '') throw new Error('capture needs a name');
      }
      *render(context: Context): Generator<unknown, void, string> {
        const text = yield this.inner(context);
        context.bottom()[this.variable] = insertions()?.words(text) ?? text;
      }
    },
  );

  /** Lines of `name: value` as a table; those without a value are left out. */
  liquid.registerTag(
    'facts',
    class extends Inner {
      *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
        const lines = (yield this.inner(context)).split('\n').filter((line) => line.trim() !== '');
        const into = insertions();
        emitter.write(into ? tableOf(lines, into) : lines.map((line) => line.trim()).join(', '));
      }
    },
  );
}

/** A tag with an inside and an end. */
abstract class Inner extends Tag {
  private readonly templates: Template[] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      if ('name' in next && next.name === `end${token.name}`) return;
      this.templates.push(parser.parseToken(next, rest));
    }
    throw new Error(`tag ${token.getText()} not closed`);
  }

  protected inner(context: Context): unknown {
    return this.liquid.renderer.renderTemplates(this.templates, context);
  }
}

function tableOf(lines: readonly string[], into: Insertions): string {
  const rows = lines.flatMap((line) => rowOf(line, into));
  return rows.length === 0 ? '' : ['\n', '|  |  |', '| --- | --- |', ...rows, '\n'].join('\n');
}

function rowOf(line: string, into: Insertions): string[] {
  const end = line.indexOf(':');
  const [name, value] = end < 0 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)];
  const held = value.replace(placeHolder, (place, number: string) => {
    const words = String(into.at(number));
    return words.length > longestFact ? into.put(shorten(words, longestFact)) : place;
  });
  if (into.words(held).trim() === '') return [];
  return [`| **${inCell(name)}** | ${inCell(held)} |`];
}

function inCell(text: string): string {
  return text.trim().replace(/(?<!\\)\|/g, '\\|');
}
