import type { Lifecycle } from '../../contract/finding';
import type { GroupMember } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { ruleOf, spaceInProject } from '../settings/spaces';
import type { Decision, RoleDecision } from '../sync/decide';
import type { Fold } from './fold';

/**
 * Which issues a group gets, and by which values: what was decided over its members, put together. The worst one's rule
 * gives the values; a space gets an issue if one of those that keep the group where it is gets one there.
 */
export function decideGroup(
  { lead, lifecycle, counting, severity, status }: Fold,
  { product, issues }: Pick<LinkRecord, 'product' | 'issues'>,
  settings: SettingsDocument,
): Decision & { readonly lifecycle: Lifecycle } {
  const rule = ruleOf(settings, lead.rule);
  const spaces = roles.flatMap((role): RoleDecision[] => {
    const issue = issues[role];
    const project = issue?.state === 'there' ? issue.project : '';
    const effective = spaceInProject(settings, role, product, rule, project);
    const mayCreate = counting.some((one) => mayCreateFor(one, lifecycle, role));
    return effective.space.enabled ? [{ role, mayCreate, ...effective }] : [];
  });
  // All of them were over before an issue was made.
  const isOver = lifecycle !== 'open' && !spaces.some(({ mayCreate }) => mayCreate);
  const skip: Decision['skip'] = isOver ? { code: 'noRule', severity, status } : undefined;
  return { lifecycle, ...(rule && { rule: rule.id }), ...(skip && { skip }), spaces };
}

/** For what people decided about nothing is made. */
function mayCreateFor({ creates, decided }: GroupMember, lifecycle: Lifecycle, role: Role): boolean {
  return creates.includes(role) && (lifecycle === 'open' || !decided);
}
