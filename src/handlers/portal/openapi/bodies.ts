/** Bodies whose description says more than the schema that checks them first. */
import { z } from 'zod';
import { Finding } from '../../../contract/finding';
import { IdsOfProduct, limits } from '../../../contract/portal-api';

/** The list is checked before its findings are, one by one. */
export const FindingsBody = z.object({ findings: z.array(Finding).min(1).max(limits.findings) });

/** The token request is a form, read by hand. */
export const TokenBody = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

/** The list is checked before its ids are. Whether `product` must be there depends on the connection. */
export const IdsBody = z.object({
  ids: z.array(z.string().min(1).max(255)).min(1).max(limits.lookupIds),
  product: IdsOfProduct.shape.product.optional(),
});
export const idsDescription = `At most ${String(limits.lookupIds)} ids. \`product\` must be given where the connection's ids are unique within each product, and is ignored elsewhere.`;
