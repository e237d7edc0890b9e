/** The part of the Jira expressions language that filters of events may use here; anything else is refused. */
export type Expression =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'event' }
  | {
      readonly type: 'member';
      readonly of: Expression;
      readonly name: Expression;
      readonly optional: boolean;
    }
  | { readonly type: 'property'; readonly path: PropertyPath }
  | { readonly type: 'not'; readonly of: Expression }
  | {
      readonly type: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A value inside an entity property: `issue.properties['key'].a.b`. */
export interface PropertyPath {
  readonly entity: string;
  readonly key: string;
  readonly path: readonly string[];
}

const MAX_LENGTH = 10_000;
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_$][\w$]*)|(\|\||&&|==|!=|<=|>=|\?\.|[<>!.()[\]]))/y;
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];
const WORDS = new Map<string, true | false | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

type Token =
  | { readonly type: 'number' | 'string' | 'word' | 'sign'; readonly text: string }
  | { readonly type: 'end'; readonly text: '' };

/** @throws when the text is no expression, is too long, or uses what the sandbox does not know. */
export function parseExpression(text: string): Expression {
  if (text.length > MAX_LENGTH)
    throw new Error(`An expression may have at most ${String(MAX_LENGTH)} characters.`);
  const parser = new Parser(tokensOf(text));
  const expression = parser.binary(0);
  parser.expectEnd();
  return expression;
}

/** Reads a path as in `payload.include.propertyPaths`. @throws when it is none. */
export function parsePropertyPath(text: string): PropertyPath {
  const expression = parseExpression(`event.runtime.${text}`);
  if (expression.type !== 'property') throw new Error(`'${text}' is not the path of an entity property.`);
  return expression.path;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (const end = text.trimEnd().length; TOKEN.lastIndex < end;) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Unknown sign in the expression at '${text.slice(from, from + 20)}'.`);
    tokens.push(tokenOf(match));
  }
  return [...tokens, { type: 'end', text: '' }];
}

function tokenOf([, number, single, double, word, sign]: RegExpExecArray): Token {
  if (number !== undefined) return { type: 'number', text: number };
  const quoted = single ?? double;
  if (quoted !== undefined) return { type: 'string', text: quoted.replace(/\\(.)/g, '$1') };
  return word === undefined ? { type: 'sign', text: sign ?? '' } : { type: 'word', text: word };
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (let operator = this.takeOneOf(operators); operator; operator = this.takeOneOf(operators)) {
      left = { type: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  expectEnd(): void {
    if (this.peek().type !== 'end') throw new Error(`The expression does not end at '${this.peek().text}'.`);
  }

  private unary(): Expression {
    return this.takeOneOf(['!']) ? { type: 'not', of: this.unary() } : this.postfix(this.primary());
  }

  private primary(): Expression {
    const token = this.take();
    if (token.type === 'number') return { type: 'literal', value: Number(token.text) };
    if (token.type === 'string') return { type: 'literal', value: token.text };
    if (token.type === 'word') {
      const value = WORDS.get(token.text);
      if (value !== undefined) return { type: 'literal', value };
      if (token.text === 'event') return { type: 'event' };
    }
    if (token.text === '(' && token.type === 'sign') {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    throw new Error(`The sandbox does not know '${token.text}' in an expression.`);
  }

  private postfix(of: Expression): Expression {
    const sign = this.takeOneOf(['.', '?.', '[']);
    if (!sign) return this.peek().text === '(' ? this.refuseCall() : asProperty(of);
    if (sign === '[') {
      const name = this.binary(0);
      this.expect(']');
      return this.postfix({ type: 'member', of, name, optional: false });
    }
    const token = this.take();
    if (token.type !== 'word') throw new Error(`A name is missing after '${sign}'.`);
    return this.postfix({
      type: 'member',
      of,
      name: { type: 'literal', value: token.text },
      optional: sign === '?.',
    });
  }

  private refuseCall(): never {
    throw new Error('The sandbox knows no functions in an expression.');
  }

  private expect(sign: string): void {
    if (!this.takeOneOf([sign])) throw new Error(`'${sign}' is missing in the expression.`);
  }

  private takeOneOf(signs: readonly string[]): string | undefined {
    const token = this.peek();
    if (token.type !== 'sign' || !signs.includes(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { type: 'end', text: '' };
  }
}

/** `event.runtime.<entity>.properties['key']…` is looked up as a whole. */
function asProperty(expression: Expression): Expression {
  const names = namesOf(expression);
  const [runtime, entity, properties, key, ...path] = names ?? [];
  if (runtime !== 'runtime') return expression;
  if (entity === undefined || properties !== 'properties' || key === undefined) {
    throw new Error('event.runtime only holds entity properties.');
  }
  return { type: 'property', path: { entity, key, path: path.flatMap((part) => part.split('.')) } };
}

function namesOf(expression: Expression): string[] | undefined {
  if (expression.type === 'event') return [];
  if (expression.type !== 'member' || expression.name.type !== 'literal') return undefined;
  const before = namesOf(expression.of);
  return before && [...before, String(expression.name.value)];
}
