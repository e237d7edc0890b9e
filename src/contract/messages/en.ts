import { checks } from './en/checks';
import { invalid } from './en/invalid';
import { reasons } from './en/reasons';
import type { Words } from './message';

/** English, complete; also what the portal API speaks. */
export const en: Words = { ...reasons, ...checks, ...invalid };
