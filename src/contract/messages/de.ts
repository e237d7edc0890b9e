import { checks } from './de/checks';
import { invalid } from './de/invalid';
import { reasons } from './de/reasons';
import type { Words } from './message';

/** German, complete. */
export const de: Words = { ...reasons, ...checks, ...invalid };
