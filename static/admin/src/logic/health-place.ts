/** Problems of the settings: which pages mend them, and which of them mean that a Jira space is gone. */
import type { HealthProblem } from '#contract/health';
import type { ProductRow } from '#contract/api';
import type { Role } from '#contract/settings';
import { pathTo } from './place';

/** A team space of the defaults or of one product, and a setting in it. */
const ofSpace = /^(?:spaces|products\.(.+))\.(product|security)\.(.+)$/;

/** The path of the page and the place there; undefined: no page holds it. */
export function healthPath({ path, fix }: Pick<HealthProblem, 'path' | 'fix'>): string | undefined {
  const [, product, role = '', setting = ''] = ofSpace.exec(path) ?? [];
  if (role !== '') {
    const [first = '', field] = setting.split('.');
    const isRow = first === 'mapping' && field !== undefined;
    const page = product === undefined ? '/spaces' : `/products/${encodeURIComponent(product)}`;
    if (!isRow) return pathTo(page, role, first);
    const isOfFields = fix.code !== 'fixRequiredUnfilled' || fix.where !== 'spaces';
    return pathTo(isOfFields && product === undefined ? '/fields' : page, role, field);
  }
  const [section = '', ...rest] = path.split('.');
  if (section === 'templates' && rest.length > 0) return pathTo('/templates', rest.join('.'));
  return pages[section];
}

const pages: Readonly<Record<string, string>> = {
  spaces: '/spaces',
  statuses: '/spaces',
  rules: '/rules',
  closing: '/closing',
  fields: '/fields',
  templates: '/templates',
  tasks: '/tasks',
  masking: '/masking',
  products: '/products',
};

const gone: readonly HealthProblem['what']['code'][] = ['lostProject', 'archived', 'hiddenIssues'];

/** Whether the problem is that a Jira space as a whole is gone, archived or not to be seen. */
export function isGone({ what }: Pick<HealthProblem, 'what'>): boolean {
  return gone.includes(what.code);
}

/** The product whose own space it is; undefined: every product that inherits it. */
export function productOf({ path }: Pick<HealthProblem, 'path'>): string | undefined {
  return ofSpace.exec(path)?.[1];
}

/** Whether issues of the product go to a space that is gone. */
export function isLost(
  { product, settings }: Pick<ProductRow, 'product' | 'settings'>,
  role: Role,
  problems: readonly Pick<HealthProblem, 'path' | 'what'>[],
): boolean {
  const own = settings[role]?.project !== undefined;
  const path = own ? `products.${product}.${role}.project` : `spaces.${role}.project`;
  return problems.some((problem) => problem.path === path && isGone(problem));
}
