import type { ProductRow } from '#contract/api';
import type { ProductSettings } from '#contract/settings';
import type { Change } from './diff';

/** How many products inherit at least one of these changes of the default spaces. */
export function inheriting(
  products: readonly Pick<ProductRow, 'settings'>[],
  changes: readonly Change[],
): number {
  const fields = changes.flatMap(({ keys: [section, role, field] }) =>
    section === 'spaces' && (role === 'product' || role === 'security') && field !== undefined
      ? [{ role, field } as const]
      : [],
  );
  if (fields.length === 0) return 0;
  return products.filter(({ settings }) =>
    fields.some(({ role, field }) => !overrides(settings, role, field)),
  ).length;
}

function overrides(settings: ProductSettings, role: keyof ProductSettings, field: string): boolean {
  return Object.hasOwn(settings[role] ?? {}, field);
}
