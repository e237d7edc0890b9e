/** Rules: which findings become issues, where, and how they look. Read top to bottom; the first that matches decides. */
import { z } from 'zod';
import { defaultRule } from './default-rule';
import { SpaceOverride } from './space';
import { TemplateId } from './templates';

export const operators = [
  'is',
  'isNot',
  'in',
  'notIn',
  'atLeast',
  'atMost',
  'contains',
  'startsWith',
  'matches',
  'exists',
] as const;
export const Operator = z.enum(operators);
export type Operator = z.infer<typeof Operator>;

const Scalar = z.union([z.string().max(255), z.number(), z.boolean()]);

/** One comparison. `matches` takes a text in which `*` stands for anything and `?` for one character. */
export const Comparison = z.object({
  field: z.string().min(1).max(255),
  op: Operator,
  value: z.union([Scalar, z.array(Scalar).min(1).max(100)]),
});
export type Comparison = z.infer<typeof Comparison>;

/** How deep conditions may lie within each other. */
export const deepest = 3;

export type When =
  Comparison | { readonly all: readonly When[] } | { readonly any: readonly When[] } | { readonly not: When };

const StrictComparison = Comparison.strict();
const tooDeep = z.custom<When>(() => false, {
  error: `must lie at most ${String(deepest)} groups deep`,
  params: { message: { code: 'tooDeep', most: deepest } },
});

const groupNames = ['all', 'any', 'not'] as const;
type Groups = Readonly<Record<(typeof groupNames)[number], z.ZodType<When>>>;

/**
 * A condition, or several within each other. Read by the key it has, so that an error names the very place; unknown
 * keys are refused, for `{"al": […]}` must not become a rule that matches everything.
 */
export const When: z.ZodType<When> = whenAt(1);

function whenAt(depth: number): z.ZodType<When> {
  const groups = depth > deepest ? undefined : groupsOf(whenAt(depth + 1));
  return z.unknown().transform((value, context): When => {
    const parsed = shapeOf(value, groups).safeParse(value);
    if (parsed.success) return parsed.data;
    // The inner issues as they are: their codes are what messages are made of.
    context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  });
}

/** The groups that hold conditions of this shape. Made once: a shape costs far more to make than to read by. */
function groupsOf(inner: z.ZodType<When>): Groups {
  const several = z.array(inner).max(50);
  return {
    all: z.strictObject({ all: several }),
    any: z.strictObject({ any: several }),
    not: z.strictObject({ not: inner }),
  };
}

/** `groups`: undefined where no more may lie within. */
function shapeOf(value: unknown, groups: Groups | undefined): z.ZodType<When> {
  const first = typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined;
  const group = groupNames.find((name) => name === first);
  if (!group) return StrictComparison;
  return groups ? groups[group] : tooDeep;
}

export const creations = ['both', 'product', 'security', 'none'] as const;
export const Creation = z.enum(creations);
export type Creation = z.infer<typeof Creation>;

/** How many findings a day (UTC) get their first issue by a rule; the others wait their turn, the worst first. */
export const Cap = z.object({ perDay: z.number().int().min(1).max(5000) });
export type Cap = z.infer<typeof Cap>;

/** What a rule does. Values of `product` and `security` go over those of the product, which go over the defaults. */
export const Then = z.object({
  create: Creation.default('both'),
  product: SpaceOverride.optional(),
  security: SpaceOverride.optional(),
  cap: Cap.optional(),
  /** Findings with the same values of these fields share one issue in each space. */
  groupBy: z.array(z.string().min(1).max(255)).min(1).max(5).optional(),
  /** The template of its issues; absent: that of the tool, else that of the kind. */
  template: TemplateId.optional(),
});
export type Then = z.infer<typeof Then>;

export const Rule = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/, 'must be letters, digits, hyphens and underscores, at most 64'),
  name: z.string().trim().min(1).max(100),
  enabled: z.boolean().default(true),
  /** An empty `all` matches every open finding. */
  when: When,
  then: Then.default({ create: 'both' }),
});
export type Rule = z.infer<typeof Rule>;

export const mostRules = 200;

/** What holds where an admin has set no rule: open findings that are no mere information go into both spaces. */
export function defaultRules(): Rule[] {
  return [
    {
      ...defaultRule,
      enabled: true,
      when: {
        all: [
          { field: 'lifecycle', op: 'in', value: ['open'] },
          { field: 'severity', op: 'atLeast', value: 'low' },
        ],
      },
      then: { create: 'both' },
    },
  ];
}

export const Rules = z.array(Rule).max(mostRules);
export type Rules = z.infer<typeof Rules>;
