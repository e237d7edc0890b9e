/** What the plans of findings cost of Jira's hourly points, at most: what people edited or moved meanwhile costs less. */
import type { IssuePlan } from './plan';

const each = { create: 1, link: 1, edit: 1, move: 1, read: 1 } as const;

/** The points of all plans of one finding. `isPair`: it has, or gets, both issues. */
export function costOf(plans: readonly IssuePlan[], isPair: boolean): number {
  const creates = plans.some(({ kind }) => kind === 'create');
  return plans.reduce((sum, plan) => sum + costOfOne(plan), creates && isPair ? each.link : 0);
}

/** A finding's issue is read before it is edited, and once more when it was moved. */
function costOfOne(plan: IssuePlan): number {
  switch (plan.kind) {
    case 'nothing':
      return 0;
    case 'create':
      return each.create;
    case 'update': {
      const edits = plan.fields.length > 0 || plan.identity ? each.edit : 0;
      return each.read + edits + (plan.move ? each.move + each.read : 0);
    }
  }
}
