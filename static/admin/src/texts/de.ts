import { activity } from './de/activity';
import { audit } from './de/audit';
import { closing } from './de/closing';
import { common } from './de/common';
import { connections } from './de/connections';
import { dates } from './de/dates';
import { fieldPage } from './de/field-page';
import { choices, fields } from './de/fields';
import { hears } from './de/hears';
import { masking } from './de/masking';
import { overview } from './de/overview';
import { products } from './de/products';
import { receipt } from './de/receipt';
import { rules } from './de/rules';
import { searches } from './de/searches';
import { spaces } from './de/spaces';
import { story } from './de/story';
import { tasks } from './de/tasks';
import { templates } from './de/templates';
import { transfer } from './de/transfer';
import { tryOut } from './de/try-out';
import type { Texts } from './texts';

/** German, complete. */
export const de: Texts = {
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
