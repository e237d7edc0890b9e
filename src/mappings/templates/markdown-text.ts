/** What templates may insert other than plain text. */

/** A field that is Markdown itself. It is read by itself: nothing in it reaches what stands around it. */
export class MarkdownText {
  constructor(readonly markdown: string) {}
  toString(): string {
    return this.markdown;
  }
}

/** A piece of the template's own Markdown, as filters make it; what findings say in it is held outside. */
export class Snippet {
  /** `plain`: what it says, for filters that make text of it. */
  constructor(
    readonly markdown: string,
    private readonly plain: string,
  ) {}
  toString(): string {
    return this.plain;
  }
}

/** A value as words: lists joined, nothing as nothing, things that have no words as nothing. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((word) => word !== '')
      .join(', ');
  if (value instanceof MarkdownText || value instanceof Snippet) return String(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}
