import { common } from './en/common';

/** English, the language every other one is measured against: its texts by section, fetched with the pages that speak them. */
export const en = {
  common: () => Promise.resolve(common),
  overview: async () => (await import('./en/overview')).overview,
  connections: async () => (await import('./en/connections')).connections,
  hears: async () => (await import('./en/hears')).hears,
  spaces: async () => (await import('./en/spaces')).spaces,
  closing: async () => (await import('./en/closing')).closing,
  dates: async () => (await import('./en/dates')).dates,
  activity: async () => (await import('./en/activity')).activity,
  story: async () => (await import('./en/story')).story,
  receipt: async () => (await import('./en/receipt')).receipt,
  products: async () => (await import('./en/products')).products,
  fieldPage: async () => (await import('./en/field-page')).fieldPage,
  rules: async () => (await import('./en/rules')).rules,
  masking: async () => (await import('./en/masking')).masking,
  searches: async () => (await import('./en/searches')).searches,
  audit: async () => (await import('./en/audit')).audit,
  tasks: async () => (await import('./en/tasks')).tasks,
  templates: async () => (await import('./en/templates')).templates,
  transfer: async () => (await import('./en/transfer')).transfer,
  tryOut: async () => (await import('./en/try-out')).tryOut,
  fields: async () => (await import('./en/fields')).fields,
  choices: async () => (await import('./en/choices')).choices,
};
