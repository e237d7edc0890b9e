import Ajv, { type ValidateFunction } from 'ajv';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

// The schema is written in draft 4, of which it uses only what draft 7 means the same by.
const { $schema: _draft, ...adfSchema } = schema;
let validate: ValidateFunction | undefined;

/** What Atlassian's own schema holds against a document; empty for valid ADF. */
export function adfErrors(document: unknown): string[] {
  validate ??= compiled();
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Done when the first document comes, and without polishing: that would take five times as long as it could save. */
function compiled(): ValidateFunction {
  return new Ajv({ strict: false, logger: false, inlineRefs: false, code: { optimize: false } }).compile(
    adfSchema,
  );
}
