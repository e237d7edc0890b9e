import { common } from './de/common';
import type { Sections } from './sections';

/** German, complete. */
export const de: Sections = {
  common: () => Promise.resolve(common),
  overview: async () => (await import('./de/overview')).overview,
  connections: async () => (await import('./de/connections')).connections,
  hears: async () => (await import('./de/hears')).hears,
  spaces: async () => (await import('./de/spaces')).spaces,
  closing: async () => (await import('./de/closing')).closing,
  dates: async () => (await import('./de/dates')).dates,
  activity: async () => (await import('./de/activity')).activity,
  story: async () => (await import('./de/story')).story,
  receipt: async () => (await import('./de/receipt')).receipt,
  products: async () => (await import('./de/products')).products,
  fieldPage: async () => (await import('./de/field-page')).fieldPage,
  rules: async () => (await import('./de/rules')).rules,
  masking: async () => (await import('./de/masking')).masking,
  searches: async () => (await import('./de/searches')).searches,
  audit: async () => (await import('./de/audit')).audit,
  tasks: async () => (await import('./de/tasks')).tasks,
  templates: async () => (await import('./de/templates')).templates,
  transfer: async () => (await import('./de/transfer')).transfer,
  tryOut: async () => (await import('./de/try-out')).tryOut,
  fields: async () => (await import('./de/fields')).fields,
  choices: async () => (await import('./de/choices')).choices,
};
