import type { Format } from '../format';
import { valueIn } from '../source';
import { readSarif } from './read-sarif';

/** SARIF 2.1.0, the common format of static analysis tools. */
export const sarif: Format = {
  name: 'sarif',
  title: 'SARIF 2.1.0',
  complete:
    'the category of automationDetails.id, repository and branch of versionControlProvenance, and the image of properties.imageName, of each run; it proves nothing where the run says that it failed',
  signs: 'a list of runs, as in SARIF',
  recognises: ({ document }) => Array.isArray(valueIn(document, 'runs')),
  read: ({ document }, options) => readSarif(document, options),
};
