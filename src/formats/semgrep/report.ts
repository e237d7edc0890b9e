/** The parts of Semgrep's JSON that findings are made of. */
import { z } from 'zod';
import { demanded, flag, list, maybe, properties, text, whole } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Path = text(4_096);
const Position = maybe(z.object({ line: whole(1), col: whole(1) }));

/** A result; what it is and where are demanded. */
export const Result = z.object({
  check_id: demanded(500, 'must name the rule'),
  path: demanded(4_096, 'must name the file'),
  start: Position,
  extra: maybe(
    z.object({
      message: text(longestText),
      severity: Name,
      metadata: properties(),
      fingerprint: Name,
      lines: text(longestText),
      is_ignored: flag(),
      fix: text(longestText),
      validation_state: Name,
      sca_info: maybe(
        z.object({
          reachable: flag(),
          dependency_match: maybe(
            z.object({
              found_dependency: maybe(z.object({ package: Name, version: Name, lockfile_path: Path })),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type Result = z.infer<typeof Result>;

/** The document's frame; results are read one by one. */
export const Report = z.object({
  results: z.array(z.unknown()),
  errors: list(z.object({ level: Name }), 10_000),
});
