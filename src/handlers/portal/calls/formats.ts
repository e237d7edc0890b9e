import { FormatsAnswer } from '../../../contract/portal-api';
import { knownFormats } from '../../../formats';
import { formatsExample } from '../openapi/examples';
import type { Route } from '../route';

/** Which reports are taken. */
export const getFormats: Route = {
  method: 'GET',
  path: '/v1/formats',
  summary: 'Which formats of reports are taken',
  description:
    'And what a complete report of each speaks for: open findings of its tool and of that scope which it lacks are resolved. Results that passed become no finding in any format.',
  answers: { 200: { description: 'The formats.', schema: FormatsAnswer, example: formatsExample } },
  act: () =>
    Promise.resolve({
      status: 200,
      body: {
        formats: knownFormats.map(({ name, title, complete, media }) => ({
          name,
          title,
          complete,
          ...(media && { media }),
        })),
      },
    }),
};
