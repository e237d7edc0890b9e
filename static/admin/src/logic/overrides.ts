/** Values that a product sets over the defaults. */
import {
  mergeRows,
  type ProductSettings,
  type Role,
  type Space,
  type SpaceOverride,
  roles,
} from '#contract/settings';

/** The space of a product: its own values over the defaults. */
export function spaceOf(defaults: Space, override: SpaceOverride | undefined): Space {
  const mapping = mergeRows([defaults.mapping, override?.mapping]);
  return { ...defaults, ...defined(override ?? {}), mapping };
}

/** The names of the values that a product sets itself. */
export function overridden(settings: ProductSettings, role: Role): (keyof Space)[] {
  return Object.keys(defined(settings[role] ?? {})) as (keyof Space)[];
}

/** How many values a product sets itself, in both spaces. */
export function overriddenCount(settings: ProductSettings): number {
  return roles.reduce((count, role) => count + overridden(settings, role).length, 0);
}

/** What a product sets itself; its name may be one that every object seems to know, such as "constructor". */
export function settingsOf(
  products: Readonly<Record<string, ProductSettings>>,
  product: string,
): ProductSettings | undefined {
  return Object.hasOwn(products, product) ? products[product] : undefined;
}

/** The product with values set, or without those that are undefined; without anything the product is left out. */
export function withOverrides(
  products: Readonly<Record<string, ProductSettings>>,
  product: string,
  role: Role,
  patch: { readonly [Field in keyof Space]?: Space[Field] | undefined },
): Record<string, ProductSettings> {
  const before = settingsOf(products, product) ?? {};
  const override = defined({ ...before[role], ...patch });
  const after = defined({ ...before, [role]: Object.keys(override).length > 0 ? override : undefined });
  const { [product]: _, ...others } = products;
  return Object.keys(after).length > 0 ? { ...others, [product]: after } : others;
}

function defined(value: object): object {
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
