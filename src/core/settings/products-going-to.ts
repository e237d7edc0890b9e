import { roles, type SettingsDocument } from '../../contract/settings';
import { goesTo } from './goes-to';

/** The products whose issues of either role go to this project (its id); `all`: those for which nothing else is set. */
export function productsGoingTo(project: string, settings: SettingsDocument): 'all' | readonly string[] {
  const goes = (product: string) => roles.some((role) => goesTo(project, role, product, settings));
  return goes('') ? 'all' : Object.keys(settings.products).filter(goes);
}
