/** Bodies whose description says more than the schema that checks them first. */
import { z } from 'zod';
import { Finding } from '../../../contract/finding';
import { commentLimits, PortalComment } from '../../../contract/comment';
import { IdsOfProduct, limits, PostComments } from '../../../contract/portal-api';

/** The list is checked before its findings are, one by one. */
export const FindingsBody = z.object({
  findings: z.array(Finding).min(1).max(limits.findings).describe('Full snapshots, each checked by itself.'),
});

/** The list is checked before its comments are, one by one. */
export const CommentsBody = z.object({
  comments: z.array(PortalComment).min(1).max(commentLimits.comments).describe('Each checked by itself.'),
  product: PostComments.shape.product,
});

/** The token request is a form, read by hand. */
export const TokenBody = z.object({
  grant_type: z.literal('client_credentials').describe('The only grant that is taken.'),
  client_id: z
    .string()
    .optional()
    .describe('The key of the connection; absent where the Basic header names it.'),
  client_secret: z
    .string()
    .optional()
    .describe('The secret of the connection; absent where the Basic header holds it.'),
});

/** The list is checked before its ids are. Whether `product` must be there depends on the connection. */
export const IdsBody = z.object({
  ids: z.array(z.string().min(1).max(255)).min(1).max(limits.lookupIds).describe('The ids of the findings.'),
  product: IdsOfProduct.shape.product
    .optional()
    .describe('The product whose ids they are, where ids are unique within each.'),
});
export const idsDescription = `At most ${String(limits.lookupIds)} ids. \`product\` must be given where the connection's ids are unique within each product, and is ignored elsewhere.`;
