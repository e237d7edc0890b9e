/** A report as a scanner wrote it. */
import { Finding } from '../../../contract/finding';
import { limits } from '../../../contract/portal-api';
import { fieldErrors } from '../../../contract/problem';
import type { Rejected } from '../../../contract/portal-api';
import { acceptReport } from '../../../flows/intake/accept-report';
import { readReport } from '../../../flows/intake/read-report';
import { isInboxFull } from '../../../flows/intake/pending-chunks';
import type { Format, Source } from '../../../formats/format';
import { formatOf, formats, knownFormats } from '../../../formats';
import { sourceOf } from '../../../formats/source';
import { z } from 'zod';
import { noJson, type PortalAnswer, problem } from '../answer';
import { readScope } from '../read-scope';
import { readSwitch } from '../read-switch';
import type { Call, Route } from '../route';
import { accepted, inboxFull } from './accepted';

const names = [...formats.keys()].join(', ');

/** Findings are read out of the report. */
export const postReport: Route = {
  method: 'POST',
  path: '/v1/products/{+product}/reports/{format}',
  readsText: true,
  summary: 'Send a report of a scanner',
  description: `Findings are read out of the report; the same result is the same finding in every report. Formats: ${names}; \`auto\` finds the format by the content. At most ${String(limits.reportResults)} results. What a complete report speaks for: see /v1/formats.`,
  params: {
    product: {
      description:
        'The product that the findings belong to, percent-encoded: everything up to the last /reports/.',
      example: 'web%2Fshop',
    },
    format: { description: 'The format of the report, or `auto`.', example: 'sarif' },
  },
  switches: {
    complete:
      'true: the report holds everything that the tool finds in its scope, so open findings of this tool and scope that it lacks are resolved, unless another scope still holds them or the tool says that it did not get through. Where that would be very many, an administrator has to confirm it first; the receipt says so.',
  },
  texts: {
    scope:
      'Which part of the product the report speaks for, such as a repository, a branch or an image. Without it the report itself decides; see /v1/formats. No commas.',
    part: 'Which of how many parts of one large report this is, like 2-of-5. It is complete when all parts are there.',
    upload: 'Names the large report that the part belongs to; the same in all its parts.',
  },
  request: {
    description:
      'The report as the tool wrote it: JSON, or for formats that name further media types in /v1/formats, those.',
    schema: z.looseObject({}),
    example: { version: '2.1.0', runs: [] },
  },
  answers: accepted,
  act: report,
};

async function report(call: Call): Promise<PortalAnswer> {
  const { product = '', format: name = '' } = call.params;
  const found = chosen(name, sourceOf(call.request.body));
  if ('answer' in found) return found.answer;
  const named = Finding.shape.product.safeParse(product);
  if (!named.success)
    return problem(422, 'The product in the address does not fit; see errors.', {
      errors: fieldErrors(named.error).map(({ message }) => ({ path: 'product', message })),
    });
  const complete = readSwitch(call.request, 'complete');
  if (!complete.ok) return complete.answer;
  const scope = readScope(call.request);
  if (!scope.ok)
    return problem(422, 'The scope of the report could not be read; see errors.', {
      errors: [...scope.errors],
    });
  const { document: settings } = await call.ports.settings.read();
  const read = await readReport(found.format, found.source, product, settings.masking);
  if (!read.ok) return problem(422, 'The report could not be read; see errors.', { errors: read.errors });
  if (await isInboxFull(call.ports, call.connection.key)) return inboxFull();
  const { ok: _, ...told } = scope;
  const { results, parts, rejected, masked } = read;
  const outcome = await acceptReport(call.ports, call.connection.key, {
    product,
    results,
    parts,
    rejected,
    masked,
    complete: complete.on,
    ...told,
  });
  return outcome.ok ? { status: 202, body: outcome.body } : noneIsValid(outcome.rejected);
}

type Chosen = { readonly answer: PortalAnswer } | { readonly format: Format; readonly source: Source };

/** The format that the address names, or the report shows. A text that is no JSON is only for those that take it. */
function chosen(name: string, source: Source): Chosen {
  const format = name === 'auto' ? formatOf(source) : formats.get(name);
  if (format !== undefined) {
    const isReadable = source.document !== undefined || format.media !== undefined;
    return isReadable ? { format, source } : { answer: noJson(source.text) };
  }
  if (name !== 'auto')
    return {
      answer: problem(404, `There is no report format${quoted(name)}; use ${names}, or auto.`),
    };
  return {
    answer:
      source.document === undefined ? noJson(source.text) : problem(422, unknown, { errors: [lookedFor] }),
  };
}

/** What may be a secret in the wrong place is not said again. */
function quoted(name: string): string {
  return /^[a-z][a-z.-]{0,19}$/i.test(name) ? ` "${name}"` : ' of that name';
}

const unknown = 'The report is of no known format; see errors, or name its format in the address.';
const lookedFor = {
  path: '',
  message: `must show its format; looked for ${knownFormats.map(({ name, signs }) => `${signs} (${name})`).join('; ')}`,
};

function noneIsValid(rejected: readonly Rejected[]): PortalAnswer {
  const errors = rejected.flatMap(({ index, errors: list }) =>
    list.map(({ path, message }) => ({
      path: ['results', String(index), path].filter(Boolean).join('.'),
      message,
    })),
  );
  return problem(422, 'None of the results is valid; see errors.', { errors });
}
