import { jqlError, tokenize } from './tokens';
import type { Condition, FieldName, Operand, Operator, Query, Sort } from './query';
import { TokenReader } from './token-reader';

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~']);
const HISTORY = /^(was|changed)$/i;

/** Reads a query. @throws JiraError 400 with Jira's kind of message */
export function parseJql(jql: string): Query {
  const reader = new TokenReader(tokenize(jql));
  const where = reader.isWord('order') || reader.peek().kind === 'end' ? undefined : readOr(reader);
  const orderBy = reader.takeWord('order') ? readOrderBy(reader) : [];
  const rest = reader.peek();
  if (rest.kind !== 'end') throw jqlError(`Expecting either 'OR' or 'AND' but got '${rest.text}'.`, rest.at);
  return { where, orderBy };
}

function readOr(reader: TokenReader): Condition {
  const parts = [readAnd(reader)];
  while (reader.takeWord('or') || reader.takeText('operator', '||')) parts.push(readAnd(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
}

function readAnd(reader: TokenReader): Condition {
  const parts = [readNot(reader)];
  while (reader.takeWord('and') || reader.takeText('operator', '&&')) parts.push(readNot(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
}

function readNot(reader: TokenReader): Condition {
  if (reader.takeWord('not') || reader.takeText('operator', '!'))
    return { kind: 'not', part: readNot(reader) };
  if (reader.takeText('punctuation', '(')) {
    const inner = readOr(reader);
    reader.expect(')');
    return inner;
  }
  return readClause(reader);
}

function readClause(reader: TokenReader): Condition {
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

function readField(reader: TokenReader): FieldName {
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

function readOperator(reader: TokenReader): Operator | undefined {
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

function readWords(reader: TokenReader, first: string): string {
  const words = [first];
  const ends = new Set(['and', 'or', 'order']);
  while (reader.peek().kind === 'word' && !ends.has(reader.peek().text.toLowerCase()))
    words.push(reader.take().text);
  return words.join(' ');
}

function readOperand(reader: TokenReader, operator: Operator): Operand {
  const token = reader.peek();
  if (token.kind === 'punctuation' && token.text === '(') return readList(reader);
  if (operator === 'in' || operator === 'not in') {
    if (token.kind !== 'word' || reader.peek(1).text !== '(')
      throw jqlError(`Expecting '(' but got '${token.text}'.`, token.at);
  }
  return readSingle(reader);
}

function readList(reader: TokenReader): Operand {
  reader.expect('(');
  const items = [readSingle(reader)];
  while (reader.takeText('punctuation', ',')) items.push(readSingle(reader));
  reader.expect(')');
  return { kind: 'list', items };
}

function readSingle(reader: TokenReader): Operand {
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

function readOrderBy(reader: TokenReader): Sort[] {
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
