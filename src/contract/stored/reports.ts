/** A scanner's report between the door, which reads it, and the consumer, which gives its results their identities. */
import { z } from 'zod';
import { Finding } from '../finding';
import { MaskedCounts } from '../masking';
import { IncompleteReason } from '../report';
import { Marks } from './known-results';

/** Raised whenever one of the shapes here changes; older ones are upgraded when read. */
export const reportVersion = 1 as const;

/** One result: a finding without its id, what tells it from others, and the part of the report that it belongs to. */
export const StoredResult = z.object({
  finding: Finding.omit({ id: true }),
  marks: Marks,
  part: z.number().int(),
});
export type StoredResult = z.infer<typeof StoredResult>;

/** Which of how many pieces of one large report this is. */
export const Piece = z.object({ upload: z.string(), number: z.number().int(), of: z.number().int() });
export type Piece = z.infer<typeof Piece>;

export const StoredReport = z.object({
  v: z.literal(reportVersion),
  /** The receipt of the request that brought it. */
  id: z.string(),
  product: z.string(),
  acceptedAt: z.number().int(),
  /** Whether the caller calls it complete. */
  complete: z.boolean(),
  piece: Piece.optional(),
  parts: z.array(z.object({ tool: z.string(), scope: z.string(), incomplete: IncompleteReason.optional() })),
  /** How many stored values hold its results. */
  values: z.number().int(),
  /** An admin confirmed that what it lacked is gone: nothing else of it is left to do. */
  confirmed: z.boolean().optional(),
  /** What was masked in it. */
  masked: MaskedCounts.optional(),
});
export type StoredReport = z.infer<typeof StoredReport>;

/** What is known of one scope of reports; its results lie in values of their own, `values` many of them. */
export const ScopeState = z.object({
  scope: z.string(),
  /** Names the stored values. */
  key: z.string(),
  generation: z.number().int(),
  values: z.number().int(),
  /** The newest report that was worked in, and when it was accepted (ms). */
  report: z.string(),
  reportedAt: z.number().int(),
  completeAt: z.number().int().optional(),
  /** When all results were last handed on, changed or not. */
  handedAt: z.number().int(),
  /** What the newest report said, if it was complete and resolved nothing; of how many parts it was, and its receipt. */
  content: z.object({ hash: z.string(), receipt: z.string(), parts: z.number().int() }).optional(),
  /** Large reports of which not all pieces are there yet, the newest first. */
  uploads: z
    .array(
      z.object({
        upload: z.string(),
        of: z.number().int(),
        numbers: z.array(z.number().int()),
        startedAt: z.number().int(),
        /** When (ms) the newest report of the scope before its first piece here was accepted. */
        before: z.number().int().optional(),
        incomplete: IncompleteReason.optional(),
        /** Names this one among all that were sent under the same name; older versions gave none. */
        run: z.string().optional(),
        /** How many findings of the scope were open before it. */
        open: z.number().int().optional(),
      }),
    )
    .optional(),
  /** A complete report that would resolve so many that an admin has to confirm it, and of how many. */
  waits: z
    .object({
      report: z.string(),
      /** Its position among the parts of the report. */
      part: z.number().int(),
      /** When the report was accepted (ms). */
      at: z.number().int(),
      resolves: z.number().int(),
      of: z.number().int(),
      /** When (ms) the first of the reports began that waited in turn: what came since does not speak against it. */
      since: z.number().int().optional(),
    })
    .optional(),
});
export type ScopeState = z.infer<typeof ScopeState>;

/** A piece of a large report that is worked in. Several pipelines may send theirs under one name at once. */
export const PieceState = Piece.extend({
  /** The report that brought it, and when that was accepted (ms). */
  report: z.string(),
  at: z.number().int(),
  /** What it speaks for. */
  parts: z.array(z.object({ tool: z.string(), scope: z.string() })),
  /** All pieces of its report are there: the same name for each of them. */
  run: z.string().optional(),
});
export type PieceState = z.infer<typeof PieceState>;

/** All scopes of one connection, product and tool: they share their findings. Changed by compare-and-set on `version`. */
export const ReportFamily = z.object({
  v: z.literal(reportVersion),
  version: z.number().int(),
  /** Absent in what older versions stored, until the next report. */
  product: z.string().optional(),
  tool: z.string().optional(),
  /** Whose report is being worked in, and until when (ms) nobody else may. */
  busy: z.object({ report: z.string(), until: z.number().int() }).optional(),
  scopes: z.array(ScopeState),
  /** Of the record that a product has beside its families; the newest first. */
  pieces: z.array(PieceState).optional(),
});
export type ReportFamily = z.infer<typeof ReportFamily>;

/**
 * Reads what this or an older version of the app stored.
 * @throws when it is of no version that was ever stored.
 */
export function upgradeReportFamily(stored: unknown): ReportFamily {
  return ReportFamily.parse(stored);
}
