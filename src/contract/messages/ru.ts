import type { Words } from './message';
import { checks } from './ru/checks';
import { invalid } from './ru/invalid';
import { reasons } from './ru/reasons';

/** Russian, complete. */
export const ru: Words = { ...reasons, ...checks, ...invalid };
