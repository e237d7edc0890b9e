import { jqlError } from './tokens';
import type { Token } from './tokens';

/** Walks over the tokens of a query; words are compared in any case. */
export class TokenReader {
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
