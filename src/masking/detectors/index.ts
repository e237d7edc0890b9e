/** Every pattern of the app's own, the most telling kinds first: where two find the same, the first names it. */
import { clouds } from './clouds';
import { code } from './code';
import { anyOf, type Pattern } from './detector';
import { everywhere } from './everywhere';
import { named } from './named';
import { services } from './services';

export const patterns: readonly Pattern[] = [...code, ...clouds, ...services, named, ...everywhere];

/** Where it finds nothing, no token is. */
export const anyToken = anyOf(patterns);
