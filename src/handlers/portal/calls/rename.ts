/** A product that goes by another name. */
import { RenameAnswer, RenameProduct } from '../../../contract/portal-api';
import { renameProduct } from '../../../flows/rename/rename-product';
import { problem } from '../answer';
import { checkBody } from '../check-body';
import type { Route } from '../route';

/** Its findings and their issues follow. */
export const postRename: Route = {
  method: 'POST',
  path: '/v1/products/{+product}/rename',
  summary: 'Rename a product',
  description:
    'Findings, what is known of reports, the settings of the product and the identity of its issues follow in the background; nothing is made anew. From the answer on the new name holds, and for seven days what comes under the old one counts as sent under the new one. A name under which this connection has findings already is refused.',
  params: {
    product: {
      description: 'The name so far, percent-encoded: everything up to the last /rename.',
      example: 'web%2Fshop',
    },
  },
  request: { description: 'The new name.', schema: RenameProduct, example: { to: 'store' } },
  answers: {
    202: {
      description: 'The new name holds; what lies under the old one follows.',
      schema: RenameAnswer,
      example: { from: 'web/shop', to: 'store' },
    },
  },
  act: async ({ ports, connection, params, json }) => {
    const body = checkBody(RenameProduct, json);
    if (!body.ok) return body.answer;
    const { product: from = '' } = params;
    const { to } = body.value;
    const outcome = await renameProduct(ports, connection.key, from, to);
    if (outcome.ok) return { status: 202, body: { from, to } };
    return outcome.why === 'unknown' ? unknown : refused[outcome.why];
  },
};

const unknown = problem(404, 'No portal ever sent anything about a product of this name.');

const refused = {
  same: problem(422, 'The product cannot be renamed; see errors.', {
    errors: [{ path: 'to', message: 'must be another name than the one so far' }],
  }),
  taken: problem(422, 'The product cannot be renamed; see errors.', {
    errors: [
      {
        path: 'to',
        message:
          'must be a name under which this connection has no findings; choose another one, or send the findings under that name',
      },
    ],
  }),
};
