import { JiraError } from '../http/jira-error';

/** One piece of a JQL text. */
export interface Token {
  readonly kind: 'word' | 'string' | 'operator' | 'punctuation' | 'end';
  readonly text: string;
  /** Zero-based offset in the query. */
  readonly at: number;
}

const PATTERN =
  /\s+|(!=|<=|>=|!~|=|<|>|~|&&|\|\||!)|([(),[\]])|"((?:\\.|[^"\\\r\n])*)"|'((?:\\.|[^'\\\r\n])*)'|([^\s()[\],=!<>~"'&|]+)/y;

/** Splits a query. @throws JiraError 400 at an unfinished quote or an illegal character */
export function tokenize(jql: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < jql.length) {
    const at = PATTERN.lastIndex;
    const match = PATTERN.exec(jql);
    if (!match) throw illegal(jql, at);
    const [, operator, punctuation, double, single, word] = match;
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, at });
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', text: punctuation, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'string', text: unescape(double ?? single ?? '', at), at });
  }
  return [...tokens, { kind: 'end', text: '', at: jql.length }];
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['"', '"'],
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['\\', '\\'],
  [' ', ' '],
]);
const CONTROL = /[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/u;

/** @throws JiraError 400 for an escape that JQL does not have, and for a control character that is not escaped */
function unescape(text: string, at: number): string {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) throw illegal(control, 0);
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (escape, code: string | undefined, char = '') => {
    const known = code === undefined ? ESCAPES.get(char as string) : String.fromCharCode(parseInt(code, 16));
    if (known !== undefined) return known;
    throw jqlError(
      `'${escape}' is an illegal JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.`,
      at,
    );
  });
}

function illegal(jql: string, at: number): JiraError {
  const rest = jql.slice(at);
  const problem = /^["']/.test(rest)
    ? `The quoted string '${rest.slice(1)}' has not been completed.`
    : `The character '${rest.slice(0, 1)}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0026' instead.`;
  return jqlError(problem, at);
}

/** The refusal of a query that cannot be read, with the place as Jira names it. */
export function jqlError(problem: string, at: number): JiraError {
  return new JiraError(400, [`Error in the JQL Query: ${problem} (line 1, character ${String(at + 1)})`]);
}
