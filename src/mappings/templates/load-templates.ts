import type { Templates } from './templates';

/** The engine; it takes a tenth of a second to load, so that only those who need it wait for it. */
export async function loadTemplates(): Promise<Templates> {
  const { createTemplates } = await import('./engine');
  return createTemplates();
}
