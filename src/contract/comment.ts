/** Comments that a portal sends, and where comments go between it and Jira. */
import { z } from 'zod';
import { Finding } from './finding';
import { roles } from './space';

/** Of one call, of the text of one comment (what Jira takes), and of the people whom one names. */
export const commentLimits = { comments: 1_000, body: 32_767, mentions: 1_000 } as const;

const { id: Id, product: Product, updatedAt: Instant } = Finding.shape;

function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const text = (max: number) => z.string().max(max, `must be at most ${String(max)} characters`);
const words = (max: number) => text(max).refine((value) => value.trim() !== '', 'must not be empty');
const Address = z.email('must be an e-mail address').max(320, 'must be at most 320 characters');

/** A person whom a comment names. Without an address and an account the words stay words. */
export const CommentMention = z.object({
  text: words(255).describe('How the text names the person, for example @Ada.'),
  email: optional(Address).describe('The address; it must be the one that Jira knows.'),
  accountId: optional(text(128)).describe('The Atlassian account id; it wins over the e-mail.'),
});
export type CommentMention = z.infer<typeof CommentMention>;

/** One comment as the portal sends it. Sent again with a later `updatedAt` it is edited. Unknown keys are ignored. */
export const PortalComment = z
  .object({
    finding: Id.describe('The id of the finding that it is about.'),
    product: optional(Product).describe('The product, where ids are unique only within each.'),
    id: Id.describe('The id of the comment in the portal, the same whenever it is sent.'),
    author: optional(
      z.object({
        name: words(255).describe('Shown before the text.'),
        email: optional(Address).describe('Not kept.'),
      }),
    ).describe('Who wrote it; required unless it is deleted.'),
    body: optional(words(commentLimits.body)).describe(
      'Markdown; `@[Name](mailto:name@example.com)` or `@[Name](accountid:…)` mentions a person. Required unless it is deleted.',
    ),
    mentions: optional(
      z
        .array(CommentMention)
        .max(commentLimits.mentions, `must hold at most ${String(commentLimits.mentions)} people`),
    ).describe('People whom the text names.'),
    createdAt: Instant.describe('When it was written; required unless it is deleted.'),
    updatedAt: Instant.describe(
      'When it was edited or deleted last: an older one never overwrites a newer one.',
    ),
    deleted: optional(z.boolean()).describe('It was deleted in the portal.'),
  })
  .superRefine((comment, context) => {
    if (comment.deleted === true) return;
    for (const field of ['author', 'body', 'createdAt'] as const)
      if (comment[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'is required' });
  });
export type PortalComment = z.infer<typeof PortalComment>;

/** Which issues comments go to or come from. */
export const commentSides = [...roles, 'both', 'off'] as const;
export const CommentSide = z.enum(commentSides);
export type CommentSide = z.infer<typeof CommentSide>;

/** A word in a comment of Jira that keeps it where it is, whatever its case; empty: there is none. */
export const CommentTag = z.string().trim().max(50).regex(/^\S*$/);

/** Where comments go: the portal's into Jira, people's to the portal, and between the issues of a finding. */
export const CommentWays = z.object({
  toJira: CommentSide,
  fromJira: CommentSide,
  between: z.boolean(),
  tag: CommentTag,
});
export type CommentWays = z.infer<typeof CommentWays>;

/** Until an admin chooses otherwise. */
export const defaultCommentWays: CommentWays = {
  toJira: 'both',
  fromJira: 'both',
  between: false,
  tag: '#internal',
};

/** As a connection keeps them: nothing that people wrote before `since` (ms) goes anywhere. */
export const KeptCommentWays = CommentWays.extend({ since: z.number().int() });
export type KeptCommentWays = z.infer<typeof KeptCommentWays>;

/** How many characters of a comment a portal is told of; Jira's own limit counts more than the words. */
export const longestTold = 40_000;
