import { common } from './en/common';
import { connections } from './en/connections';
import { choices, fields } from './en/fields';
import { spaces } from './en/spaces';

/** English, the language every other one is measured against. */
export const en = { common, connections, spaces, fields, choices };
