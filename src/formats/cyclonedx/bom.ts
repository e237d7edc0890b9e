/** The parts of a CycloneDX document that findings are made of: 1.4 to 1.6, and later ones that keep their form. */
import { z } from 'zod';
import { demanded, list, maybe, numeral, text, texts, words } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Address = text(2_049);
const mostListed = 100;
/** One more than a report may hold. */
const mostAffected = 10_001;

export const Component = z.object({ type: Name, group: Name, name: Name, version: Name, purl: text(1_000) });
export type Component = z.infer<typeof Component>;

const Source = z.object({ name: Name, url: Address });
const Named = z.object({ name: Name });

/** A vulnerability; only its id is demanded. */
export const Vulnerability = z.object({
  id: demanded(500, 'must name the vulnerability, for example CVE-2021-44228'),
  source: maybe(Source),
  references: list(z.object({ id: Name }), mostListed),
  ratings: list(
    z.object({ source: maybe(Source), score: numeral(0, 10), severity: Name, method: Name, vector: Name }),
    mostListed,
  ),
  cwes: words(20, mostListed),
  description: text(longestText),
  detail: text(longestText),
  recommendation: text(longestText),
  workaround: text(longestText),
  advisories: list(z.object({ url: Address }), mostListed),
  analysis: maybe(
    z.object({
      state: Name,
      justification: Name,
      response: texts(100, mostListed),
      detail: text(longestText),
      firstIssued: Name,
    }),
  ),
  affects: list(
    z.object({ ref: text(1_000), versions: list(z.object({ version: Name, status: Name }), mostListed) }),
    mostAffected,
  ),
  properties: list(z.object({ name: Name, value: Name }), mostListed),
});
export type Vulnerability = z.infer<typeof Vulnerability>;

/** The document's frame; its vulnerabilities are read one by one. */
export const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z
    .string()
    .regex(/^1\.(?:[4-9]|[1-9]\d)$/, 'must be 1.4 or later: earlier ones know no vulnerabilities'),
  metadata: maybe(
    z.object({
      component: z.unknown().optional(),
      // Up to 1.4 a list of tools, then lists of components and services.
      tools: z.unknown().optional(),
    }),
  ),
  components: z.unknown().optional(),
  services: z.unknown().optional(),
  vulnerabilities: z.array(z.unknown()).nullish(),
  compositions: list(z.object({ aggregate: Name, vulnerabilities: texts(1, 1) }), 1_000),
});
export type Bom = z.infer<typeof Bom>;

/** The forms in which a document lists the tools that made it. */
export const Tools = z.union([
  z.array(z.unknown()).transform((tools) => namesIn(tools)),
  z
    .object({ components: z.unknown().optional(), services: z.unknown().optional() })
    .transform(({ components, services }) => [...namesIn(components), ...namesIn(services)]),
]);

function namesIn(tools: unknown): string[] {
  const known = z.object({ tools: list(Named, mostListed) }).safeParse({ tools }).data?.tools ?? [];
  return known.flatMap((tool) => (tool?.name === undefined || tool.name.trim() === '' ? [] : [tool.name]));
}
