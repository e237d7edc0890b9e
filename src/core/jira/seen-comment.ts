/** A comment as Jira shows it, read into what the app knows. */
import { z } from 'zod';

const Person = z.object({
  accountId: z.string(),
  accountType: z.string().optional(),
  displayName: z.string().optional(),
});
const Instant = z.string().transform((text) => Date.parse(text));

/** By the part of its shape that the app relies on. */
export const RawComment = z.object({
  id: z.string(),
  author: Person.optional().catch(undefined),
  updateAuthor: Person.optional().catch(undefined),
  created: Instant,
  updated: Instant,
  body: z.unknown(),
  visibility: z.unknown().optional(),
  jsdPublic: z.boolean().optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
export type RawComment = z.infer<typeof RawComment>;

export interface SeenComment {
  readonly id: string;
  /** The account that wrote it; undefined: Jira does not say. */
  readonly author: string | undefined;
  readonly authorName: string | undefined;
  /** An app or an automation wrote it. */
  readonly isByApp: boolean;
  /** Who changed it last. */
  readonly editor: string | undefined;
  /** In ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Only a role or a group may read it, or it is internal in a service project. */
  readonly isRestricted: boolean;
  /** The document. */
  readonly body: unknown;
}

/** A comment that the app wrote: by the key of what it was written for, and which version of that. */
export interface OwnComment {
  readonly id: string;
  readonly mark: string;
}

export function toSeen({ author, updateAuthor, visibility, jsdPublic, ...raw }: RawComment): SeenComment {
  return {
    id: raw.id,
    author: author?.accountId,
    authorName: author?.displayName,
    isByApp: author?.accountType === 'app',
    editor: updateAuthor?.accountId,
    createdAt: raw.created,
    updatedAt: raw.updated,
    isRestricted: (visibility !== undefined && visibility !== null) || jsdPublic === false,
    body: raw.body,
  };
}

const CommentField = z.object({ comments: z.array(RawComment), total: z.number().optional() });

/** The field `comment` of an issue; `isWhole`: no comment is left out. Undefined: it was not asked for. */
export function commentsIn(
  field: unknown,
): { readonly comments: readonly SeenComment[]; readonly isWhole: boolean } | undefined {
  const read = CommentField.safeParse(field).data;
  if (!read) return undefined;
  const { comments, total = Infinity } = read;
  return { comments: comments.map(toSeen), isWhole: comments.length >= total };
}
