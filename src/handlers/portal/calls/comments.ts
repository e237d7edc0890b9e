/** Comments of the portal, into Jira. */
import { commentLimits } from '../../../contract/comment';
import { PostComments } from '../../../contract/portal-api';
import { acceptFindings } from '../../../flows/intake/accept-findings';
import { sortComments } from '../../../flows/intake/sort-comments';
import { isInboxFull } from '../../../flows/intake/pending-chunks';
import { type PortalAnswer, problem } from '../answer';
import { checkBody } from '../check-body';
import { CommentsBody } from '../openapi/bodies';
import { commentExample } from '../openapi/examples';
import type { Call, Route } from '../route';
import { accepted, inboxFull } from './accepted';

/** New, edited and deleted ones. */
export const postComments: Route = {
  method: 'POST',
  path: '/v1/comments',
  summary: 'Send comments',
  description:
    'Each comment becomes one on the issues of its finding that the administrator chose, with its author named in the text. Sent again with a later `updatedAt` it is edited there, with `deleted` it is deleted; sent again unchanged it does nothing. `@[Name](mailto:name@example.com)`, `@[Name](accountid:…)` as events write it, or `mentions`, become real mentions where Jira knows the person. A comment whose finding has no issue yet waits for it. Secrets are masked.',
  request: {
    description: `At most ${String(commentLimits.comments)} comments. \`product\`, of each or of all, must be given where the connection's ids are unique within each product, and is ignored elsewhere.`,
    schema: CommentsBody,
    example: { comments: [commentExample] },
  },
  answers: accepted,
  act: async (call) => {
    const body = checkBody(PostComments, call.json);
    return body.ok ? accept(call, body.value.comments, body.value.product) : body.answer;
  },
};

async function accept(
  { ports, connection: { key } }: Call,
  inputs: readonly unknown[],
  product: string | undefined,
): Promise<PortalAnswer> {
  const { items, rejected } = sortComments(inputs, { connection: key, product, now: ports.now() });
  if (items.length > 0) {
    if (await isInboxFull(ports, key)) return inboxFull();
    return { status: 202, body: await acceptFindings(ports, key, { items, rejected }) };
  }
  const errors = rejected.flatMap(({ index, errors: list }) =>
    list.map(({ path, message }) => ({
      path: ['comments', String(index), path].filter(Boolean).join('.'),
      message,
    })),
  );
  return problem(422, 'None of the comments is valid; see errors.', { errors });
}
