import { parseExpression, parsePropertyPath, type Expression, type PropertyPath } from './expression-parser';
import { propertyValue, evaluateFilter, type PropertyLookup } from './expression';
import type { Manifest, TriggerModule } from './manifest';

/** What becomes of an event at one trigger. */
export type Verdict =
  | { readonly type: 'deliver'; readonly additions: Readonly<Record<string, unknown>> }
  | { readonly type: 'drop'; readonly why: string };

/** A trigger of the manifest, ready to judge events. */
export interface Trigger {
  readonly module: TriggerModule;
  judge(
    event: Readonly<Record<string, unknown>>,
    selfGenerated: boolean,
    propertyRoot: (path: PropertyPath) => unknown,
  ): Verdict;
}

const MAX_PATHS = 5;

/** Reads the triggers. @throws for a filter that the platform refuses on deploy or the sandbox does not know. */
export function readTriggers(manifest: Manifest): readonly Trigger[] {
  const paths = new Set<string>();
  const triggers = (manifest.modules.trigger ?? []).map((module) => readTrigger(module, paths));
  if (paths.size > MAX_PATHS)
    throw new Error(
      `An app may use at most ${String(MAX_PATHS)} entity property paths; these are ${String(paths.size)}.`,
    );
  return triggers;
}

function readTrigger(module: TriggerModule, paths: Set<string>): Trigger {
  const { expression: text, ignoreSelf = false } = module.filter ?? {};
  const expression = text === undefined ? undefined : parseExpression(text);
  const included = (module.payload?.include?.propertyPaths ?? []).map(
    (path) => [path, parsePropertyPath(path)] as const,
  );
  for (const path of [...(expression ? pathsIn(expression) : []), ...included.map(([, path]) => path)]) {
    if (path.entity !== 'issue') throw new Error(`The sandbox knows no properties of ${path.entity}.`);
    paths.add(JSON.stringify(path));
  }
  return {
    module,
    judge(event, selfGenerated, propertyRoot) {
      if (ignoreSelf && selfGenerated) return { type: 'drop', why: 'self-generated' };
      const lookUp: PropertyLookup = (path) => propertyValue(propertyRoot(path), path.path);
      const verdict = expression ? filtered(module, expression, event, lookUp) : { additions: {} };
      if ('why' in verdict) return { type: 'drop', why: verdict.why };
      const properties = includedProperties(included, lookUp);
      return {
        type: 'deliver',
        additions: { ...verdict.additions, ...(properties ? { payloadIncludeProperties: properties } : {}) },
      };
    },
  };
}

function filtered(
  { filter }: TriggerModule,
  expression: Expression,
  event: unknown,
  lookUp: PropertyLookup,
): { why: string } | { additions: Record<string, unknown> } {
  try {
    return evaluateFilter(expression, event, lookUp) ? { additions: {} } : { why: 'filtered out' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (filter?.onError?.startsWith('RECEIVE')) return { additions: { filterError: { message } } };
    return { why: `the filter failed: ${message}` };
  }
}

/** A path that leads nowhere is absent. */
function includedProperties(
  included: readonly (readonly [string, PropertyPath])[],
  lookUp: PropertyLookup,
): object | undefined {
  if (included.length === 0) return undefined;
  const values = included.map(([text, path]) => [text, lookUp(path)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined));
}

function pathsIn(expression: Expression): PropertyPath[] {
  switch (expression.type) {
    case 'property':
      return [expression.path];
    case 'not':
      return pathsIn(expression.of);
    case 'member':
      return [...pathsIn(expression.of), ...pathsIn(expression.name)];
    case 'binary':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
    default:
      return [];
  }
}
