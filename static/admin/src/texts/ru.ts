import { common } from './ru/common';
import type { Sections } from './sections';

/** Russian, complete. */
export const ru: Sections = {
  common: () => Promise.resolve(common),
  overview: async () => (await import('./ru/overview')).overview,
  connections: async () => (await import('./ru/connections')).connections,
  hears: async () => (await import('./ru/hears')).hears,
  spaces: async () => (await import('./ru/spaces')).spaces,
  closing: async () => (await import('./ru/closing')).closing,
  dates: async () => (await import('./ru/dates')).dates,
  activity: async () => (await import('./ru/activity')).activity,
  story: async () => (await import('./ru/story')).story,
  receipt: async () => (await import('./ru/receipt')).receipt,
  products: async () => (await import('./ru/products')).products,
  fieldPage: async () => (await import('./ru/field-page')).fieldPage,
  rules: async () => (await import('./ru/rules')).rules,
  masking: async () => (await import('./ru/masking')).masking,
  searches: async () => (await import('./ru/searches')).searches,
  audit: async () => (await import('./ru/audit')).audit,
  tasks: async () => (await import('./ru/tasks')).tasks,
  templates: async () => (await import('./ru/templates')).templates,
  transfer: async () => (await import('./ru/transfer')).transfer,
  tryOut: async () => (await import('./ru/try-out')).tryOut,
  fields: async () => (await import('./ru/fields')).fields,
  choices: async () => (await import('./ru/choices')).choices,
};
