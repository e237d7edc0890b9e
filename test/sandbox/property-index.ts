import type { Manifest } from './forge/manifest';
import type { PropertyIndex } from './jira';

/** What the manifest asks Jira to index, in the form that the stand-in takes. */
export function propertyIndexOf(manifest: Manifest): PropertyIndex[] {
  const modules = (manifest.modules as Record<string, unknown>)['jira:entityProperty'];
  return Array.isArray(modules) ? (modules as PropertyIndex[]) : [];
}
