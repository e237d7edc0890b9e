import { common } from './en/common';
import { activity } from './en/activity';
import { closing } from './en/closing';
import { connections } from './en/connections';
import { choices, fields } from './en/fields';
import { overview } from './en/overview';
import { spaces } from './en/spaces';

/** English, the language every other one is measured against. */
export const en = { common, overview, connections, spaces, closing, activity, fields, choices };
