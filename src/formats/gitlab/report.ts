/** The parts of GitLab's security reports that findings are made of (schema 15, and earlier ones of that form). */
import { z } from 'zod';
import { list, maybe, text, whole, word } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Path = text(4_096);
const Address = text(2_049);
const mostListed = 100;

const Scanner = z.object({ id: Name, name: Name });

const Dependency = z.object({ package: maybe(z.object({ name: Name })), version: Name });

const Location = z.object({
  file: Path,
  start_line: whole(1),
  class: Name,
  method: Name,
  // Containers, and clusters.
  image: Name,
  operating_system: Name,
  dependency: maybe(Dependency),
  kubernetes_resource: maybe(
    z.object({ namespace: Name, kind: Name, name: Name, container_name: Name, cluster_id: word(100) }),
  ),
  // DAST.
  hostname: Name,
  path: Path,
  param: Name,
  commit: maybe(z.object({ sha: Name })),
});

/** A vulnerability; what names it is demanded: an identifier, or where an old analyzer gives none, its name. */
export const Vulnerability = z
  .object({
    id: word(500),
    name: Name,
    message: Name,
    description: text(longestText),
    severity: Name,
    solution: text(longestText),
    raw_source_code_extract: text(longestText),
    scanner: maybe(Scanner),
    location: maybe(Location),
    identifiers: list(z.object({ type: Name, name: Name, value: word(500), url: Address }), mostListed),
    links: list(z.object({ url: Address }), mostListed),
    flags: list(z.object({ type: Name, description: text(longestText) }), mostListed),
    tracking: maybe(
      z.object({
        items: list(
          z.object({ signatures: list(z.object({ algorithm: Name, value: text(2_000) }), mostListed) }),
          mostListed,
        ),
      }),
    ),
    cvss_vectors: list(z.object({ vector: Name }), mostListed),
    evidence: maybe(z.object({ summary: text(longestText) })),
  })
  .transform(({ identifiers = [], ...vulnerability }, context) => {
    const named = identifiers.flatMap((one) =>
      one?.value === undefined ? [] : [{ ...one, value: one.value }],
    );
    const { name = '', message = '' } = vulnerability;
    if (named.length > 0 || name.trim() !== '' || message.trim() !== '')
      return { ...vulnerability, identifiers: named };
    context.addIssue({
      code: 'custom',
      path: ['identifiers'],
      message: 'must hold at least one identifier with type and value',
    });
    return z.NEVER;
  });
export type Vulnerability = z.infer<typeof Vulnerability>;

/** The document's frame; vulnerabilities are read one by one. */
export const Report = z.object({
  version: z.string().regex(/^\d+\./, 'must be the version of the schema, for example 15.0.7'),
  vulnerabilities: z.array(z.unknown()),
  remediations: list(
    z.object({ fixes: list(z.object({ id: word(500) }), mostListed), summary: Name }),
    10_000,
  ),
  scan: maybe(
    z.object({
      scanner: maybe(Scanner),
      analyzer: maybe(Scanner),
      type: Name,
      status: Name,
      messages: list(z.object({ level: Name, value: Name }), mostListed),
      scanned_resources: list(z.object({ url: Address }), 10_000),
    }),
  ),
});
export type Report = z.infer<typeof Report>;
