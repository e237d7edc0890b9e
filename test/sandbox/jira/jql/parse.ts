import { jqlError, tokenize } from './tokens';
import type { Token } from './tokens';

/** What a clause compares with. */
export type Operand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** A field as JQL names it; a property carries its key and path. */
export type FieldName =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'property'; readonly key: string; readonly path: string };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'text'; readonly words: string }
  | {
      readonly kind: 'clause';
      readonly field: FieldName;
      readonly operator: Operator;
      readonly operand: Operand;
    };

export interface Sort {
  readonly field: FieldName;
  readonly descending: boolean;
}

export interface Query {
  readonly where: Condition | undefined;
  readonly orderBy: readonly Sort[];
}

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~']);
const HISTORY = /^(was|changed)$/i;

/** Reads a query. @throws JiraError 400 with Jira's kind of message */
export function parseJql(jql: string): Query {
  const reader = new Reader(tokenize(jql));
  const where = reader.isWord('order') || reader.peek().kind === 'end' ? undefined : readOr(reader);
  const orderBy = reader.takeWord('order') ? readOrderBy(reader) : [];
  const rest = reader.peek();
  if (rest.kind !== 'end') throw jqlError(`Expecting either 'OR' or 'AND' but got '${rest.text}'.`, rest.at);
  return { where, orderBy };
}

class Reader {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(ahead = 0): Token {
    return this.tokens[this.next + ahead] ?? { kind: 'end', text: '', at: 0 };
  }

  take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next += 1;
    return true;
  }

  takeText(kind: Token['kind'], ...texts: string[]): boolean {
    const token = this.peek();
    if (token.kind !== kind || !texts.includes(token.text)) return false;
    this.next += 1;
    return true;
  }

  expect(text: string): void {
    const token = this.take();
    if (token.text !== text || token.kind !== 'punctuation')
      throw jqlError(
        `Expecting '${text}' but got '${token.kind === 'end' ? 'end of query' : token.text}'.`,
        token.at,
      );
  }
}

function readOr(reader: Reader): Condition {
  const parts = [readAnd(reader)];
  while (reader.takeWord('or') || reader.takeText('operator', '||')) parts.push(readAnd(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
}

function readAnd(reader: Reader): Condition {
  const parts = [readNot(reader)];
  while (reader.takeWord('and') || reader.takeText('operator', '&&')) parts.push(readNot(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
}

function readNot(reader: Reader): Condition {
  if (reader.takeWord('not') || reader.takeText('operator', '!'))
    return { kind: 'not', part: readNot(reader) };
  if (reader.takeText('punctuation', '(')) {
    const inner = readOr(reader);
    reader.expect(')');
    return inner;
  }
  return readClause(reader);
}

function readClause(reader: Reader): Condition {
  const first = reader.peek();
  if (first.kind !== 'word' && first.kind !== 'string')
    throw jqlError(
      `Expecting a field name but got '${first.kind === 'end' ? 'end of query' : first.text}'.`,
      first.at,
    );
  const field = readField(reader);
  const operator = readOperator(reader);
  if (operator === undefined) return { kind: 'text', words: readWords(reader, first.text) };
  return { kind: 'clause', field, operator, operand: readOperand(reader, operator) };
}

function readField(reader: Reader): FieldName {
  const name = reader.take();
  if (!reader.takeText('punctuation', '[')) return { kind: 'field', name: name.text };
  const key = reader.take();
  reader.expect(']');
  if (name.text.toLowerCase() === 'cf') return { kind: 'field', name: `cf[${key.text}]` };
  if (name.text.toLowerCase() !== 'issue.property')
    return { kind: 'field', name: `${name.text}[${key.text}]` };
  const path = reader.peek();
  if (path.kind !== 'word' || !path.text.startsWith('.'))
    throw jqlError('Expecting a property path.', path.at);
  reader.take();
  return { kind: 'property', key: key.text, path: path.text.slice(1) };
}

function readOperator(reader: Reader): Operator | undefined {
  const token = reader.peek();
  if (token.kind === 'operator' && COMPARISONS.has(token.text)) return reader.take().text as Operator;
  if (reader.takeWord('in')) return 'in';
  if (reader.isWord('not') && reader.isWord('in', 1)) {
    reader.take();
    reader.take();
    return 'not in';
  }
  if (reader.takeWord('is')) return reader.takeWord('not') ? 'is not' : 'is';
  if (token.kind === 'word' && HISTORY.test(token.text))
    throw jqlError(`The operator '${token.text}' is not simulated by this site.`, token.at);
  return undefined;
}

function readWords(reader: Reader, first: string): string {
  const words = [first];
  const ends = new Set(['and', 'or', 'order']);
  while (reader.peek().kind === 'word' && !ends.has(reader.peek().text.toLowerCase()))
    words.push(reader.take().text);
  return words.join(' ');
}

function readOperand(reader: Reader, operator: Operator): Operand {
  const token = reader.peek();
  if (token.kind === 'punctuation' && token.text === '(') return readList(reader);
  if (operator === 'in' || operator === 'not in') {
    if (token.kind !== 'word' || reader.peek(1).text !== '(')
      throw jqlError(`Expecting '(' but got '${token.text}'.`, token.at);
  }
  return readSingle(reader);
}

function readList(reader: Reader): Operand {
  reader.expect('(');
  const items = [readSingle(reader)];
  while (reader.takeText('punctuation', ',')) items.push(readSingle(reader));
  reader.expect(')');
  return { kind: 'list', items };
}

function readSingle(reader: Reader): Operand {
  const token = reader.take();
  if (token.kind === 'string') return { kind: 'value', text: token.text };
  if (token.kind !== 'word')
    throw jqlError(
      `Expecting either a value, list or function but got '${token.kind === 'end' ? 'end of query' : token.text}'.`,
      token.at,
    );
  if (/^(empty|null)$/i.test(token.text)) return { kind: 'empty' };
  if (!reader.takeText('punctuation', '(')) return { kind: 'value', text: token.text };
  const args: string[] = [];
  while (!reader.takeText('punctuation', ')')) {
    const arg = reader.take();
    if (arg.kind === 'end') throw jqlError("Expecting ')' but got 'end of query'.", arg.at);
    if (arg.kind !== 'punctuation') args.push(arg.text);
  }
  return { kind: 'function', name: token.text, args };
}

function readOrderBy(reader: Reader): Sort[] {
  if (!reader.takeWord('by')) throw jqlError("Expecting 'BY'.", reader.peek().at);
  const sorts: Sort[] = [];
  do {
    const field = readField(reader);
    const descending = reader.takeWord('desc');
    if (!descending) reader.takeWord('asc');
    sorts.push({ field, descending });
  } while (reader.takeText('punctuation', ','));
  return sorts;
}
