/** Where a mend leads: a path of the app's pages, or undefined where it leads into Jira or stays where it is. */
import type { Mend, MendInSettings } from '#contract/mend';
import { pathTo } from './place';

/** The path on the app's pages. */
export function mendPath(mend: Mend): string | undefined {
  switch (mend.at) {
    case 'spaces':
      return inSettings('/spaces', mend);
    case 'fields':
      return inSettings('/fields', mend);
    case 'rules':
      return pathTo('/rules', mend.rule);
    case 'issue':
    case 'permissions':
    case 'apps':
    case 'here':
      return undefined;
  }
}

/** What a product or a rule sets itself stands on its own page. */
function inSettings(page: string, { role, field, product, rule }: MendInSettings): string {
  const place = [role, field].flatMap((part) => part ?? []);
  if (product !== undefined) return pathTo(`/products/${encodeURIComponent(product)}`, ...place);
  if (rule !== undefined) return pathTo('/rules', rule);
  return pathTo(page, ...place);
}
