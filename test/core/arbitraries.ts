/** Findings of every shape that the contract lets in. */
import fc from 'fast-check';
import { builtInStatuses, Finding, kinds, severities } from '../../src/contract/finding';

/** Any character of Unicode and halves of them; the library's own arbitrary lists all million of them first. */
export const anyCharacter = fc.nat({ max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code));

/** Any text, with the characters that break things: halves of characters, control characters, white space. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: anyCharacter, maxLength: 8 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('word', ' ', '\n', '\t', '\u0000', '\uD83D', '\uDE00', '😀', '"', '\\'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('# a\n', '- b\n', '**', '`', '[x](https://a.example)', '| a |\n', '> '),
    },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: maxLength }).map((length) => 'long '.repeat(length)) },
  );
  return fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('').slice(0, maxLength));
}

const name = anyText(255).map((text) =>
  `x${text.replace(/[\p{Cc}\p{Cs}]/gu, '')}`.slice(0, 255).replace(/\p{Cs}/gu, ''),
);
const title = anyText(1999).map((text) => `T${text}`);
const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .filter((url) => url.length <= 2048 && URL.canParse(url));
const list = (maxLength: number) => fc.array(anyText(maxLength), { maxLength: 8 });
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A finding as a portal may send it, read by the contract. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    id: name,
    product: name,
    title,
    severity: fc.constantFrom(...severities),
    status: fc.constantFrom(...Object.keys(builtInStatuses)),
    kind: fc.constantFrom(...kinds),
    description: maybe(anyText(50_000)),
    remediation: maybe(anyText(50_000)),
    url: maybe(address),
    cve: maybe(list(255)),
    cwe: maybe(list(255)),
    cvss: maybe(
      fc.record({
        vector: maybe(anyText(255)),
        score: maybe(fc.integer({ min: 0, max: 100 }).map((n) => n / 10)),
      }),
    ),
    epss: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    kev: maybe(fc.boolean()),
    tool: maybe(anyText(255)),
    location: maybe(
      fc.record({
        file: maybe(anyText(1024)),
        line: maybe(fc.integer({ min: 1, max: 100_000 })),
        url: maybe(address),
        component: maybe(anyText(512)),
        image: maybe(anyText(512)),
        branch: maybe(anyText(255)),
      }),
    ),
    assets: maybe(list(255)),
    tags: maybe(list(255)),
    dueDate: maybe(day),
  })
  .map((input) => Finding.parse(input));
