/** The calls about templates. */
import { offeredTemplates, previewTemplate } from '../../flows/preview/preview-template';
import type { Calls, Refusal } from './call';

const noFinding: Refusal = {
  error: { code: 'not_found', message: 'Nothing is stored about this finding any more.' },
};

/** What templates are edited with. */
export const templateCalls = {
  'templates.offered': (_input, { ports }) => offeredTemplates(ports),
  'templates.preview': async (input, { ports }) => (await previewTemplate(ports, input)) ?? noFinding,
} as const satisfies Calls;
