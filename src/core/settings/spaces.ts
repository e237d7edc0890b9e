/** Which values hold for a product's issues: what the product sets, else the default, live. */
import type { Kind } from '../../contract/finding';
import type { Role, SettingsDocument, Space } from '../../contract/settings';

export type Origin = 'default' | 'product';

export interface EffectiveSpace {
  readonly space: Space;
  readonly origins: Readonly<Record<keyof Space, Origin>>;
}

/** The space of one role for one product, each value with where it comes from. */
export function effectiveSpace(settings: SettingsDocument, role: Role, product: string): EffectiveSpace {
  const defaults = settings.spaces[role];
  const override: Partial<Space> = settings.products[product]?.[role] ?? {};
  const set = Object.fromEntries(
    Object.entries(override).filter(([key]) => override[key as keyof Space] !== undefined),
  );
  const origins = Object.fromEntries(
    Object.keys(defaults).map((key) => [key, key in set ? 'product' : 'default'] as const),
  ) as Record<keyof Space, Origin>;
  return { space: { ...defaults, ...set }, origins };
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
