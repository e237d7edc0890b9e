/** Which values hold for a product's issues: what the product sets, else the default, live. */
import type { Kind } from '../../contract/finding';
import type { Role, Rule, SettingsDocument, Space, SpaceOverride } from '../../contract/settings';
import { type FieldRow, mergeRows, rowKey } from '../../contract/field-mapping';
import { ownValue } from '../data/own-value';

/** Where a value comes from: a rule goes over the product, the product over the default. */
export type Origin = 'default' | 'product' | 'rule';

export interface EffectiveSpace {
  readonly space: Space;
  readonly origins: Readonly<Record<keyof Space, Origin>>;
  /** Where each row of the mapping comes from, by `rowKey`. */
  readonly rowOrigins: ReadonlyMap<string, Origin>;
}

/** The space of one role for one product, and for the findings that a rule takes, each value with where it comes from. */
export function effectiveSpace(
  settings: SettingsDocument,
  role: Role,
  product: string,
  rule?: Rule,
): EffectiveSpace {
  const layers: readonly (readonly [Origin, SpaceOverride])[] = [
    ['product', ownValue(settings.products, product)?.[role] ?? {}],
    ['rule', rule?.then[role] ?? {}],
  ];
  let space = settings.spaces[role];
  let origins = Object.fromEntries(Object.keys(space).map((key) => [key, 'default'])) as Record<
    keyof Space,
    Origin
  >;
  for (const [origin, override] of layers) {
    const set = Object.entries<unknown>(override).filter(([, value]) => value !== undefined);
    space = { ...space, ...Object.fromEntries(set) };
    origins = { ...origins, ...Object.fromEntries(set.map(([key]) => [key, origin])) };
  }
  const { mapping, rowOrigins } = mergedRows(settings.spaces[role], layers);
  return { space: { ...space, mapping }, origins, rowOrigins };
}

/** Rows override each other field by field, so that a product changes one without naming the others. */
function mergedRows(
  defaults: Space,
  layers: readonly (readonly [Origin, SpaceOverride])[],
): { mapping: FieldRow[]; rowOrigins: ReadonlyMap<string, Origin> } {
  const lists: [Origin, readonly FieldRow[]][] = [
    ['default', defaults.mapping],
    ...layers.map(([origin, { mapping = [] }]): [Origin, readonly FieldRow[]] => [origin, mapping]),
  ];
  return {
    mapping: mergeRows(lists.map(([, rows]) => rows)),
    rowOrigins: new Map(lists.flatMap(([origin, rows]) => rows.map((row) => [rowKey(row), origin] as const))),
  };
}

/** Every space that the settings describe, of products and rules what they set themselves. */
export function spacesOf({ spaces, products, rules }: SettingsDocument): SpaceOverride[] {
  const overriding = [spaces, ...Object.values(products), ...rules.map(({ then }) => then)];
  return overriding.flatMap(({ product, security }) => [product ?? {}, security ?? {}]);
}

/** The rule of this id, as long as there is one. */
export function ruleOf({ rules }: SettingsDocument, id: string | undefined): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** The space that holds for the issue of a finding, by what its record keeps of the decision. */
export function spaceOfRecord(
  { product, rule }: { readonly product: string; readonly rule?: string | undefined },
  role: Role,
  settings: SettingsDocument,
): Space {
  return effectiveSpace(settings, role, product, ruleOf(settings, rule)).space;
}

/** What a space needs before issues can be created in it. */
export interface ReadySpace {
  readonly space: Space;
  readonly projectId: string;
  readonly issueTypeId: string;
}

/** The space with its project and issue type, or what the admin still has to choose. */
export function readySpace(
  space: Space,
  kind: Kind,
): ReadySpace | { readonly missing: 'project' | 'issueType' } {
  const issueType = space.issueTypeByKind[kind] ?? space.issueType;
  if (space.project?.id === undefined) return { missing: 'project' };
  if (issueType?.id === undefined) return { missing: 'issueType' };
  return { space, projectId: space.project.id, issueTypeId: issueType.id };
}
