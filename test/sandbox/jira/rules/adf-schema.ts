import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

// The schema is written in draft 4, of which it uses only what draft 7 means the same by.
const { $schema: _draft, ...adfSchema } = schema;
const cache = join(__dirname, '../../../../.cache');
let validate: ValidateFunction | undefined;

/** What Atlassian's own schema holds against a document; empty for valid ADF. */
export function adfErrors(document: unknown): string[] {
  validate ??= loaded();
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Done when the first document comes. The check as code is kept: to write it takes longer than most of the tests. */
function loaded(): ValidateFunction {
  const hash = createHash('sha256').update(JSON.stringify(adfSchema)).digest('hex').slice(0, 16);
  const place = join(cache, `adf-${hash}.cjs`);
  if (!existsSync(place)) write(place);
  return createRequire(__filename)(place) as ValidateFunction;
}

/** Put in place whole, for several processes do so at once. Without polishing, which takes five times as long. */
function write(place: string): void {
  const ajv = new Ajv({
    strict: false,
    logger: false,
    inlineRefs: false,
    code: { source: true, optimize: false },
  });
  const draft = `${place}-${String(process.pid)}`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(draft, standaloneCode(ajv, ajv.compile(adfSchema)));
  renameSync(draft, place);
}
