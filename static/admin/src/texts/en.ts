import { common } from './en/common';
import { connections } from './en/connections';

/** English, the language every other one is measured against. */
export const en = { common, connections };
