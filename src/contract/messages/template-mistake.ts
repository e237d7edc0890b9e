/** Mistakes in templates: Liquid names them in English, people hear of them in their own language. */

/** The usual mistakes in one language, each with what to do. */
export interface MistakeWords {
  /** What stands open, and what ends it. */
  readonly notEnded: (what: string, end: string) => string;
  readonly noFilter: (name: string) => string;
  readonly noTag: (name: string) => string;
  /** A tag that ends or continues another, which is not open there. */
  readonly nothingOpen: (name: string) => string;
  readonly noOthers: string;
}

type Found = NonNullable<RegExpExecArray['groups']>;

/** Liquid's sentences; a text in quotes is JSON. */
const sentences: readonly (readonly [RegExp, (found: Found, words: MistakeWords) => string])[] = [
  [/^output (?<text>".*") not closed$/, ({ text }, words) => words.notEnded(firstLine(text), '}}')],
  [/^tag (?<text>".*") not closed$/, ({ text }, words) => words.notEnded(firstLine(text), '%}')],
  [/^raw ".*" not closed$/, (_, words) => words.notEnded('{% raw %}', '{% endraw %}')],
  [
    /^tag (?<text>\{%-?\s*(?<name>\w+).*) not closed$/,
    ({ text = '', name = '' }, words) => words.notEnded(text, `{% end${name} %}`),
  ],
  [/^undefined filter: (?<name>.+)$/, ({ name = '' }, words) => words.noFilter(name)],
  [/^tag "(?<name>end\w+|else|elsif|when)" not found$/, ({ name = '' }, words) => words.nothingOpen(name)],
  [/^tag "(?<name>.*)" not found$/, ({ name = '' }, words) => words.noTag(name)],
  [/^there is nothing to \w+$/, (_, words) => words.noOthers],
];

/** What Liquid said, in those words; what is none of the usual mistakes stays as it is. */
export function mistakeIn(said: string, words: MistakeWords): string {
  const plain = said.replaceAll(/[\u2068\u2069]/g, '');
  for (const [sentence, inWords] of sentences) {
    const found = sentence.exec(plain);
    if (found) return inWords(found.groups ?? {}, words);
  }
  return said;
}

function firstLine(text = '""'): string {
  const whole: unknown = JSON.parse(text);
  return String(whole).split('\n')[0] ?? '';
}
