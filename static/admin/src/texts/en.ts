import { common } from './en/common';
import { activity } from './en/activity';
import { audit } from './en/audit';
import { closing } from './en/closing';
import { connections } from './en/connections';
import { dates } from './en/dates';
import { fieldPage } from './en/field-page';
import { choices, fields } from './en/fields';
import { hears } from './en/hears';
import { masking } from './en/masking';
import { overview } from './en/overview';
import { products } from './en/products';
import { receipt } from './en/receipt';
import { rules } from './en/rules';
import { searches } from './en/searches';
import { spaces } from './en/spaces';
import { story } from './en/story';
import { tasks } from './en/tasks';
import { templates } from './en/templates';
import { transfer } from './en/transfer';
import { tryOut } from './en/try-out';

/** English, the language every other one is measured against. */
export const en = {
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
