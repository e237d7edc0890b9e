import { activity } from './ru/activity';
import { audit } from './ru/audit';
import { closing } from './ru/closing';
import { common } from './ru/common';
import { connections } from './ru/connections';
import { dates } from './ru/dates';
import { fieldPage } from './ru/field-page';
import { choices, fields } from './ru/fields';
import { hears } from './ru/hears';
import { masking } from './ru/masking';
import { overview } from './ru/overview';
import { products } from './ru/products';
import { receipt } from './ru/receipt';
import { rules } from './ru/rules';
import { searches } from './ru/searches';
import { spaces } from './ru/spaces';
import { story } from './ru/story';
import { tasks } from './ru/tasks';
import { templates } from './ru/templates';
import { transfer } from './ru/transfer';
import { tryOut } from './ru/try-out';
import type { Texts } from './texts';

/** Russian, complete. */
export const ru: Texts = {
  common,
  overview,
  connections,
  hears,
  spaces,
  closing,
  dates,
  activity,
  story,
  receipt,
  products,
  fieldPage,
  rules,
  masking,
  searches,
  audit,
  tasks,
  templates,
  transfer,
  tryOut,
  fields,
  choices,
};
