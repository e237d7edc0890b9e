/** Which values hold for a product's issues: what the product sets, else the default, live. */
import type { Kind } from '../../contract/finding';
import type { LinkRecord } from '../../contract/link-record';
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

/**
 * The values for an issue that is in a project (its id) already. It stays there when settings send others elsewhere: then
 * those hold that send issues there, and where none do any more, what every project knows.
 */
export function spaceInProject(
  settings: SettingsDocument,
  role: Role,
  product: string,
  rule: Rule | undefined,
  project: string,
): EffectiveSpace {
  const wanted = effectiveSpace(settings, role, product, rule);
  const goesThere = ({ space }: EffectiveSpace) => space.project?.id === project;
  if (project === '' || !wanted.space.project || goesThere(wanted)) return wanted;
  const sources: readonly [string, Rule?][] = [
    [product],
    [''],
    ...settings.rules.map((one): [string, Rule] => [product, one]),
  ];
  for (const [of, by] of sources) {
    const other = effectiveSpace(settings, role, of, by);
    // What is switched off there, or is not, is no matter of the issue's place.
    if (goesThere(other)) return { ...other, space: { ...other.space, enabled: wanted.space.enabled } };
  }
  return { ...wanted, space: withoutPlace(wanted.space, project) };
}

/** Ids of one project mean nothing in another. */
function withoutPlace(space: Space, project: string): Space {
  return {
    ...space,
    project: { id: project },
    components: [],
    securityLevel: null,
    mapping: [],
    statuses: {},
    resolvedStatus: null,
    rejectedStatus: null,
    priorities: { ...space.priorities, enabled: false },
  };
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
export function ruleOf({ rules }: Pick<SettingsDocument, 'rules'>, id: string | undefined): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** The space that holds for the issue of a finding, by what its record keeps of the decision and of the issue's place. */
export function spaceOfRecord(
  { product, rule, issues }: Pick<LinkRecord, 'product' | 'rule' | 'issues'>,
  role: Role,
  settings: SettingsDocument,
): Space {
  const issue = issues[role];
  const project = issue?.state === 'there' ? issue.project : '';
  return spaceInProject(settings, role, product, ruleOf(settings, rule), project).space;
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
