import { allOf, isFinding } from './conditions';
import { conditionOf } from './own-jql';
import { quoted } from './quoted';

/** Whose findings are counted. A project stands by its id: its name is Jira's to show. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'jql'; readonly jql: string };

/** Which of a finding's two issues are counted; `any`: all that are within the scope. */
export type Side = 'any' | 'product' | 'security';

/** The issues of a scope as JQL; undefined for JQL that does not stand by itself. */
export function scopeCondition(scope: Scope, side: Side): string | undefined {
  const within = withinOf(scope);
  if (within === undefined) return undefined;
  const role = side === 'any' ? undefined : `findingRole = ${quoted(side)}`;
  return allOf([within, role, isFinding]);
}

function withinOf(scope: Scope): string | undefined {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'project':
      return `project = ${quoted(scope.project)}`;
    case 'product':
      return `findingProduct = ${quoted(scope.product)}`;
    case 'jql': {
      const condition = conditionOf(scope.jql);
      return condition === undefined ? undefined : `(${condition})`;
    }
  }
}
