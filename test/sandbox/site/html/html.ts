/** Markup that is already safe to send. Only `markup` and `raw` make it. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand inside a template: text is escaped, markup is kept, nothing stays nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/**
 * A template literal whose values are escaped, so that no text of an issue can become markup. It is not called `html`,
 * because formatters would then rearrange the templates.
 */
export function markup(strings: TemplateStringsArray, ...values: Content[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? '');
  });
  return new Html(text);
}

/** Markup of our own files, for example an icon. Never for anything that came from outside. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Text made safe for element content and for quoted attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function render(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}
