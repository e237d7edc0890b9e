import type { SettingsDocument } from '../../contract/settings';
import { spacesOf } from '../../core/settings/spaces';
import type { Templates } from './templates';

/** The engine; it takes a tenth of a second to load, so that only those who need it wait for it. */
export async function loadTemplates(): Promise<Templates> {
  const { createTemplates } = await import('./engine');
  return createTemplates();
}

/** The engine where the settings hold a template. */
export async function templatesFor(settings: SettingsDocument): Promise<Templates | undefined> {
  const isUsed = spacesOf(settings).some(({ mapping = [] }) =>
    mapping.some(({ source }) => source.kind === 'text'),
  );
  return isUsed ? loadTemplates() : undefined;
}
