import type { Format } from '../format';
import { readSarif } from './read-sarif';

/** SARIF 2.1.0, the common format of static analysis tools. */
export const sarif: Format = { name: 'sarif', read: readSarif };
