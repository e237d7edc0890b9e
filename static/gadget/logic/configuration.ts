import { conditionOf } from '../../shared/jql/own-jql';
import type { Scope, Side } from '../../shared/jql/scope';

/** What somebody set a gadget to. */
export interface Configuration {
  readonly scope: Scope;
  readonly side: Side;
  /** Minutes between refreshes by Jira; absent: only by hand. */
  readonly refresh?: number;
}

export const sides = ['any', 'product', 'security'] as const satisfies readonly Side[];
export const refreshes = [15, 30, 60, 120] as const;

/** A new gadget counts all that whoever looks may see. */
export const fresh: Configuration = { scope: { kind: 'all' }, side: 'any' };

/** What Jira kept of the gadget. What does not read as a configuration counts as a new gadget's. */
export function configurationOf(kept: unknown): Configuration {
  if (typeof kept !== 'object' || kept === null) return fresh;
  const given = new Map(Object.entries(kept));
  const scope = scopeOf(given);
  if (scope === undefined) return fresh;
  const side = sides.find((one) => one === given.get('side')) ?? 'any';
  const refresh = refreshes.find((one) => one === given.get('refresh'));
  return { scope, side, ...(refresh === undefined ? {} : { refresh }) };
}

/** As Jira keeps it: plain values beside each other; Jira itself reads `refresh`. */
export function keptOf({ scope, side, refresh }: Configuration): Readonly<Record<string, string | number>> {
  return { ...scope, side, ...(refresh === undefined ? {} : { refresh }) };
}

function scopeOf(given: ReadonlyMap<string, unknown>): Scope | undefined {
  const kind = given.get('kind');
  switch (kind) {
    case 'all':
      return { kind };
    case 'project': {
      const project = given.get('project');
      return typeof project === 'string' && /^\d+$/.test(project) ? { kind, project } : undefined;
    }
    case 'product': {
      const product = given.get('product');
      return typeof product === 'string' && product !== '' ? { kind, product } : undefined;
    }
    case 'jql': {
      const jql = given.get('jql');
      return typeof jql === 'string' && conditionOf(jql) !== undefined ? { kind, jql } : undefined;
    }
    default:
      return undefined;
  }
}
