import type { Role, SettingsDocument } from '../../contract/settings';
import { effectiveSpace } from './spaces';

/** Whether issues of this role and product go to this project, by default, for the product, or by a rule. */
export function goesTo(project: string, role: Role, product: string, settings: SettingsDocument): boolean {
  const rules = [undefined, ...settings.rules];
  return rules.some((rule) => effectiveSpace(settings, role, product, rule).space.project?.id === project);
}
