/** The parts of Grype's JSON that findings are made of. */
import { z } from 'zod';
import { demanded, list, maybe, numeral, text, texts, word } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Address = text(2_049);
const mostListed = 100;

const facts = {
  dataSource: Address,
  severity: Name,
  urls: texts(2_049, mostListed),
  description: text(longestText),
  cvss: list(
    z.object({ version: word(20), vector: Name, metrics: maybe(z.object({ baseScore: numeral(0, 10) })) }),
    mostListed,
  ),
  epss: list(z.object({ epss: numeral(0, 1) }), mostListed),
  knownExploited: list(z.object({ dateAdded: Name }), mostListed),
  cwes: list(z.object({ cwe: Name }), mostListed),
};

/** A match of a package with a vulnerability; both are demanded. */
export const Match = z.object({
  vulnerability: z.object({
    id: demanded(500, 'must name the vulnerability, for example CVE-2021-44228'),
    ...facts,
    fix: maybe(z.object({ versions: texts(500, mostListed), state: Name })),
    risk: numeral(0, 100),
  }),
  relatedVulnerabilities: list(z.object({ id: Name, ...facts }), mostListed),
  artifact: z.object({
    name: demanded(500, 'must name the package'),
    version: Name,
    type: Name,
    purl: text(1_000),
    locations: list(
      z.object({
        path: text(4_096),
        accessPath: text(4_096),
        annotations: maybe(z.object({ evidence: Name })),
      }),
      mostListed,
    ),
  }),
  appliedIgnoreRules: list(z.object({ 'vex-status': Name, 'match-type': Name, reason: Name }), mostListed),
});
export type Match = z.infer<typeof Match>;

/** The document's frame; matches are read one by one. */
export const Report = z.object({
  matches: z.array(z.unknown()),
  ignoredMatches: z.unknown().optional(),
  source: maybe(z.object({ type: Name, target: z.unknown().optional() })),
  descriptor: maybe(z.object({ name: Name })),
});
export type Report = z.infer<typeof Report>;

/** What an image is named by; a folder or file is named by its path alone. */
export const ImageTarget = z.object({ userInput: Name, tags: texts(500, mostListed) });
